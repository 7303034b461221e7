import type { DriftPair, SyncCounts, SyncDatasetReport } from '#core/control/sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'

export const noCounts: SyncCounts = {
  rows: 0,
  quarantined: 0,
  created: 0,
  updated: 0,
  rerendered: 0,
  removed: 0,
  unchanged: 0,
  held: 0,
}

type Parts = Pick<SyncDatasetReport, 'outcome'> & {
  readonly file?: { readonly id: string; readonly name: string } | undefined
  readonly issues?: readonly Issue[]
  readonly counts?: SyncCounts
  readonly issuesLeft?: number | undefined
  readonly sameAs?: string
  readonly pairs?: readonly DriftPair[] | undefined
}

/** What a sync says about one dataset. */
export const datasetReport = (
  dataset: Dataset,
  { outcome, file, issues = [], issuesLeft, counts = noCounts, sameAs, pairs }: Parts,
): SyncDatasetReport => ({
  dataset,
  fileId: file?.id ?? null,
  fileName: file?.name ?? null,
  outcome,
  ...(sameAs === undefined ? {} : { sameAs }),
  counts,
  issues: [...issues],
  ...(issuesLeft === undefined ? {} : { issuesLeft }),
  ...(pairs === undefined ? {} : { pairs: [...pairs] }),
})
