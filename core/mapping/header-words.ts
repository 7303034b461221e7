import { wordKey } from '#core/values/word-key.ts'
import { remembered } from './remembered.ts'

/** `#`, `N°` and the like, which say "number" and are no words. */
const numberSigns = /#|\bn[°º]|\bn\.\s?[°º]|\bno\.(?=\s|$)/giu

/** Words of a column name: `EmployeeID`, `employee_id` and `Employee ID` have the same. */
export const headerWords: (name: string) => readonly string[] = remembered((name) =>
  wordKey(name.replace(numberSigns, ' no ').replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')).split(' '),
)

/** A name as it is looked up: its words without anything between them. */
export const compactKey = (name: string): string => wordKey(name.replace(numberSigns, ' no ')).replaceAll(' ', '')

/** Names divided by `|`, as they are looked up. */
export const keysOf = (names: string): readonly string[] => names.split('|').map(compactKey)

/** How exports shorten the words of their columns, in the languages that have such a word. */
const shortened: Readonly<Record<string, string>> = {
  number: 'no nr nbr nmbr num',
  nummer: 'nr no num',
  numero: 'no nr num',
  employee: 'emp empl ee employees',
  department: 'dept dep dpt depart depto dpto',
  departamento: 'dep depto dpto dept',
  departement: 'dep dept',
  manager: 'mgr mngr managers',
  supervisor: 'supv supvr supervisors sup',
  location: 'loc locn',
  address: 'addr adr',
  telephone: 'tel tfno telef tlf',
  mobile: 'mob mobil',
  description: 'desc descr',
  code: 'cd cod',
  codice: 'cod',
  codigo: 'cod',
  date: 'dt dat',
  datum: 'dat dt',
  data: 'dt dat',
  fecha: 'f fec fch',
  name: 'nm nam',
  first: 'fst frst',
  last: 'lst',
  organization: 'org organisation',
  position: 'pos posn',
  company: 'co comp',
  birth: 'brth',
  email: 'eml',
  status: 'stat sts',
  termination: 'term',
  weekly: 'wkly',
  hours: 'hrs',
  mitarbeiter: 'ma mitarb mitarbeiters mitarbeitende mitarbeitender',
  abteilung: 'abt',
  kostenstelle: 'kst',
  vorgesetzter: 'vorg vorges vg vgs',
  huisnummer: 'huisnr',
  hausnummer: 'hausnr',
  stunden: 'std',
  woche: 'wo',
  week: 'wk wo',
  uren: 'ur',
  bezeichnung: 'bez bezeichn',
  dienstlich: 'dienstl geschaeftl',
  privat: 'priv',
  personalnummer: 'persnr persno',
  eintritt: 'eintr eintritts',
  austritt: 'austr austritts',
  rate: 'rt',
  phone: 'ph',
  aziendale: 'az',
  reparto: 'rep',
  retribuzione: 'retrib retr',
  descrizione: 'descriz descr',
  nascita: 'nasc',
  nascimento: 'nasc',
  nacimiento: 'nac',
  assunzione: 'assunz',
  cessazione: 'cess cessaz',
  portable: 'port',
  professionnel: 'pro',
  personnel: 'perso',
  hebdomadaire: 'hebdo',
  employe: 'empl',
  empleado: 'empl emp',
  medewerker: 'mdw medew',
  afdeling: 'afd',
  geboorte: 'geb',
  geburts: 'geb',
  funcionario: 'func',
}
const spelledOut: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...Map.groupBy(
      Object.entries(shortened).flatMap(([word, short]) => short.split(' ').map((each) => ({ each, word }))),
      ({ each }) => each,
    ),
  ].map(([short, found]) => [short, found.map(({ word }) => word)]),
)

const mostWordings = 16

/** The words of a name, and with those spelled out that are mostly written short, in each way that they may mean. */
export const fullWordings = (words: readonly string[]): readonly (readonly string[])[] =>
  words.reduce<readonly (readonly string[])[]>(
    (wordings, word) =>
      [word, ...(spelledOut.get(word) ?? [])]
        .flatMap((full) => wordings.map((before) => [...before, full]))
        .slice(0, mostWordings),
    [[]],
  )

