import type { ExportFile } from '#core/control/file.ts'
import type { Sync, SyncCounts } from '#core/control/sync.ts'
import type { SyncPorts } from './ports.ts'

const having = (files: readonly ExportFile[], state: ExportFile['state']): readonly ExportFile[] =>
  files.filter((file) => file.state === state)

/** From the landing of the oldest file that was taken to the commit; null where none was. */
const lagOf = (files: readonly ExportFile[], endedAt: number): number | null => {
  const accepted = having(files, 'ACCEPTED')
  return accepted.length === 0 ? null : endedAt - Math.min(...accepted.map(({ eventTime }) => eventTime))
}

/** Says what a sync that is committed came to, `fresh` being the files that nobody had judged before it. */
export const logFinished = ({ log }: Pick<SyncPorts, 'log'>, sync: Sync, fresh: readonly ExportFile[]): void => {
  const { integrationId, id: syncId, state, startedAt, endedAt } = sync
  // A file that is the same as before was not read: its report restates the counts of the one that did.
  const counts = sync.datasets.filter(({ sameAs }) => sameAs === undefined).map((report) => report.counts)
  const total = (...names: readonly Exclude<keyof SyncCounts, 'suppressed'>[]): number =>
    counts.reduce((sum, each) => names.reduce((of, name) => of + each[name], sum), 0)
  log('SYNC_FINISHED', {
    integrationId,
    syncId,
    state,
    waits: sync.datasets.every(({ outcome }) => outcome !== 'refused'),
    writeUnits: sync.writeUnits?.units ?? null,
    rows: total('rows'),
    quarantined: total('quarantined'),
    written: total('created', 'updated', 'rerendered'),
    removed: total('removed'),
    filesAccepted: having(fresh, 'ACCEPTED').length,
    filesRefused: having(fresh, 'REFUSED').length,
    milliseconds: startedAt === null || endedAt === null ? null : endedAt - startedAt,
    lag: endedAt === null ? null : lagOf(fresh, endedAt),
  })
}
