import type { Integration } from '#core/control/integration.ts'
import { readSyncedIntegration } from '#core/control/integrations.ts'
import { fileKey } from '#core/control/keys.ts'
import type { SyncEvent } from '#core/control/state.ts'
import type { SyncDatasetReport } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { issue } from '#core/issues/issue.ts'
import { applyRebuilt, leftUnknown, withRows } from './apply.ts'
import { readConfiguration } from './configuration.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import { emptyOffPoints } from './empty-off-points.ts'
import { endSync } from './end-sync.ts'
import { remindOfEvents } from './events.ts'
import { keepReport } from './keep-report.ts'
import type { SyncPorts } from './ports.ts'
import { rebuildAll } from './rebuild-all.ts'
import { scheduleDue } from './schedule-due.ts'
import { scheduleVerification } from './schedule-verification.ts'
import type { StateSession } from './state-session.ts'
import { findUnknownIds } from './unknown-ids.ts'

const stateOf = (datasets: readonly SyncDatasetReport[]): SyncEvent['state'] => {
  const failed = datasets.filter(({ outcome }) => outcome === 'refused' || outcome === 'waiting_for_mapping')
  if (failed.length > 0 && failed.length === datasets.length) return 'FAILED'
  const partly = datasets.some(({ counts }) => counts.quarantined > 0 || counts.held > 0)
  return failed.length > 0 || partly ? 'PARTIALLY_FAILED' : 'SUCCEEDED'
}

/** A file's document and the state stay far below what an item may hold; the report has the rest. */
const maxIssuesOfFile = 20

const overtaken = issue('FILE_SUPERSEDED', {
  message: 'A newer file of the same kind was applied first, so this one was not needed.',
  fix: 'Nothing to do. If this is the right one after all, upload it again.',
})

const judgedFiles = (outcomes: readonly DatasetOutcome[]): SyncEvent['files'] =>
  outcomes.flatMap(({ rebuilt, repeated, refused, superseded }) => [
    ...[...(rebuilt?.files ?? []), ...(repeated?.files ?? [])].map((file) => ({
      key: fileKey(file),
      state: 'ACCEPTED' as const,
      issues: [],
    })),
    ...refused.map(({ file, issues }) => ({
      key: fileKey(file),
      state: 'REFUSED' as const,
      issues: issues.slice(0, maxIssuesOfFile),
    })),
    ...superseded.map((file) => ({ key: fileKey(file), state: 'SUPERSEDED' as const, issues: [overtaken] })),
  ])

/** Computes, writes and commits one sync under the lease of `session`; cancels it if the integration is turned off before it writes. */
export const runSync = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  message: SyncMessage,
): Promise<void> => {
  const { integrationId, syncId } = message
  const unknown = await findUnknownIds(ports, session, message)
  const configuration = await readConfiguration(ports, integration)
  const outcomes = await rebuildAll(ports, integration, configuration, session.state(), unknown, message)
  // Nothing is written yet: what was turned off or deleted meanwhile stays as it is.
  if (!(await readSyncedIntegration(ports.control, integrationId))) return endSync(ports, message, 'CANCELLED')
  const rebuilt = outcomes.map((outcome) => outcome.rebuilt).filter((each) => each !== null)
  const applied = await applyRebuilt(ports, session, { integrationId, syncId, unknown }, rebuilt)
  const emptied = await emptyOffPoints(ports, session, integrationId, configuration.scope, rebuilt)
  const reports = outcomes.map(({ report }) => report)
  await keepReport(ports, message, reports)
  const settled = leftUnknown(unknown, rebuilt).size === 0
  const repeated = outcomes.map((outcome) => outcome.repeated).filter((each) => each !== null)
  const moved = [...applied, ...repeated].map(({ dataset, state }) => [dataset, state] as const)
  const datasets = { ...session.state().datasets, ...Object.fromEntries(moved) }
  const dueAt = await scheduleDue(ports, integration, datasets)
  await scheduleVerification(ports, integrationId)
  const remindAt = await remindOfEvents(ports, integrationId)
  await session.save((state) => ({
    ...state,
    pending: settled ? null : state.pending,
    generations: withRows(state.generations, rebuilt),
    datasets,
    dueAt,
    events: [
      ...state.events,
      {
        kind: 'sync-finished',
        syncId,
        state: stateOf(reports),
        endedAt: ports.now(),
        changedModels: [...new Set([...applied.flatMap(({ changedModels }) => changedModels), ...emptied.models])],
        shownAt: Math.max(emptied.shownAt, ...applied.map(({ shownAt }) => shownAt)),
        remindAt,
        files: judgedFiles(outcomes),
      },
    ],
  }))
}
