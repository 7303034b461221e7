import { wordKey } from '#core/values/word-key.ts'

/** `#`, `N°` and the like, which say "number" and are no words. */
const numberSigns = /#|\bn[°º]|\bn\.\s?[°º]|\bno\.(?=\s|$)/giu

/** Words of a column name: `EmployeeID`, `employee_id` and `Employee ID` have the same. */
export const headerWords = (name: string): readonly string[] =>
  wordKey(name.replace(numberSigns, ' no ').replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')).split(' ')

/** A name as it is looked up: its words without anything between them. */
export const compactKey = (name: string): string => wordKey(name.replace(numberSigns, ' no ')).replaceAll(' ', '')

/** Names divided by `|`, as they are looked up. */
export const keysOf = (names: string): readonly string[] => names.split('|').map(compactKey)

/** How exports shorten the words of their columns. */
const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    number: 'no num nr nbr nmbr num',
    employee: 'emp empl ee employees',
    department: 'dept dep dpt depart',
    manager: 'mgr mngr managers',
    supervisor: 'supv supvr supervisors sup',
    location: 'loc locn',
    address: 'addr adr',
    telephone: 'tel',
    description: 'desc descr',
    code: 'cd',
    date: 'dt',
    name: 'nm',
    organization: 'org organisation',
    position: 'pos posn',
    company: 'co',
    birth: 'brth',
    email: 'eml',
    status: 'stat sts',
    termination: 'term',
    mitarbeiter: 'ma mitarb mitarbeiters mitarbeitende mitarbeitender',
    abteilung: 'abt',
    kostenstelle: 'kst',
    bezeichnung: 'bez bezeichn',
    codice: 'cod',
    descrizione: 'descriz',
  }).flatMap(([word, short]) => short.split(' ').map((each): [string, string] => [each, word])),
)

/** The words of a name with those spelled out that are mostly written short. */
export const fullWords = (words: readonly string[]): readonly string[] =>
  words.map((word) => abbreviations.get(word) ?? word)

const ownerWords: ReadonlySet<string> = new Set(
  'employee|employees|emp|worker|workers|staff|associate|person|persona|personal|mitarbeiter|mitarbeiters|mitarbeiterin|mitarbeitende|ma|hr|payroll|legal|primary|main|current|actual|assignment|details|info|information|salarie|collaborateur|agent|employe|dipendente|lavoratore|collaboratore|empleado|trabajador|colaborador|medewerker|werknemer|funcionario|trabalhador|s|basic|general'.split(
    '|',
  ),
)

export const isOwnerWord = (word: string): boolean => ownerWords.has(word)

/** Small words between the others. */
const linkWords: ReadonlySet<string> = new Set(
  'of|the|in|a|an|der|die|das|des|dem|den|vom|du|de|la|le|les|l|d|del|della|dello|dei|di|do|da|dos|das|van|het'.split(
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

/** Whose columns are not about the employee as such, whatever the rest of the name says. */
const otherWords =
  /^(?:preferred|chosen|known|former|previous|maiden|birthname|emergency|notfall|notfallkontakt|spouse|partner|ehepartner|child|children|kind|dependent|mother|father|beneficiary|guardian|second|secondary|alternate|alternative|other|custom|last ?modified|modified|recruiter|interviewer|hrbp|mentor|buddy|approver|manager|supervisor|vorgesetzter|responsable|responsabile|leidinggevende|gestor|urgence|urgencia|emergenza|nood|emergencia)$/

export const isAboutOthers = (name: string): boolean => headerWords(name).some((word) => otherWords.test(word))

/** What stands between the levels of a name: `Work: Start date`, `Legal Name - First Name`, `address.city`, `Eintritt / Hire date`. */
const levels = /\s*(?:::|[:>|/\\]|\s[-–—]\s|_-_|(?<=\p{L})\.(?=\p{L}))\s*/u

/** The levels of a name, the last one first; none when it has but one. */
export const levelsOf = (name: string): readonly string[] => {
  const parts = name.split(levels).filter((part) => /\p{L}/u.test(part))
  return parts.length > 1 ? parts.toReversed() : []
}