const ownerWords: ReadonlySet<string> = new Set(
  'employee|employees|emp|worker|workers|staff|associate|person|persona|personal|mitarbeiter|mitarbeiters|mitarbeiterin|mitarbeitende|ma|hr|payroll|legal|primary|main|current|actual|assignment|details|info|information|salarie|collaborateur|agent|employe|dipendente|lavoratore|collaboratore|empleado|trabajador|colaborador|medewerker|werknemer|funcionario|trabalhador|s|basic|general|immediate|immediato|imediato|inmediato|imediata|inmediata|direkter|direkte|direkten|diretto|diretta|directo|directa|direto|direta'.split(
    '|',
  ),
)

/** Small words between the others. */
const linkWords: ReadonlySet<string> = new Set(
  'of|the|in|a|an|and|und|et|y|en|der|die|das|des|dem|den|vom|du|de|la|le|les|l|d|del|della|dello|dei|di|do|da|dos|das|van|het'.split(
    '|',
  ),
)

export const withoutLinks = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !linkWords.has(word))

/** The words without those around them that only say whose column it is: `Employee First Name` and `Vorname des Mitarbeiters` are names. */
export const withoutOwner = (words: readonly string[]): readonly string[] => {
  const first = words.findIndex((word) => !ownerWords.has(word))
  if (first < 0) return words
  const last = words.findLastIndex((word) => !ownerWords.has(word) && !linkWords.has(word))
  return words.slice(first, Math.max(first, last) + 1)
}

/** A name as it is looked up without the words that only say whose column it is: `Employee First Name` is `firstname`. */
export const bareKey = (name: string): string => withoutOwner(withoutLinks(headerWords(name))).join('')

/** Words that say more of a column, but not what it is. */
const qualifiers: ReadonlySet<string> = new Set(
  'client|cf|lrv|calculated|field|internal|interne|interno|interna|intern|principal|principale|default|global|local|system|hris|reference|ref|iso|display|official|root|attributes|attribute|value|data|record|profile|perfil|profil|actuel|actuelle|actual|aktuell|aktuelle|aktueller|huidig|huidige|attuale|atual|per|am|effective|xref|short|long|konzern|group|groupe|gruppo|grupo'.split(
    '|',
  ),
)

export const withoutQualifiers = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !qualifiers.has(word))

/** Whose columns are not about the employee as such, whatever the rest of the name says. */
const otherWords =
  /^(?:preferred|chosen|known|former|previous|maiden|birthname|emergency|notfall|notfallkontakt|spouse|partner|ehepartner|child|children|kind|dependent|mother|father|beneficiary|guardian|second|secondary|alternate|alternative|other|custom|last ?modified|modified|recruiter|interviewer|hrbp|mentor|buddy|approver|manager|supervisor|vorgesetzter|responsable|responsabile|leidinggevende|gestor|urgence|urgencia|emergenza|nood|emergencia)$/

export const isAboutOthers = (name: string): boolean => headerWords(name).some((word) => otherWords.test(word))

const managerWords = /^(?:manager|supervisor|vorgesetzter|responsable|responsabile|leidinggevende|gestor)$/

/** Whether the others that a name is about are managers alone. */
export const isAboutManagers = (name: string): boolean =>
  headerWords(name).every((word) => managerWords.test(word) || !otherWords.test(word))

/** What stands between the levels of a name: `Work: Start date`, `Legal Name - First Name`, `address.city`, `PersonAddress_City`. */
const levels =
  /\s*(?:::|[:>]|\s[-–—]\s|_-_|(?<=\p{L})\.(?=\p{L})|(?<=\p{Ll}\p{Lu}\p{L}*)_(?=\p{Lu})|(?<=\p{Ll})_(?=\p{Lu}\p{Ll}+\p{Lu}))\s*/u
/** What stands between names of one thing: `Eintritt / Hire date`. */
const others = /\s*[|/\\]\s*/u

const partsOf = (name: string, separator: RegExp): readonly string[] =>
  name.split(separator).filter((part) => /\p{L}/u.test(part))

/** Parts of a name that may mean what all of it does, the likeliest first: the last two of its levels, the last one, each of its translations. */
export const levelsOf = (name: string): readonly string[] => {
  const parts = partsOf(name, levels)
  const translations = partsOf(name, others)
  return [
    ...(parts.length > 1 ? [parts.slice(-2).join(' '), ...parts.slice(-1)] : []),
    ...(translations.length > 1 ? translations.toReversed() : []),
  ]
}
