import type { Dataset } from '#core/files/datasets.ts'
import { wordKey } from '#core/values/word-key.ts'
import { absenceSynonyms } from './synonyms/absences.ts'
import { addressParts, fillerWords, homeWords, workWords } from './synonyms/addresses.ts'
import { absenceTypeSynonyms, groupSynonyms, legalEntitySynonyms, locationSynonyms } from './synonyms/directory.ts'
import { employeeSynonyms } from './synonyms/employees.ts'
import { employmentSynonyms } from './synonyms/employments.ts'
import type { DatasetSynonyms, HeaderSynonyms } from './synonyms/header-synonyms.ts'
import { balanceSynonyms } from './synonyms/time-off-balances.ts'
import { timesheetSynonyms } from './synonyms/timesheets.ts'

/** A field that a column of this name may fill. */
export type Candidate = { readonly field: string; readonly confidence: number }

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

const sureConfidence = 0.95
const likelyConfidence = 0.7
/** Of a name that only matches without what stands around the word. */
const lessSure = 0.9

const keysOf = (names: string): readonly string[] => names.split('|').map(compactKey)

/** Words of a column name: `EmployeeID`, `employee_id` and `Employee ID` have the same. */
export const headerWords = (name: string): readonly string[] =>
  wordKey(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')).split(' ')

/** A name as it is looked up: its words without anything between them. */
export const compactKey = (name: string): string => wordKey(name).replaceAll(' ', '')

type Lookup = ReadonlyMap<string, readonly Candidate[]>

const lookupOf = ({ sure, likely }: DatasetSynonyms): Lookup => {
  const lookup = new Map<string, Candidate[]>()
  const add = (synonyms: HeaderSynonyms, confidence: number): void => {
    for (const [field, names] of Object.entries(synonyms)) {
      for (const key of keysOf(names)) lookup.set(key, [...(lookup.get(key) ?? []), { field, confidence }])
    }
  }
  add(sure, sureConfidence)
  add(likely, likelyConfidence)
  return lookup
}

const lookups: Readonly<Record<Dataset, Lookup>> = {
  employees: lookupOf(employeeSynonyms),
  employments: lookupOf(employmentSynonyms),
  absences: lookupOf(absenceSynonyms),
  time_off_balances: lookupOf(balanceSynonyms),
  timesheets: lookupOf(timesheetSynonyms),
  groups: lookupOf(groupSynonyms),
  legal_entities: lookupOf(legalEntitySynonyms),
  locations: lookupOf(locationSynonyms),
  absence_types: lookupOf(absenceTypeSynonyms),
}

const ownerWords: ReadonlySet<string> = new Set(
  'employee|employees|emp|worker|staff|associate|mitarbeiter|ma|hr|payroll|legal|primary|current|salarie|dipendente|empleado|medewerker|s'.split(
    '|',
  ),
)

/** A name without the words that only say whose column it is: `Employee First Name` is `firstname`. */
export const bareKey = (name: string): string => {
  const words = headerWords(name)
  const first = words.findIndex((word) => !ownerWords.has(word))
  return words.slice(Math.max(0, first)).join('')
}

/** Also without what stands in brackets, and without a date format. */
const looseKeys = (name: string): readonly string[] => [
  bareKey(name),
  compactKey(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')),
  compactKey(name.replace(/\b(?:yyyy|dd|mm)[-/. ].*$/i, '')),
]

/** What a column of this name may fill, the likeliest first. */
export const matchHeader = (dataset: Dataset, name: string): readonly Candidate[] => {
  const lookup = lookups[dataset]
  const exact = lookup.get(compactKey(name))
  if (exact !== undefined) return exact
  const bare = looseKeys(name).flatMap((key) => lookup.get(key) ?? [])
  return bare.map(({ field, confidence }) => ({ field, confidence: confidence * lessSure }))
}

/** How well a name says that the column identifies its row: 0 best, -1 not at all. */
export const idRank = (dataset: Dataset, name: string): number =>
  synonymsOf[dataset].id.findIndex((names) => keysOf(names).includes(compactKey(name)))

const partByKey = new Map(
  Object.entries(addressParts).flatMap(([part, names]) => keysOf(names).map((key) => [key, part] as const)),
)
const wordsOf = (names: string): ReadonlySet<string> => new Set(keysOf(names))
const work = wordsOf(workWords)
const home = wordsOf(homeWords)
const filler = wordsOf(fillerWords)

/** Whose address a column is part of; `open` when its name does not say. */
export type AddressMatch = { readonly owner: 'home' | 'work' | 'open'; readonly part: string }

export const matchAddress = (name: string): AddressMatch | undefined => {
  const words = headerWords(name)
  const rest = words.filter((word) => !work.has(word) && !home.has(word))
  const shorter = filler.has(rest.at(-1) ?? '') && rest.length > 1 ? rest.slice(0, -1) : rest
  const part = partByKey.get(rest.join('')) ?? partByKey.get(shorter.join(''))
  if (part === undefined) return undefined
  if (words.some((word) => work.has(word))) return { owner: 'work', part }
  return { owner: words.some((word) => home.has(word)) ? 'home' : 'open', part }
}
