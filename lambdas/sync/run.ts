import type { Integration } from '#core/control/integration.ts'
import { readSyncedIntegration } from '#core/control/integrations.ts'
import { fileKey } from '#core/control/keys.ts'
import type { SyncEvent } from '#core/control/state.ts'
import type { SyncDatasetReport } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { issue } from '#core/issues/issue.ts'
import type { PlanInputs } from '#core/sync/plan.ts'
import { applyRebuilt } from './apply.ts'
import { withRows } from './choose-generations.ts'
import { readConfiguration } from './configuration.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import { emptyOffPoints } from './empty-off-points.ts'
import { endSync } from './end-sync.ts'
import { remindOfEvents } from './events.ts'
import { type DatasetInputs, findInputs } from './inputs.ts'
import { keepReport } from './keep-report.ts'
import { leaveUnknown, type Run, type Unfinished } from './pending-plan.ts'
import { leftUnknown, planWrites } from './plan-writes.ts'
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

/** What a run comes to: `changed` when a plan that was begun is not what its inputs come to any more. */
export type RunEnd = 'ended' | 'put-off' | 'changed'

type Work = {
  readonly run: Run
  readonly found: readonly DatasetInputs[]
  readonly begun?: Pick<Unfinished, 'plan' | 'progress'> | undefined
}

/** Computes, writes and commits one sync under the lease of `session`; cancels it if the integration is turned off before it writes. */
export const perform = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  { run, found, begun }: Work,
): Promise<RunEnd> => {
  const { integrationId, syncId, unknown, inputs } = run
  const message: SyncMessage = { kind: 'sync', integrationId, syncId, reason: inputs.reason }
  const then = { ...ports, now: () => inputs.at }
  const configuration = await readConfiguration(then, integration)
  const outcomes = await rebuildAll(then, integration, configuration, unknown, message, found)
  // Nothing is written yet: what was turned off or deleted meanwhile stays as it is.
  if (!(await readSyncedIntegration(ports.control, integrationId))) {
    await endSync(ports, message, 'CANCELLED')
    return 'ended'
  }
  const rebuilt = outcomes.map((outcome) => outcome.rebuilt).filter((each) => each !== null)
  const planned = planWrites(rebuilt, unknown)
  if (begun && begun.plan.fingerprint !== planned.fingerprint) return 'changed'
  const applied = await applyRebuilt(ports, session, run, planned, begun?.progress)
  if (applied === 'put-off') return applied
  const emptied = await emptyOffPoints(ports, session, integrationId, configuration.scope, rebuilt)
  const reports = outcomes.map(({ report }) => report)
  await keepReport(ports, message, reports)
  const repeated = outcomes.map((outcome) => outcome.repeated).filter((each) => each !== null)
  const moved = [...applied, ...repeated].map(({ dataset, state }) => [dataset, state] as const)
  const datasets = { ...session.state().datasets, ...Object.fromEntries(moved) }
  const pending = await leaveUnknown(ports, run, leftUnknown(unknown, rebuilt))
  const dueAt = await scheduleDue(ports, integration, datasets)
  await scheduleVerification(ports, integrationId)
  const remindAt = await remindOfEvents(ports, integrationId)
  await session.save((state) => ({
    ...state,
    pending,
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
  return 'ended'
}

const inputsOf = (
  { syncId, reason }: SyncMessage,
  { mappings }: Integration,
  found: readonly DatasetInputs[],
  at: number,
): PlanInputs => ({
  syncId,
  reason,
  at,
  files: found.flatMap(({ candidates, late }) => [...candidates, ...late]).map(({ id }) => id),
  mappings: Object.fromEntries(found.map(({ dataset }) => [dataset, mappings[dataset]?.approved ?? 0])),
})

/** A sync of what there is now. */
export const runSync = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  message: SyncMessage,
  stopAt: number,
): Promise<RunEnd> => {
  const { integrationId, syncId } = message
  const unknown = await findUnknownIds(ports, session, message)
  const found = await findInputs(ports.control, integration, session.state(), message)
  const inputs = inputsOf(message, integration, found, ports.now())
  return perform(ports, session, integration, { run: { integrationId, syncId, unknown, inputs, stopAt }, found })
}
