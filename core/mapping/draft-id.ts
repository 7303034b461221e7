import type { Dataset } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'
import { isEmail } from '#core/values/email.ts'
import { bareNames } from './bare-names.ts'
import type { Claim } from './claims.ts'
import { compactKey, headerWords } from './header-words.ts'
import { idRank } from './match-header.ts'
import { type SampleColumn, share } from './sample-column.ts'
import { kindsOfName } from './word-kinds.ts'

export type IdChoice = {
  readonly columns: readonly SampleColumn[]
  readonly confidence: number
  readonly reason: string
  readonly issues: readonly Issue[]
}

type IdInput = {
  readonly dataset: Dataset
  readonly columns: readonly SampleColumn[]
  readonly rows: readonly { readonly cells: readonly string[] }[]
  readonly claims: readonly Claim[]
}

const separates = ({ values, distinct, filled }: SampleColumn): boolean =>
  filled === 1 && distinct.size === values.length

const unsure = (dataset: Dataset, column: string, said: Said): Issue => issue('ID_UNSURE', { ...said, dataset, column })

/** Ranks up to this one name an id and nothing else. */
const strongRank: Readonly<Record<Dataset, number>> = {
  employees: 1,
  employments: 0,
  absences: 0,
  time_off_balances: 0,
  timesheets: 0,
  groups: 1,
  legal_entities: 1,
  locations: 1,
  absence_types: 1,
}

/** One row differs from no other. */
const leastProof = 2

const repeats = ({ values, distinct }: SampleColumn): number => values.length - distinct.size

/** Names of the id that a system gives to its records, which numbers of people may stand beside. */
const recordKeys: ReadonlySet<string> = new Set(['id', 'uuid', 'guid'])
const isCount = ({ values }: SampleColumn): boolean =>
  values.length > 1 && values.every((value, at) => value === `${at + 1}`)

/** `ID Convenia` as the first column: nothing but an id, of a system that is called so. */
const isOfSystem = (name: string, at: number): boolean => {
  const { words } = kindsOfName(name)
  const others = words.filter((kinds) => !kinds.has('key'))
  return at === 0 && others.length === 1 && words.length === 2 && others.every((kinds) => kinds.size === 0)
}

/** As the name says; a record's own id goes before the numbers of people, except where it only counts the rows. */
const rankOf = (dataset: Dataset, column: SampleColumn, bare: string): number => {
  const named = idRank(dataset, column.name)
  const rank = named < 0 ? idRank(dataset, bare) : named
  if (dataset !== 'employees') return rank
  if (recordKeys.has(compactKey(bare)) && column.values.length > 0 && !isCount(column)) return 0
  return rank < 0 && isOfSystem(column.name, column.index) ? strongRank.employees : rank
}

const half = 0.5

type Ranked = { readonly column: SampleColumn; readonly rank: number }

/** Of several ids, the one that managers are named by. */
const referred = ({ claims }: IdInput, ranked: readonly Ranked[]): Ranked | undefined => {
  const managers = claims.find(({ field }) => field === 'manager.remote_id')?.column.distinct ?? new Set<string>()
  return managers.size === 0
    ? undefined
    : ranked.find(({ column }) => separates(column) && share(managers, (value) => column.distinct.has(value)) >= half)
}

