import type { ExportFile } from '#core/control/file.ts'
import type { DriftPair, SyncDatasetReport } from '#core/control/sync.ts'

type Issues = ExportFile['issues']

/** Issues that show no cell any more: whose it was, nobody can tell once its file is gone. */
export const unquoted = (issues: Issues): Issues =>
  issues.map((each) => (each.example === null ? each : { ...each, example: null }))

/** Somebody by the ids of their records, and by what files call them. */
export type Whom = { readonly people: readonly string[]; readonly remoteIds: readonly string[] }

/** Who stands in a pair as the one whom a refused file gives may have no record. */
const isAbout =
  ({ people, remoteIds }: Whom) =>
  ({ id, from, to }: DriftPair): boolean =>
    people.includes(id) || remoteIds.includes(from) || remoteIds.includes(to)

/** A report without any cell, and without pairs of ids in which somebody is, on either side. */
export const unquotedReport = (datasets: readonly SyncDatasetReport[], whom: Whom): SyncDatasetReport[] => {
  const isTheirs = isAbout(whom)
  return datasets.map((each) => ({
    ...each,
    issues: unquoted(each.issues),
    ...(each.pairs ? { pairs: each.pairs.filter((pair) => !isTheirs(pair)) } : {}),
  }))
}

/** Whether there is anything to take out. */
export const quotes = (datasets: readonly SyncDatasetReport[], whom: Whom): boolean =>
  JSON.stringify(unquotedReport(datasets, whom)) !== JSON.stringify(datasets)
