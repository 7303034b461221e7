import type { ModelId } from '#core/model/models.ts'
import { type Difference, differences } from './diff.ts'
import { roleOf, targetOf } from './file-table.ts'
import type { IdSet } from './id-table.ts'
import type { Drops, Judged, SuccessorOf } from './judge-differences.ts'
import { countLiving, givenNumbers, type LivingRows, staysHeld, storedIndexes } from './living-rows.ts'
import { type ManifestRow, type NextRow, unheardOf } from './manifest.ts'

/** A record that lives on. */
export type ComparedRecord = {
  readonly next: NextRow
  readonly base: ManifestRow | undefined
  /** Whether the file gives it, so that its own properties are in `built`; else it stays as it is stored. */
  readonly given: boolean
  readonly difference: Difference
  /** Why it stays although it would be removed (`hold.ts`); null for all others. */
  readonly absentSince: string | null
}

/** Records by id. They become objects only when they are looked at: there may be a million of them. */
export type ComparedRecords = {
  readonly size: number
  has(id: string): boolean
  get(id: string): ComparedRecord | undefined
  /** In an order that does not change. */
  values(): IteratorObject<ComparedRecord, undefined, unknown>
  /** Those that stay as they are stored. */
  stored(): IteratorObject<ComparedRecord, undefined, unknown>
  /** How many records of a model differ how, those aside whose removal waits for a decision. */
  counts(model: ModelId): DifferenceCounts
}

export type DifferenceCounts = Readonly<Record<Difference | 'held', number>>

export type RecordsInput = {
  readonly rows: LivingRows
  readonly judged: Judged
  readonly unknown: IdSet
  readonly drops: Drops
  readonly successorOf: SuccessorOf
  /** Why a committed row stays although it would be removed, by its number. */
  readonly holdTextOf: (index: number) => string | null
  /** What is not given may be emptied in part, so that it is no longer what its row says. */
  readonly empties: boolean
}

const givenRow = ({ table }: LivingRows, number: number): NextRow => ({
  id: table.id(number),
  model: table.model(number),
  remoteId: table.remoteId(number),
  own: table.own(number),
  embed: table.embed(number),
  references: [...table.references(number)].map((each) => ({ role: roleOf(each), id: table.id(targetOf(each)) })),
  day: table.day(number),
  marks: table.marks(number),
})

/** A row as it is stored, less what it mentions and is gone, with what stands for the rest now. What an unfinished plan may have overwritten is not what the row says. */
const storedRow = (
  row: ManifestRow,
  index: number,
  { rows: { base }, unknown, drops, successorOf, empties }: RecordsInput,
): NextRow => {
  const start = base.referencesStart(index)
  const references = row.references.flatMap((each, i) =>
    drops(start + i) ? [] : { ...each, id: successorOf(start + i) ?? each.id },
  )
  const isWhole =
    references.length === row.references.length && references.every(({ id }, i) => id === row.references[i]?.id)
  if (empties || unknown.has(row.id)) return { ...row, references, own: unheardOf, embed: unheardOf, marks: null }
  return isWhole ? row : { ...row, references, marks: null }
}

const differenceOf = (code: number | undefined): Difference => differences[code ?? 0] ?? 'changed'

const countsOf = ({ rows, judged }: RecordsInput, model: ModelId): DifferenceCounts => {
  const { table, base, stored } = rows
  const counts = { created: 0, changed: 0, touched: 0, redrawn: 0, unchanged: 0, held: 0 }
  for (const number of givenNumbers(rows))
    if (table.model(number) === model) counts[differenceOf(judged.given[number])] += 1
  for (const index of storedIndexes(rows))
    if (base.model(index) === model)
      counts[stored[index] === staysHeld ? 'held' : differenceOf(judged.stored[index])] += 1
  return counts
}

export const comparedRecords = (input: RecordsInput): ComparedRecords => {
  const { rows, judged, holdTextOf } = input
  const { table, base, committed, given, stored } = rows

  const givenRecord = (number: number): ComparedRecord => {
    const index = committed[number] ?? -1
    return {
      next: givenRow(rows, number),
      base: index < 0 ? undefined : base.row(index),
      given: true,
      difference: differenceOf(judged.given[number]),
      absentSince: null,
    }
  }

  const storedRecord = (index: number): ComparedRecord => {
    const row = base.row(index)
    return {
      next: storedRow(row, index, input),
      base: row,
      given: false,
      difference: differenceOf(judged.stored[index]),
      absentSince: holdTextOf(index),
    }
  }

  const isStored = (index: number): boolean => (stored[index] ?? 0) > 0

  const get = (id: string): ComparedRecord | undefined => {
    const number = table.find(id)
    if (given[number] === 1) return givenRecord(number)
    const index = base.find(id)
    return isStored(index) ? storedRecord(index) : undefined
  }

  const storedRecords = function* (): Generator<ComparedRecord, undefined> {
    for (const index of storedIndexes(rows)) yield storedRecord(index)
  }

  const values = function* (): Generator<ComparedRecord, undefined> {
    for (const number of givenNumbers(rows)) yield givenRecord(number)
    yield* storedRecords()
  }

  return {
    size: countLiving(rows),
    has: (id) => given[table.find(id)] === 1 || isStored(base.find(id)),
    get,
    values,
    stored: storedRecords,
    counts: (model) => countsOf(input, model),
  }
}
