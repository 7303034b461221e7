import type { Dataset } from '#core/files/datasets.ts'
import { fullWordings, headerWords, keysOf, withoutLinks, withoutOwner } from './header-words.ts'

// Names of what an employee refers to are put together: `department code`, `code département`, `Kostenstelle Bez.`, `Supervisor Email`.

/** What a row refers to, to its names: English, German, French, Italian, Spanish, Dutch, Portuguese. */
const referred: Readonly<Record<string, string>> = {
  manager:
    'manager|supervisor|line manager|direct manager|direct supervisor|people manager|reports to|reporting to|reporting manager|superior|boss|vorgesetzter|vorgesetzte|vorgesetzten|direkter vorgesetzter|direkte führungskraft|führungskraft|disziplinarischer vorgesetzter|teamleiter|supérieur|supérieur hiérarchique|responsable|responsable hiérarchique|responsable direct|n 1|responsabile|responsabile diretto|superiore|capo|jefe|jefe directo|superior directo|leidinggevende|direct leidinggevende|gestor|gestor direto|chefia|superior hierárquico|responsável|chefe',
  department:
    'department|home department|organizational unit|organisational unit|organization unit|org unit|abteilung|organisationseinheit|orgeinheit|oe|département|direction|service|unité organisationnelle|reparto|dipartimento|ufficio|unità organizzativa|unità operativa|departamento|unidad organizativa|afdeling|organisatorische eenheid|unidade organizacional|unidade orgânica',
  team: 'team|équipe|squadra|equipo|equipe|squad|arbeitsgruppe',
  cost_center:
    'cost center|cost centre|costcenter|kostenstelle|centre de coût|centre de coûts|centre de cout|section analytique|centro di costo|centro de coste|centro de costes|centro de costos|centro de costo|kostenplaats|centro de custo|centro de custos',
  legal_entity:
    'company|legal entity|entity|employer|subcompany|subsidiary|firma|gesellschaft|unternehmen|arbeitgeber|mandant|tochtergesellschaft|rechtseinheit|société|entreprise|entité|entité juridique|entité légale|employeur|azienda|società|ditta|empresa|sociedad|entidad legal|bedrijf|werkgever|vennootschap|entidade legal|sociedade',
  work_location:
    'location|work location|office|site|workplace|work site|worksite|branch|standort|arbeitsort|dienstort|arbeitsstätte|betriebsstätte|niederlassung|filiale|lieu de travail|site de travail|établissement|etablissement|lieu|sede|sede di lavoro|luogo di lavoro|unità locale|centro de trabajo|lugar de trabajo|ubicación|sede de trabajo|vestiging|werklocatie|standplaats|locatie|local de trabalho|estabelecimento|localização',
}

const idWords =
  'id|ids|code|number|key|identifier|ref|reference|external id|external code|xref code|xrefcode|nummer|kürzel|schlüssel|kennung|numéro|numero|identifiant|codice|código|codigo|identificador|identificativo|número'
/** Only people have these. */
const personIdWords =
  'employee id|employee number|employee code|worker id|associate id|person id|person number|personnel number|user id|personalnummer|personalnr|personal nr|pers nr|mitarbeiter id|mitarbeiternummer|persnr|pers nr|matricule|matricola|número de empleado|personeelsnummer|persnr|medewerkernummer|medewerker id|matrícula'
const nameWords =
  'name|full name|display name|text|title|label|description|long name|short name|langtext|kurztext|bezeichnung|beschreibung|nom|nom complet|nom prénom|libellé|intitulé|désignation|nome|nome completo|nominativo|descrizione|denominazione|nombre|nombre completo|denominación|descripción|naam|omschrijving|volledige naam|descrição|designação|vor und nachname|nachname vorname|name vorname'
const emailWords =
  'email|e mail|mail|email address|e mail address|work email|email id|e mail adresse|mailadresse|courriel|adresse email|indirizzo email|correo|correo electrónico|e mailadres|endereço de email'

const partOf = new Map([
  ...keysOf(idWords).map((key) => [key, 'remote_id'] as const),
  ...keysOf(nameWords).map((key) => [key, 'name'] as const),
])
const personIds = new Set(keysOf(personIdWords))
const emails = new Set(keysOf(emailWords))
/** Of a manager they are no name. */
const titles = new Set(
  keysOf('title|text|label|description|beschreibung|descrizione|descripción|omschrijving|descrição'),
)
/** The longest first: `cost center` before `center`. */
const names = Object.entries(referred)
  .flatMap(([owner, all]) => all.split('|').map((name) => ({ owner, words: withoutLinks(headerWords(name)) })))
  .sort((a, b) => b.words.length - a.words.length)

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.length <= words.length && start.every((word, i) => words[i] === word)

/** What is left of a name beside the words of what it refers to; undefined when they are not there, at its begin or its end. */
const restOf = (words: readonly string[], name: readonly string[]): readonly string[] | undefined => {
  if (startsWith(words, name)) return words.slice(name.length)
  const end = words.slice(words.length - name.length)
  return words.length >= name.length && startsWith(end, name) ? words.slice(0, words.length - name.length) : undefined
}

const fieldFor = (owner: string, rest: readonly string[]): string | undefined => {
  const key = rest.join('')
  const bare = withoutOwner(rest).join('')
  if (owner === 'manager') {
    if (emails.has(key) || emails.has(bare)) return 'manager.work_email'
    if (personIds.has(key)) return 'manager.remote_id'
    const part = titles.has(key) ? undefined : (partOf.get(key) ?? partOf.get(bare))
    return part === 'name' ? 'manager.display_full_name' : part === undefined ? undefined : 'manager.remote_id'
  }
  const part = partOf.get(key)
  return part === undefined ? undefined : `${owner}.${part}`
}

/** The field that a name means which is put together of what the employee refers to and what of it. */
export const matchReference = (dataset: Dataset, name: string): string | undefined => {
  if (dataset !== 'employees') return undefined
  const plain = withoutLinks(headerWords(name))
  const full = fullWordings(plain)
  for (const words of [...full, ...full.map(withoutOwner)]) {
    for (const { owner, words: ownerWords } of names) {
      const rest = restOf(words, ownerWords)
      const kept = rest?.filter((word) => word !== 's')
      const field = kept === undefined || kept.length === 0 ? undefined : fieldFor(owner, kept)
      if (field !== undefined) return field
    }
  }
  return undefined
}
