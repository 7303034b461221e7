import type { RowMarks } from '#core/files/table.ts'
import type { ModelId } from '#core/model/models.ts'
import type { Reference } from '#core/records/render.ts'

/** What is remembered of a record, so that the next file can be compared without reading it. */
export type ManifestRow = {
  readonly id: string
  readonly model: ModelId
  readonly remoteId: string
  /** Hash of the record's own properties, 32 hexadecimal digits. */
  readonly own: string
  /** Hash of what it shows inside others, 32 hexadecimal digits. */
  readonly embed: string
  readonly references: readonly Reference[]
  readonly day: string | null
  /** Marks of a row that says exactly what is remembered here and of what it mentions; null when there is none. */
  readonly marks: RowMarks | null
  /** epoch ms */
  readonly changedAt: number
  readonly feedAt: number
  /** Since which file the row would be removed, and why it is not (`hold.ts`); null for all others. */
  readonly absentSince: string | null
}

/** The hash of a record of which nobody knows what it says of itself: no other is the same. */
export const unheardOf = '0'.repeat(32)

/** A record as the new file gives it, with its mentions resolved; the stamps come with the write. */
export type NextRow = Omit<ManifestRow, 'changedAt' | 'feedAt' | 'absentSince'>
