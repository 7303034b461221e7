import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { RowMarks } from '#core/files/table.ts'
import { groupIssues } from '#core/issues/group.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import { buildRow, remoteIdOf } from '#core/records/build.ts'
import type { BuiltRow } from '#core/records/built-record.ts'
import { embedOf } from '#core/records/render.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import { type GatherRoom, rowAcceptor } from './accept-row.ts'
import type { RecordIdOf } from './record-numbers.ts'

export type Gathered = FileContents & {
  /** The first day on which rows say something else by themselves. */
  readonly dueAt: string | null
  /** Rows read, header excluded. */
  readonly rows: number
  /** Rows whose records stay as they were. */
  readonly quarantinedRows: number
  readonly issues: readonly Issue[]
}

/** What the records table takes, less what a record shows of its manager. */
const maxRecordBytes = 300_000
/** What a record may show of itself inside others. */
const maxEmbedBytes = 80_000

/** A record repeats a text a few times, and JSON spells a character in six at most: below this it cannot be too large. */
const harmlessTextLength = 4_000

const textLength = (values: FieldValues): number => {
  let length = 0
  for (const field in values) {
    const value = values[field]
    if (typeof value === 'string') length += value.length
  }
  return length
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).byteLength

const tooLarge = ({ record, derived }: BuiltRow, values: FieldValues): boolean => {
  if (textLength(values) < harmlessTextLength) return false
  // Groups are shown twice: once under their deprecated name.
  if (bytesOf([record, derived, derived]) > maxRecordBytes) return true
  return bytesOf(embedOf(record.model, record.own)) > maxEmbedBytes
}

const recordTooLarge = (dataset: Dataset, row: number): Issue =>
  issue('RECORD_TOO_LARGE', {
    dataset,
    rows: [row],
    message: 'The row makes a record larger than can be stored (300 kB), so it was left out.',
    fix: 'Shorten the long text in this row, or take its column out of the mapping.',
  })

const repeatedId = (dataset: Dataset, remoteId: string, rows: readonly number[]): Issue =>
  issue('ID_DUPLICATE', {
    dataset,
    rows,
    example: remoteId,
    message: 'The id stands in several rows that say different things, so none of them was applied.',
    fix: 'Export one row per id, or choose an id column that is different in every row.',
  })

/** Gathers the rows of a file one by one; what they come to is known only at the end, when every id was seen. */
export const gatherRows = (dataset: Dataset, idOf: RecordIdOf, room: GatherRoom, rules?: RowRules) => {
  const issues = groupIssues()
  const { table, accepted, accept, acceptKnown, dueAt } = rowAcceptor(dataset, idOf, room)
  const quarantined = new Set<string>()
  let rows = 0
  let quarantinedRows = 0
  let rowsWithoutId = 0

  const quarantine = (id: string | null, found: readonly Issue[]): void => {
    quarantinedRows += 1
    if (id === null) rowsWithoutId += 1
    else quarantined.add(id)
    for (const each of found) issues.add(each)
  }

  const addKnown = (row: number, index: number): void => {
    rows += 1
    acceptKnown(row, index)
  }

  const addMapped = (mapped: MappedRow, marks: RowMarks | null = null): void => {
    rows += 1
    if (mapped.kind === 'quarantined') {
      const model = datasetTraits[dataset].model
      quarantine(mapped.key === null ? null : idOf({ model, key: remoteIdOf(mapped.key) }), mapped.issues)
      return
    }
    for (const found of mapped.issues) issues.add(found)
    const built = rules?.build(mapped.key, mapped.values) ?? buildRow(dataset, mapped.key, mapped.values)
    if (tooLarge(built, mapped.values)) quarantine(idOf(built.record), [recordTooLarge(dataset, mapped.row)])
    else accept(mapped.row, built, mapped.issues.length === 0 ? marks : null)
  }

  const addBad = (found: Issue): void => {
    rows += 1
    quarantine(null, [found])
  }

  const finish = (): Gathered => {
    for (const { id, remoteId, rows: repeatedRows } of accepted.takeOutRepeated(quarantined)) {
      issues.add(repeatedId(dataset, remoteId, repeatedRows))
      quarantined.add(id)
      quarantinedRows += repeatedRows.length
    }
    return {
      table,
      known: accepted.known,
      quarantined,
      rowsWithoutId,
      rows,
      quarantinedRows,
      dueAt: dueAt(),
      issues: issues.all(),
    }
  }

  return { addMapped, addKnown, addBad, finish }
}