const byName = (input: IdInput): IdChoice | undefined => {
  const { dataset, columns, rows } = input
  const bare = bareNames(columns.map(({ name }) => name))
  const ranked = columns
    .map((column, at) => ({ column, rank: rankOf(dataset, column, bare[at] ?? column.name) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
  const strong = ranked.filter(({ rank }) => rank <= strongRank[dataset])
  const best =
    referred(input, ranked) ??
    strong.find(({ column }) => rows.length === 0 || separates(column)) ??
    strong[0] ??
    ranked.find(({ column }) => rows.length === 0 || separates(column))
  if (best === undefined) return undefined
  const { column, rank } = best
  const base = rank <= strongRank[dataset] ? 0.95 : 0.7
  if (rows.length === 0) return { columns: [column], confidence: base * 0.9, reason: 'its name says so', issues: [] }
  if (separates(column)) {
    return {
      columns: [column],
      confidence: rows.length < leastProof ? base * 0.9 : base,
      reason: `it is different in each of ${rows.length} sample rows`,
      issues: [],
    }
  }
  const blank = rows.length - column.values.length
  const said = say('idRepeats', { column: column.name, rows: rows.length, repeats: repeats(column), blank })
  return {
    columns: [column],
    confidence: 0.6,
    reason: 'its name says so, though it repeats',
    issues: [unsure(dataset, column.name, said)],
  }
}

/** What together makes a row of these datasets one of its kind, the most telling first. */
const compositeFields: Readonly<Record<Dataset, readonly string[]>> = {
  employees: [],
  employments: ['employee.remote_id', 'effective_date', 'job_title', 'employment_type'],
  absences: ['employee.remote_id', 'start_date', 'type.remote_id', 'type.name', 'start_time', 'end_date'],
  time_off_balances: ['employee.remote_id', 'type.remote_id', 'type.name'],
  timesheets: ['employee.remote_id', 'started_at', 'date', 'start_time', 'ended_at', 'end_time'],
  groups: [],
  legal_entities: [],
  locations: [],
  absence_types: [],
}

const separatesTogether = (columns: readonly SampleColumn[], rows: IdInput['rows']): boolean => {
  const keys = new Set(rows.map(({ cells }) => columns.map(({ index }) => (cells[index] ?? '').trim()).join('\u001f')))
  return keys.size === rows.length
}

const composite = ({ dataset, rows, claims }: IdInput): IdChoice | undefined => {
  const parts = compositeFields[dataset].flatMap((field) => claims.find((claim) => claim.field === field)?.column ?? [])
  const usable = parts.filter(({ filled }) => rows.length === 0 || filled === 1)
  if (usable.length < 2) return undefined
  for (let count = 2; count <= usable.length; count += 1) {
    const columns = usable.slice(0, count)
    if (separatesTogether(columns, rows))
      return { columns, confidence: 0.75, reason: 'together they are different in every row', issues: [] }
  }
  const columns = usable.map(({ name }) => name).join(' + ')
  return {
    columns: usable,
    confidence: 0.4,
    reason: 'nothing tells the rows apart better',
    issues: [unsure(dataset, columns, say('idsTogetherRepeat', { columns }))],
  }
}

const uniqueness = (column: SampleColumn): number => {
  const variety = column.values.length === 0 ? 0 : (column.distinct.size / column.values.length) * column.filled
  const email = column.values.length > 0 && share(column.values, isEmail) === 1 ? 0.2 : 0
  const named = headerWords(column.name).some((word) => /^(?:id|no|nr|num|number|nummer|key|code|login)$/.test(word))
    ? 0.1
    : 0
  return variety + email + named
}

const mostUnique = ({ dataset, columns, rows, claims }: IdInput): IdChoice => {
  const email = rows.length === 0 ? claims.find(({ field }) => field === 'work_email')?.column : undefined
  const best = email ?? [...columns].sort((a, b) => uniqueness(b) - uniqueness(a))[0]
  const column = best?.name ?? ''
  return {
    columns: best === undefined ? [] : [best],
    confidence: 0.3,
    reason: 'it differs most from row to row',
    issues: [unsure(dataset, column, say('noColumnIsId', { column }))],
  }
}

/** Where nothing else tells people apart: their name and the day on which they began. */
const nameAndStart = ({ dataset, rows, claims }: IdInput): IdChoice | undefined => {
  if (dataset !== 'employees' || rows.length < 2) return undefined
  const columnOf = (field: string) => claims.find((claim) => claim.field === field)?.column
  const [first, last, whole, start] = ['first_name', 'last_name', 'display_full_name', 'start_date'].map(columnOf)
  const names = first && last ? [last, first] : [whole]
  const columns = [...names, start].filter((column) => column?.filled === 1).filter((column) => column !== undefined)
  if (columns.length !== names.length + 1 || !separatesTogether(columns, rows)) return undefined
  const said = columns.map(({ name }) => name).join(' + ')
  return {
    columns,
    confidence: 0.5,
    reason: 'no column is an id, and together they are different in every row',
    issues: [unsure(dataset, said, say('noColumnIsId', { column: said }))],
  }
}

const uniqueAddress = ({ dataset, columns }: IdInput): boolean =>
  dataset === 'employees' && columns.some((column) => separates(column) && share(column.values, isEmail) === 1)

/** The columns that identify a row: by their name, else several together, else the most unique one, which is said. */
export const chooseId = (input: IdInput): IdChoice =>
  byName(input) ?? composite(input) ?? (uniqueAddress(input) ? undefined : nameAndStart(input)) ?? mostUnique(input)
