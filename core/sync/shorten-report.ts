import type { SyncDatasetReport } from '#core/control/sync.ts'

/** How much of a report's issues is kept: so many groups, each with so many row numbers. What is left out stays counted. */
export type ReportExtent = { readonly issues: number; readonly rows: number }

/** Keeps the first issues of each dataset and the first rows of each issue. */
export const shortenReport = (
  datasets: readonly SyncDatasetReport[],
  { issues, rows }: ReportExtent,
): SyncDatasetReport[] =>
  datasets.map((each) => ({
    ...each,
    issues: each.issues.slice(0, issues).map((found) => ({ ...found, rows: found.rows.slice(0, rows) })),
  }))
