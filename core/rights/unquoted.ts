import type { ExportFile } from '#core/control/file.ts'
import type { SyncDatasetReport } from '#core/control/sync.ts'

type Issues = ExportFile['issues']

/** Issues that show no cell any more: whose it was, nobody can tell once its file is gone. */
export const unquoted = (issues: Issues): Issues =>
  issues.map((each) => (each.example === null ? each : { ...each, example: null }))

/** A report without any cell, and without pairs of ids in which somebody is. */
export const unquotedReport = (
  datasets: readonly SyncDatasetReport[],
  people: readonly string[],
): SyncDatasetReport[] =>
  datasets.map((each) => ({
    ...each,
    issues: unquoted(each.issues),
    ...(each.pairs ? { pairs: each.pairs.filter(({ id }) => !people.includes(id)) } : {}),
  }))

/** Whether there is anything to take out. */
export const quotes = (datasets: readonly SyncDatasetReport[], people: readonly string[]): boolean =>
  JSON.stringify(unquotedReport(datasets, people)) !== JSON.stringify(datasets)
