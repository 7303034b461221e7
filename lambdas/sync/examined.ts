import type { Dataset } from '#core/files/datasets.ts'
import type { LinkedKeys } from '#core/ids/linked-keys.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import type { PartSource } from '../reading/read-joined.ts'
import type { OpenBytes } from '../reading/read-table.ts'
import type { GatherRoom } from './accept-row.ts'
import type { LargeFile } from './chunks/large-file.ts'
import type { Gathered } from './gather-rows.ts'
import type { RecordIdOf } from './record-numbers.ts'

export type Examined =
  | {
      readonly kind: 'refused'
      readonly issues: readonly Issue[]
      /** The id of the file to blame, if it is one that the file is joined with. */
      readonly part?: string | undefined
      /** How many rows could be looked at all the same. */
      readonly rows?: number
      /** What these would have given, if they are all. */
      readonly contents?: Gathered
    }
  | {
      readonly kind: 'examined'
      /** The names of its columns. */
      readonly header: readonly string[]
      readonly contents: Gathered
      /** Names how the rows were read and mapped; null when some were otherwise than others. */
      readonly reading: string | null
      readonly issues: readonly Issue[]
    }

export type ExamineInput = {
  readonly open: OpenBytes
  readonly name: string
  /** The files that it is joined with. */
  readonly parts?: readonly PartSource[] | undefined
  readonly dataset: Dataset
  readonly mapping: Mapping
  readonly idOf: RecordIdOf
  readonly hash: ContentHash
  /** Takes what the rows give. */
  readonly scratch: GatherRoom['scratch']
  /** What is committed. Rows that it remembers, read and mapped as now, are not read again. */
  readonly base: ManifestTable
  /** Take no row for known. */
  readonly afresh: boolean
  readonly employees: PresentIds
  /** Completes rows by what earlier files said. */
  readonly fill?: (row: MappedRow) => MappedRow
  /** Absent where every record is called what its id is made of. */
  readonly keys?: LinkedKeys | undefined
  /** Names the identities by which people are found. */
  readonly identities?: string
  /** Without any, a row becomes what the mapping alone makes of it. */
  readonly rules?: RowRules
  /** The day that counts where no rules say one, `yyyy-MM-dd`. */
  readonly today?: string | undefined
  /** The file as one that others may tell in pieces. */
  readonly large?: LargeFile | undefined
}
