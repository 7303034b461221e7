import type { Dataset } from '#core/files/datasets.ts'
import { bareNames } from './bare-names.ts'
import { addressClaims, onlyAddressClaims } from './claim-addresses.ts'
import { withShapes } from './claim-by-shape.ts'
import { targetFields } from './fields.ts'
import { type Fit, fitColumn, type Habits, knownWords } from './fit-column.ts'
import type { Candidate } from './header-lookup.ts'
import { bareKey, compactKey, levelsOf } from './header-words.ts'
import { matchHeader } from './match-header.ts'
import { type SampleColumn, share } from './sample-column.ts'
import { looseFirstNames, looseLastNames } from './synonyms/employees.ts'

/** A field that a column could fill, by its name and its values. */
export type Claim = Candidate & { readonly column: SampleColumn; readonly fit: Fit }

type Named = { readonly column: SampleColumn; readonly candidates: readonly Candidate[] }

const lastNameKeys = looseLastNames.split('|')
const firstNameKeys = looseFirstNames.split('|')

/** `Name` is the last name beside a first name, a single word beside a last name is the first name, and else it is the whole name; `Nome` is the first name beside a last name. */
const looseName = ({ name, values }: SampleColumn, claimed: ReadonlySet<string>): Candidate | undefined => {
  const key = bareKey(levelsOf(name)[1] ?? name)
  const [first, last] = [claimed.has('first_name'), claimed.has('last_name')]
  const areSingle = values.length > 0 && values.every((value) => !/\s/.test(value))
  if (lastNameKeys.includes(key) && last && !first && areSingle) return { field: 'first_name', confidence: 0.7 }
  if (lastNameKeys.includes(key)) return { field: first && !last ? 'last_name' : 'display_full_name', confidence: 0.85 }
  if (firstNameKeys.includes(key))
    return { field: last && !first ? 'first_name' : 'display_full_name', confidence: 0.85 }
  return undefined
}

/** Names that only may be a name leave the column `Name` what it is. */
const sureOfName = 0.75

const withLooseNames = (named: readonly Named[]): readonly Named[] => {
  const sure = named.flatMap(({ candidates }) => candidates.filter(({ confidence }) => confidence >= sureOfName))
  const claimed = new Set(sure.map(({ field }) => field))
  return named.map(({ column, candidates }) => {
    const isOpen = candidates.every(({ confidence }) => confidence < sureOfName)
    const loose = isOpen ? looseName(column, claimed) : undefined
    return loose === undefined ? { column, candidates } : { column, candidates: [loose] }
  })
}

const describes = (name: string): boolean =>
  /(?:text|name|bezeichnung|beschreibung|description|libelle)$/.test(compactKey(name))

/** Beside `Abteilungstext`, the column `Abteilung` holds the code. */
const withCodes = (named: readonly Named[]): readonly Named[] => {
  const all = (field: string) =>
    named.filter(({ candidates }) => candidates.some((candidate) => candidate.field === field))
  return named.map((one) => {
    const { column, candidates } = one
    const name = candidates.find(({ field }) => field.endsWith('.name'))?.field
    if (name === undefined || describes(column.name)) return one
    const field = name.replace(/name$/, 'remote_id')
    const described = all(name).some((other) => other !== one && describes(other.column.name))
    return described && all(field).length === 0 ? { column, candidates: [{ field, confidence: 0.8 }] } : one
  })
}

const hasDigit = (value: string): boolean => /\d/.test(value)
/** `D07`, `50000123`: what stands for something that has a name elsewhere. */
const looksLikeCode = (value: string): boolean => /^[A-Z]{0,4}[-_./]?\d[\w./-]*$/.test(value)

const mostly = 0.9
const half = 0.5

/** What a column of things that have ids and names holds of them, by its values. */
const partByValues = (field: string, { values }: SampleColumn): string => {
  // A cost centre is a code, except where its values are words.
  if (field === 'cost_center.remote_id') return share(values, hasDigit) < half ? 'cost_center.name' : field
  const isThing = /^(?:department|team|legal_entity|work_location|type)\.name$/.test(field)
  return isThing && values.length > 0 && share(values, looksLikeCode) >= mostly
    ? field.replace(/name$/, 'remote_id')
    : field
}

