import type { SyncCounts } from '#core/control/sync.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { recordId } from '#core/ids/record-id.ts'
import { groupIssues } from '#core/issues/group.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { type Comparison, compare } from '#core/sync/compare.ts'
import type { Manifest } from '#core/sync/manifest.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import type { OpenBytes } from '../reading/read-table.ts'
import { examineFile } from './examine.ts'
import type { Gathered } from './gather-rows.ts'
import type { SyncPorts } from './ports.ts'
import { rememberingIds } from './remember-ids.ts'

/** A dataset computed anew from one file, before anything of it is written. */
export type Rebuilt = {
  readonly comparison: Comparison
  readonly counts: SyncCounts
  readonly issues: readonly Issue[]
}

export type RebuildInput = {
  readonly integrationId: string
  readonly dataset: Dataset
  readonly file: { readonly id: string; readonly name: string; readonly open: OpenBytes }
  readonly mapping: Mapping
  readonly base: Manifest
  readonly employees: PresentIds
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

/** Reads a file under a mapping and compares what it holds with what is committed. Nothing is written. */
export const rebuildFromFile = async (
  { keyedHash, contentHash }: Pick<SyncPorts, 'keyedHash' | 'contentHash'>,
  { integrationId, dataset, file, mapping, base, employees, unknown }: RebuildInput,
): Promise<RebuildResult> => {
  const idOf = rememberingIds(({ model, key }) => recordId(keyedHash, integrationId, model, key))
  const examined = await examineFile({ open: file.open, name: file.name, dataset, mapping, idOf })
  if (examined.kind === 'refused') return examined
  const { contents } = examined
  const compareInput = { dataset, fileId: file.id, file: contents, base, employees, unknown, idOf }
  const comparison = compare({ ...compareInput, hash: contentHash })
  const rebuilt: Rebuilt = {
    comparison,
    counts: countsOf(dataset, contents, comparison),
    issues: grouped(examined.issues, comparison.issues),
  }
  return { kind: 'rebuilt', rebuilt }
}
