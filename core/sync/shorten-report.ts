import type { SyncDatasetReport } from '#core/control/sync.ts'
import { bySeverity } from '#core/issues/by-severity.ts'

/** How much of a report is kept: so many groups of issues, each with so many row numbers, which stay counted; and so many pairs. */
export type ReportExtent = { readonly issues: number; readonly rows: number; readonly pairs: number }

/** Keeps the gravest issues of each dataset, and how many are left out, and the first rows of each issue. */
export const shortenReport = (
  datasets: readonly SyncDatasetReport[],
  { issues, rows, pairs }: ReportExtent,
): SyncDatasetReport[] =>
  datasets.map((each) => {
    const left = each.issues.length - issues
    const kept = left > 0 ? each.issues.toSorted(bySeverity).slice(0, issues) : each.issues
    return {
      ...each,
      ...(each.pairs ? { pairs: each.pairs.slice(0, pairs) } : {}),
      issues: kept.map((found) => ({ ...found, rows: found.rows.slice(0, rows) })),
      ...(left > 0 ? { issuesLeft: left + (each.issuesLeft ?? 0) } : {}),
    }
  })