/** What words for kinds and states of work are by the values: `current status` may hold `full time`. */
const otherOfWork: Readonly<Record<string, string>> = {
  employment_status: 'employment_type',
  employment_type: 'employment_status',
}

const workByValues = (field: string, { distinct }: SampleColumn): string => {
  const other = otherOfWork[field]
  if (other === undefined || distinct.size === 0) return field
  const knows = (name: string): boolean => knownWords(name, distinct) >= mostly
  return !knows(field) && knownWords(field, distinct) === 0 && knows(other) ? other : field
}

const withPartsByValues = (named: readonly Named[]): readonly Named[] =>
  named.map(({ column, candidates }) => ({
    column,
    candidates: candidates.map((each) => ({ ...each, field: workByValues(partByValues(each.field, column), column) })),
  }))

const saidWork = 0.8

/** Beside a work address, a column that is only called `E-Mail` holds the private one. */
const withSecondEmails = (named: readonly Named[]): readonly Named[] => {
  const all = named.flatMap(({ candidates }) => candidates)
  const hasWork = all.some(({ field, confidence }) => field === 'work_email' && confidence >= saidWork)
  if (!hasWork || all.some(({ field }) => field === 'personal_email')) return named
  return named.map(({ column, candidates }) => ({
    column,
    candidates: candidates.map((each) =>
      each.field === 'work_email' && each.confidence < saidWork ? { field: 'personal_email', confidence: 0.6 } : each,
    ),
  }))
}

const fits = (dataset: Dataset, { column, candidates }: Named, habits: Habits): readonly Claim[] =>
  candidates.flatMap(({ field, confidence }) => {
    const type = targetFields[dataset][field]
    const fit = type === undefined ? undefined : fitColumn(field, type, column, habits)
    return fit === undefined ? [] : [{ field, confidence: confidence * fit.factor, column, fit }]
  })

/** Everything the columns could fill, the likeliest first. */
export const findClaims = (dataset: Dataset, columns: readonly SampleColumn[], habits: Habits): readonly Claim[] => {
  const bare = bareNames(columns.map(({ name }) => name))
  const matched = columns.map((column, at): Named => {
    const candidates = matchHeader(dataset, column.name)
    return { column, candidates: candidates.length > 0 ? candidates : matchHeader(dataset, bare[at] ?? column.name) }
  })
  const told = dataset === 'employees' ? withSecondEmails(withCodes(withLooseNames(matched))) : matched
  const parts = withPartsByValues(told)
  const named = dataset === 'employees' ? withShapes(parts) : parts
  const unnamed = named
    .filter(({ candidates }) => candidates.every(({ confidence }) => confidence < sureOfName))
    .map(({ column }) => column)
  const addresses = dataset === 'employees' ? addressClaims(unnamed, columns, bare) : onlyAddressClaims(unnamed, bare)
  return [...named, ...addresses]
    .flatMap((one) => fits(dataset, one, habits))
    .sort((a, b) => b.confidence - a.confidence)
}

const nearlyAsSure = 0.1
const contested = 0.9

/** Claims that stand, less sure where another column, which nothing else is made of, is called so as well. */
export const withRivals = (settled: readonly Claim[], possible: readonly Claim[]): readonly Claim[] => {
  const used = new Set(settled.map(({ column }) => column.index))
  return settled.map((claim) => {
    const isRival = (other: Claim): boolean =>
      other.field === claim.field && !used.has(other.column.index) && other.confidence > claim.confidence - nearlyAsSure
    return possible.some(isRival) ? { ...claim, confidence: claim.confidence * contested } : claim
  })
}

/** Each field gets its likeliest column, each column fills one field. */
export const settleClaims = (claims: readonly Claim[]): readonly Claim[] => {
  const fields = new Set<string>()
  const columns = new Set<number>()
  return claims.filter(({ field, column }) => {
    if (fields.has(field) || columns.has(column.index)) return false
    fields.add(field)
    columns.add(column.index)
    return true
  })
}
