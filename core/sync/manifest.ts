import type { ModelId } from '#core/model/models.ts'
import type { Reference } from '#core/records/render.ts'

/** What is remembered of a record, so that the next file can be compared without reading it. */
export type ManifestRow = {
  readonly id: string
  readonly model: ModelId
  readonly remoteId: string
  /** Hash of the record's own properties. */
  readonly own: string
  /** Hash of what it shows inside others. */
  readonly embed: string
  readonly references: readonly Reference[]
  readonly day: string | null
  /** epoch ms */
  readonly changedAt: number
  readonly feedAt: number
  /** The file since which the row is missing while its removal is held. */
  readonly absentSince: string | null
}

/** A manifest by record id. */
export type Manifest = ReadonlyMap<string, ManifestRow>

/** A record as the new file gives it, with its mentions resolved; the stamps come with the write. */
export type NextRow = Omit<ManifestRow, 'changedAt' | 'feedAt' | 'absentSince'>
