import { type Dataset, datasets } from '#core/files/datasets.ts'
import {
  bagOf,
  type Candidate,
  type HeaderLookup,
  headerLookup,
  lookUp,
  lookUpShortened,
  placesOf,
} from './header-lookup.ts'
import {
  compactKey,
  fullWordings,
  headerWords,
  isAboutManagers,
  isAboutOthers,
  levelsOf,
  withoutLinks,
  withoutOwner,
  withoutQualifiers,
} from './header-words.ts'
import { matchComposed } from './match-composed.ts'
import { matchReference } from './match-reference.ts'
import { remembered } from './remembered.ts'
import { absenceSynonyms } from './synonyms/absences.ts'
import { absenceTypeSynonyms, groupSynonyms, legalEntitySynonyms, locationSynonyms } from './synonyms/directory.ts'
import { employeeSynonyms } from './synonyms/employees.ts'
import { employmentSynonyms } from './synonyms/employments.ts'
import type { DatasetSynonyms } from './synonyms/header-synonyms.ts'
import { balanceSynonyms } from './synonyms/time-off-balances.ts'
import { timesheetSynonyms } from './synonyms/timesheets.ts'

export const synonymsOf: Readonly<Record<Dataset, DatasetSynonyms>> = {
  employees: employeeSynonyms,
  employments: employmentSynonyms,
  absences: absenceSynonyms,
  time_off_balances: balanceSynonyms,
  timesheets: timesheetSynonyms,
  groups: groupSynonyms,
  legal_entities: legalEntitySynonyms,
  locations: locationSynonyms,
  absence_types: absenceTypeSynonyms,
}

/** Of a name that is put together. */
const composedConfidence = 0.85
/** Of ids beside the one that tells people apart. */
const secondNumber = 0.6
/** Of a name that only matches without some of its words. */
const qualified = 0.75
/** Of a name that only matches in another order. */
const shuffled = 0.85
/** Of a name that only matches without what stands around the word. */
const lessSure = 0.9

const lookups: Readonly<Record<Dataset, HeaderLookup>> = {
  employees: headerLookup(employeeSynonyms),
  employments: headerLookup(employmentSynonyms),
  absences: headerLookup(absenceSynonyms),
  time_off_balances: headerLookup(balanceSynonyms),
  timesheets: headerLookup(timesheetSynonyms),
  groups: headerLookup(groupSynonyms),
  legal_entities: headerLookup(legalEntitySynonyms),
  locations: headerLookup(locationSynonyms),
  absence_types: headerLookup(absenceTypeSynonyms),
}

const ranks = new Map(Object.entries(synonymsOf).map(([dataset, { id }]) => [dataset, placesOf(id)]))

/** What amounts are in: `Hourly rate USD`. */
const currencyBehind = /(?<=\p{L}[\s_./-]+)(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|BRL|CAD|AUD|[€$£])\s*$/iu

/** The text less what stands in brackets, and less a date format. */
const plainOf = (name: string): string =>
  name
    .replace(/\bwork[ _]assignment\b/i, ' ')
    .replace(/\[\d*\]/g, '')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(currencyBehind, ' ')
    .replace(/\b(?:yyyy|dd|mm|tt|jj)[-/. ]?(?:mm|dd|yyyy)\b.*$/i, ' ')

/** Other ways to look a name up, the surest first. */
const looseKeys = (name: string): readonly string[] => {
  const words = headerWords(plainOf(name))
  const wordings = fullWordings(words)
  const ways = [
    ...wordings,
    ...wordings.map(withoutOwner),
    ...wordings.map(withoutLinks),
    ...wordings.map((each) => withoutOwner(withoutLinks(each))),
  ]
  return [...new Set(ways.map((way) => way.join('')))]
}

const weaker = (candidates: readonly Candidate[], factor: number): readonly Candidate[] =>
  candidates.map(({ field, confidence }) => ({ field, confidence: confidence * factor }))

/** Words behind the name of a field with a few values, which say how these are written. */
const valueWords =
  /[\s_-]+(?:codes?|(?:(?:short|long)[\s_-]*)?names?|ids?|types?|description|desc|text|value|label|key|bezeichnung|schl(?:ü|ue)ssel|libell[ée]|descrizione|descripci[óo]n|omschrijving|descri[çc][ãa]o)$/i
const valueFields: ReadonlySet<string> = new Set([
  'employment_status',
  'employment_type',
  'gender',
  'marital_status',
  'ethnicity',
  'nationality',
  'pay_period',
  'pay_frequency',
  'pay_currency',
])

const matchValueName = (lookup: HeaderLookup, name: string): readonly Candidate[] => {
  const bare = name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(valueWords, '')
  if (bare === name) return []
  return lookUp(lookup.exact, looseKeys(bare)).filter(({ field }) => valueFields.has(field))
}

/** Numbers that their own word names, whatever stands around it. */
const ownNames: ReadonlyMap<string, string> = new Map([
  ['iban', 'bank_account.iban'],
  ['bic', 'bank_account.bic'],
  ['swift', 'bank_account.bic'],
  ['ssn', 'ssn'],
])

const matchOwnName = (dataset: Dataset, name: string): string | undefined =>
  dataset === 'employees' && !/\blast\b/.test(headerWords(name).join(' '))
    ? headerWords(name).flatMap((word) => ownNames.get(word) ?? [])[0]
    : undefined

