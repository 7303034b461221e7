import type { ExportFile } from '#core/control/file.ts'
import type { DatasetState } from '#core/control/state.ts'
import type { SyncCounts } from '#core/control/sync.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { recordId } from '#core/ids/record-id.ts'
import { groupIssues } from '#core/issues/group.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { type Comparison, compare } from '#core/sync/compare.ts'
import type { Manifest } from '#core/sync/manifest.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import { examineFile } from './examine.ts'
import type { Gathered } from './gather-rows.ts'
import { readManifest } from './manifest-file.ts'
import { openArchived } from './open-archived.ts'
import type { SyncPorts } from './ports.ts'

/** The employees that count as present, and a hash that differs whenever they do. */
export type EmployeeSet = { readonly ids: PresentIds; readonly hash: string }

/** A dataset computed anew, before anything of it is written. */
export type Rebuilt = {
  readonly dataset: Dataset
  readonly file: ExportFile
  readonly mappingVersion: number
  readonly employeeSet: string | null
  readonly committed: DatasetState | undefined
  readonly comparison: Comparison
  readonly counts: SyncCounts
  readonly issues: readonly Issue[]
}

export type RebuildInput = {
  readonly integrationId: string
  readonly dataset: Dataset
  readonly file: ExportFile
  readonly committed: DatasetState | undefined
  readonly mapping: { readonly version: number; readonly mapping: Mapping }
  readonly employees: EmployeeSet
  /** Ids that an unfinished plan may have written. */
  readonly unknown: ReadonlySet<string>
}

export type RebuildResult =
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'rebuilt'; readonly rebuilt: Rebuilt }

const countsOf = (dataset: Dataset, contents: Gathered, { records, removed }: Comparison): SyncCounts => {
  const { model } = datasetTraits[dataset]
  const own = [...records.values()].filter(({ next }) => next.model === model)
  const present = own.filter(({ absentSince }) => absentSince === null)
  const number = (...wanted: readonly string[]): number =>
    present.filter(({ difference }) => wanted.includes(difference)).length
  return {
    rows: contents.rows,
    quarantined: contents.quarantinedRows,
    created: number('created'),
    updated: number('changed'),
    rerendered: number('touched', 'redrawn'),
    removed: removed.filter((row) => row.model === model).length,
    unchanged: number('unchanged'),
    held: own.length - present.length,
  }
}

const grouped = (...lists: readonly (readonly Issue[])[]): readonly Issue[] => {
  const issues = groupIssues()
  for (const found of lists.flat()) issues.add(found)
  return issues.all()
}

/** Reads an archived file and compares what it holds with what is committed. Nothing is written. */
export const rebuildFromFile = async (ports: SyncPorts, input: RebuildInput): Promise<RebuildResult> => {
  const { integrationId, dataset, file, committed, mapping, employees, unknown } = input
  const idOf: Parameters<typeof compare>[0]['idOf'] = ({ model, key }) =>
    recordId(ports.keyedHash, integrationId, model, key)
  const open = openArchived(ports, file)
  const examined = await examineFile({ open, name: file.name, dataset, mapping: mapping.mapping, idOf })
  if (examined.kind === 'refused') return examined
  const base: Manifest = committed ? await readManifest(ports.archive, committed.manifest, dataset) : new Map()
  const comparison = compare({
    dataset,
    fileId: file.id,
    file: examined.contents,
    base,
    employees: employees.ids,
    unknown,
    idOf,
    hash: ports.contentHash,
  })
  const rebuilt: Rebuilt = {
    dataset,
    file,
    mappingVersion: mapping.version,
    employeeSet: dataset === 'employees' ? null : employees.hash,
    committed,
    comparison,
    counts: countsOf(dataset, examined.contents, comparison),
    issues: grouped(examined.issues, comparison.issues),
  }
  return { kind: 'rebuilt', rebuilt }
}
