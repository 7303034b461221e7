import type { SyncDatasetReport } from '#core/control/sync.ts'

/** How much of a report is kept: so many groups of issues, each with so many row numbers, which stay counted; and so many pairs. */
export type ReportExtent = { readonly issues: number; readonly rows: number; readonly pairs: number }

/** Keeps the first issues of each dataset and the first rows of each issue. */
export const shortenReport = (
  datasets: readonly SyncDatasetReport[],
  { issues, rows, pairs }: ReportExtent,
): SyncDatasetReport[] =>
  datasets.map((each) => ({
    ...each,
    ...(each.pairs ? { pairs: each.pairs.slice(0, pairs) } : {}),
    issues: each.issues.slice(0, issues).map((found) => ({ ...found, rows: found.rows.slice(0, rows) })),
  }))