/** What a name means that is put together, which may be the id of a row: that is no field. */
const composed = (dataset: Dataset, name: string): Candidate | undefined => {
  const reference = matchReference(dataset, name) ?? matchReference(dataset, plainOf(name))
  if (reference !== undefined) return { field: reference, confidence: composedConfidence }
  return matchComposed(dataset, name) ?? matchComposed(dataset, plainOf(name))
}

const asField = (put: Candidate | undefined): readonly Candidate[] =>
  put === undefined || put.field === 'remote_id' ? [] : [put]

/** Its words in any order, those in brackets among them: `Scheduled Hours (weekly)`. */
const inAnyOrder = ({ bags }: HeaderLookup, name: string): readonly Candidate[] => {
  const words = headerWords(name)
  const ways = fullWordings(words).flatMap((each) => [bagOf(each), bagOf(withoutOwner(each))])
  return weaker(
    lookUp(
      bags,
      ways.filter((way) => way !== undefined),
    ),
    shuffled,
  )
}

/** A single word of fewer letters, `Short name` without its first one, tells nothing. */
const tellingLetters = 8

/** Ways to look a name up of which some words only say more of the column: `Client legal entity`. */
const bareKeys = (name: string): readonly string[] => {
  const words = withoutLinks(headerWords(plainOf(name)))
  const bare = fullWordings(words)
    .map(withoutQualifiers)
    .filter(({ length }) => length < words.length)
  return bare.filter((each) => each.length > 1 || (each[0] ?? '').length >= tellingLetters).map((each) => each.join(''))
}

/** What one level of a name may mean. */
const matchLevel = (dataset: Dataset, name: string): readonly Candidate[] => {
  const lookup = lookups[dataset]
  const own = matchOwnName(dataset, name)
  if (own !== undefined) return [{ field: own, confidence: composedConfidence }]
  if (dataset === 'employees' && ranks.get(dataset)?.get(compactKey(name)) === 0)
    return [{ field: 'employee_number', confidence: secondNumber }]
  // `Department (code)`
  const inBrackets = /[([]/.test(name) ? matchReference(dataset, name) : undefined
  if (inBrackets !== undefined) return [{ field: inBrackets, confidence: composedConfidence }]
  // Elsewhere `personal` says only whose column it is.
  if (dataset === 'employees' && matchComposed(dataset, name)?.field === 'personal_email')
    return [{ field: 'personal_email', confidence: composedConfidence }]
  const loose = lookUp(lookup.exact, looseKeys(name))
  if (loose.length > 0) return weaker(loose, lessSure)
  const linkless = lookUp(lookup.linkless, looseKeys(name))
  if (linkless.length > 0) return weaker(linkless, lessSure)
  const put = composed(dataset, name)
  if (put !== undefined && put.confidence >= composedConfidence) return asField(put)
  const valued = matchValueName(lookup, plainOf(name))
  if (valued.length > 0) return weaker(valued, lessSure)
  const short = lookUpShortened(lookup, plainOf(name))
  if (short !== undefined) return weaker([short], lessSure)
  const shuffledNames = inAnyOrder(lookup, name)
  if (shuffledNames.length > 0) return shuffledNames
  const bare = lookUp(lookup.linkless, bareKeys(name))
  return bare.length > 0 ? weaker(bare, qualified) : asField(put)
}

const matchName = (dataset: Dataset, name: string): readonly Candidate[] =>
  lookups[dataset].exact.get(compactKey(name)) ?? matchLevel(dataset, name)

/** `Temps de travail (%)`; `Gehalt (100 %)` is an amount. */
const isShare = /(?<!\d ?)%/

const candidatesOf = (dataset: Dataset, name: string): readonly Candidate[] => {
  if (isShare.test(name)) return []
  const whole = matchName(dataset, name)
  const isOfOthers = isAboutOthers(name)
  if (whole.length > 0 || (isOfOthers && !isAboutManagers(name))) return whole
  const level = levelsOf(plainOf(name)).map((each) =>
    matchName(dataset, each).filter(({ field }) => !isOfOthers || field.startsWith('manager.')),
  )
  return weaker(level.find((found) => found.length > 0) ?? [], lessSure)
}

const answers = new Map(datasets.map((dataset) => [dataset, remembered((name) => candidatesOf(dataset, name))]))

/** What a column of this name may fill, the likeliest first. */
export const matchHeader = (dataset: Dataset, name: string): readonly Candidate[] => answers.get(dataset)?.(name) ?? []

/** Up to this rank a name still is one when words around it are left out. */
const looseRank = 1

/** How well a name says that the column identifies its row: 0 best, -1 not at all. */
export const idRank = (dataset: Dataset, name: string): number => {
  const exact = ranks.get(dataset)?.get(compactKey(name))
  if (exact !== undefined) return exact
  const loose = [...looseKeys(name), ...bareKeys(name)].map((key) => ranks.get(dataset)?.get(key) ?? -1)
  const bare = loose.find((rank) => rank >= 0 && rank <= looseRank)
  if (bare !== undefined) return bare
  const put = matchComposed(dataset, name)?.field
  if (put === 'remote_id') return dataset === 'employees' ? looseRank : 0
  return put === 'employee_number' ? looseRank : -1
}
