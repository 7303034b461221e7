import type { Configuration } from '#core/control/configuration.ts'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { DatasetState } from '#core/control/state.ts'
import type { DriftPair, SyncDatasetReport } from '#core/control/sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Identities } from '#core/ids/identities.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Aliases } from '#core/sync/aliases.ts'
import type { Successors } from '#core/sync/follow-links.ts'
import type { Decided } from '#core/sync/hold.ts'
import type { IdSet } from '#core/sync/id-table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { Others } from '#core/sync/others.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import type { GoesBack } from './goes-back.ts'
import type { Rebuilt } from './rebuild-file.ts'

/** The employees that count as present. Their ids are read when they are first asked for. */
export type EmployeeSet = {
  /** Another one whenever the set is another one. */
  readonly name: string | null
  readonly ids: () => Promise<PresentIds>
  /** By which they were built. */
  readonly identities: Identities
  /** Those who have another id since the last sync. */
  readonly successors?: Successors | undefined
}

export type RebuildContext = {
  readonly integration: Integration
  readonly configuration: Configuration
  readonly employees: EmployeeSet
  /** Reads what is committed of the dataset. */
  readonly committed: () => Promise<ManifestTable>
  /** What other datasets say of the records that it tells of. */
  readonly others: () => Promise<Others>
  /** Under which other ids its rows may mention records. */
  readonly aliases: Aliases
  /** Which remote ids mean the same person, as far as its rows mention people. */
  readonly identities: Identities
  readonly syncId: string
  /** What was decided about held removals since the last sync; undefined when it is nothing. */
  readonly decided?: Decided | undefined
  /** It is known by now that the upload of the committed file was whole, and removals have waited for that. */
  readonly confirmed?: boolean
  /** What a rollback takes the dataset back to. */
  readonly goesBack?: GoesBack | undefined
  /** Ids that an unfinished plan may have written. */
  readonly unknown: IdSet
  /** There is an unfinished plan, whatever it touched. */
  readonly interrupted: boolean
  /** An unfinished plan touched this dataset, or somebody asked for it. */
  readonly force: boolean
}

/** A dataset computed anew, with everything its commit must remember. */
export type RebuiltDataset = Rebuilt & {
  readonly dataset: Dataset
  /** The newest file that it was built from. */
  readonly file: ExportFile
  /** All files that it was built from. */
  readonly files: readonly ExportFile[]
  /** All that it comes from, oldest first, where they build on each other. */
  readonly chain?: readonly ExportFile[]
  readonly mappingVersion: number
  /** Names the other rules that it was built by. */
  readonly configuration: string
  readonly employeeSet: string | null
  /** Names the aliases by which its mentions were resolved. */
  readonly aliases?: string | undefined
  /** Names the identities by which its rows were read. */
  readonly identities?: string | undefined
  readonly committed: DatasetState | undefined
  /** No file of it was looked at, so what an unfinished plan wrote of it stays unknown. */
  readonly unread?: true
  /** What it was before the sync that is rolled back by this. */
  readonly goesBack?: GoesBack
}

/** Files with the bytes of the committed one, and the state that the newest of them leads to. */
type RepeatedDataset = {
  readonly dataset: Dataset
  readonly state: DatasetState
  readonly files: readonly ExportFile[]
}

export type RefusedFile = {
  readonly file: ExportFile
  readonly issues: readonly Issue[]
  /** How many rows could be looked at. */
  readonly rows?: number
  /** Who in it is probably whom of those who are stored under other ids. */
  readonly pairs?: readonly DriftPair[] | undefined
}

/** What became of one dataset in a sync. */
export type DatasetOutcome = {
  readonly rebuilt: RebuiltDataset | null
  readonly repeated: RepeatedDataset | null
  readonly report: SyncDatasetReport
  readonly refused: readonly RefusedFile[]
  /** Files that a newer one has overtaken. */
  readonly superseded: readonly ExportFile[]
}
