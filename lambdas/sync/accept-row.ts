import type { RowMarks } from '#core/files/table.ts'
import type { LinkedKeys } from '#core/ids/linked-keys.ts'
import type { Scratch } from '#core/ports/scratch.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { BuiltRecord } from '#core/records/built-record.ts'
import { remoteIdOfIdentity } from '#core/records/directory.ts'
import { fileTable, packReference } from '#core/sync/file-table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { earlierDay } from '#core/values/zoned-day.ts'
import { acceptedRows } from './accepted-rows.ts'
import { derivedRecords } from './derived-records.ts'
import { type RecordIdOf, recordNumbers } from './record-numbers.ts'
import type { Told, ToldRecord, ToldRow } from './tell-row.ts'

/** What a file is gathered into. */
export type GatherRoom = {
  /** Absent where nobody was ever linked. */
  readonly keys?: LinkedKeys | undefined
  /** What is committed, to tell which rows of the file are known. */
  readonly base: ManifestTable
  readonly hash: ContentHash
  /** Takes what the rows give. */
  readonly scratch: Pick<Scratch, 'add' | 'put' | 'get'>
}

type AcceptedRow = Pick<Extract<ToldRow, { readonly kind: 'record' }>, 'row' | 'record' | 'derived'>

/** Takes rows that became records, with the records that they mention. */
export const rowAcceptor = (idOf: RecordIdOf, { base, hash, scratch, keys }: GatherRoom) => {
  const table = fileTable(scratch)
  const numberOf = recordNumbers(table, idOf)
  const accepted = acceptedRows(base, table, scratch)
  const derived = derivedRecords(base, { table, scratch, hash })
  let dueAt: string | null = null

  const referenceTo = (mention: ToldRecord['mentions'][number]): number =>
    packReference(mention.role, numberOf(mention, remoteIdOfIdentity(mention.model, mention.key)))

  /** Answers of which records that it mentions the row says something else than what counts. */
  const accept = (
    { row, record, derived: mentioned }: AcceptedRow,
    told: Told,
    marks: RowMarks | null,
  ): readonly BuiltRecord[] => {
    const differing = mentioned.filter((other) => !derived.add(numberOf(other, other.remoteId), row, other))
    const { due, model, day, remoteId } = record
    dueAt = earlierDay(dueAt, due ?? null)
    const id = idOf(record)
    const number = table.numberOf(id, model, remoteId)
    // Somebody may have mentioned the record by another of its names.
    if (keys && table.row(number) === 0) table.rename(number, remoteId)
    accepted.add(id, number, {
      ...told,
      row,
      references: record.mentions.map(referenceTo),
      day,
      // What changes by itself must be read to be noticed.
      marks: differing.length === 0 && due === undefined ? marks : null,
    })
    return differing
  }

  /** A day on which the rows say something else, though nothing is stored of this one now. */
  const noteDue = (due: string | null): void => {
    dueAt = earlierDay(dueAt, due)
  }

  /** Answers what was called of records that it mentions and that are something else now. */
  const acceptKnown = (row: number, index: number): readonly string[] => {
    accepted.addKnown(index, row)
    return derived.addKnown(index).map((target) => base.remoteId(target))
  }

  return { table, accepted, accept, acceptKnown, noteDue, dueAt: () => dueAt }
}
