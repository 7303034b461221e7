import { noteColumns } from '#core/control/columns.ts'
import { readConfiguration } from '#core/control/configuration.ts'
import type { HeldDecision } from '#core/control/held-decision.ts'
import type { Integration } from '#core/control/integration.ts'
import { readSyncedIntegration } from '#core/control/integrations.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { Scope } from '#core/scope/scope.ts'
import type { PlanInputs } from '#core/sync/plan.ts'
import type { Progress } from '#core/sync/stamp-table.ts'
import { unpackUploads } from '../unpack/unpack-uploads.ts'
import { applyRebuilt } from './apply.ts'
import { awaitUploadEnds } from './await-upload-ends.ts'
import { cancelSync } from './cancel.ts'
import { commit, type Done } from './commit.ts'
import { emptiesStored, emptyStored } from './empty-stored.ts'
import { configuredAsBefore, type GoBack, inputsOfThen } from './go-back.ts'
import { findDecisions } from './held-decisions.ts'
import { type DatasetInputs, findInputs } from './inputs.ts'
import { forgetRollback, openRollback, type Undoing } from './open-rollback.ts'
import { beginPlan, putOff, type Run, type Unfinished } from './pending-plan.ts'
import { type PlannedWrites, planWrites } from './plan-writes.ts'
import type { SyncPorts } from './ports.ts'
import { type RebuiltAll, rebuildAll } from './rebuild-all.ts'
import type { StateSession } from './state-session.ts'
import { findUnknownIds } from './unknown-ids.ts'
import { meteredRecords, noteUnits } from './write-units.ts'

/** What a run comes to: `changed` when a plan that was begun is not what its inputs come to any more. */
export type RunEnd = 'ended' | 'put-off' | 'changed'

type Work = {
  readonly run: Run
  readonly found: readonly DatasetInputs[]
  readonly begun?: Pick<Unfinished, 'plan' | 'progress'> | undefined
}

type Writing = {
  readonly run: Run
  readonly planned: PlannedWrites
  readonly begun: Progress | undefined
  readonly scope: Scope
}

type Written = Pick<Done, 'applied' | 'emptied'>

const write = async (
  ports: SyncPorts,
  session: StateSession,
  { run, planned, begun, scope }: Writing,
): Promise<Written | 'put-off'> => {
  // Also by a run whose plan is given up.
  const isResumed = session.state().pending !== null
  // Without a plan, nobody who comes after this run would know that it emptied something.
  if (!begun && planned.writes.length === 0 && emptiesStored(planned.datasets, scope))
    await beginPlan(ports, session, run, planned)
  const written = await applyRebuilt(ports, session, run, planned, begun)
  if (written === 'put-off') return written
  const { applied, progress } = written
  const emptying = { integrationId: run.integrationId, scope, isResumed, stopAt: run.stopAt }
  const emptied = await emptyStored(ports, session, emptying, planned.datasets)
  if (emptied !== 'put-off') return { applied, emptied }
  await putOff(ports, session, run, progress)
  return emptied
}

/** A run that does not come to a commit notes what it cost by itself. */
const writeMetered = async (
  ports: SyncPorts,
  session: StateSession,
  writing: Writing,
): Promise<Omit<Done, keyof RebuiltAll> | 'put-off'> => {
  const { records, spent } = meteredRecords(ports.records)
  let written: Written | 'put-off' = 'put-off'
  try {
    written = await write({ ...ports, records }, session, writing)
  } finally {
    if (written === 'put-off') await noteUnits(ports, writing.run, spent())
  }
  return written === 'put-off' ? written : { ...written, spend: spent() }
}

/** A rollback is carried out as a whole or not at all. */
const isUndone = ({ datasets }: GoBack, { outcomes }: RebuiltAll): boolean =>
  datasets.every((back) => outcomes.some(({ rebuilt }) => rebuilt?.goesBack === back))

/** Computes, writes and commits one sync under the lease of `session`; cancels it if the integration is turned off before it writes. */
export const perform = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  { run, found, begun }: Work,
): Promise<RunEnd> => {
  const { integrationId, syncId, unknown, inputs, undoing } = run
  const message: SyncMessage = { kind: 'sync', integrationId, syncId, reason: inputs.reason }
  const then = { ...ports, now: () => inputs.at }
  const configuration = await readConfiguration(ports.control, integration, inputs.at)
  const decisions = await findDecisions(ports, integrationId, inputs.decisions ?? [])
  const cause = { syncId, reason: inputs.reason, decisions, goBack: undoing }
  const all = await rebuildAll(then, integration, configuration, unknown, cause, found)
  if (undoing && !isUndone(undoing, all)) return 'changed'
  // Nothing is written yet: what was turned off or deleted meanwhile stays as it is.
  if (!(await readSyncedIntegration(ports.control, integrationId))) {
    await cancelSync(ports, session, message)
    return 'ended'
  }
  const rebuilt = all.outcomes.map((outcome) => outcome.rebuilt).filter((each) => each !== null)
  for (const { dataset, header } of rebuilt)
    if (header.length > 0) await noteColumns(ports.control, ports.keyedHash, { integrationId, dataset, header })
  const planned = planWrites(rebuilt, unknown, all.producers)
  if (begun && begun.plan.fingerprint !== planned.fingerprint) return 'changed'
  const written = await writeMetered(ports, session, {
    run,
    planned,
    begun: begun?.progress,
    scope: configuration.scope,
  })
  if (written === 'put-off') return written
  await commit(ports, session, integration, run, { ...all, ...written })
  return 'ended'
}

const inputsOf = (
  { syncId, reason }: SyncMessage,
  { mappings, identity }: Integration,
  found: readonly DatasetInputs[],
  decisions: readonly HeldDecision[],
  undoing: Undoing | undefined,
  at: number,
): PlanInputs => ({
  syncId,
  reason,
  at,
  files: found
    .flatMap(({ candidates, late, parts, manifests }) => [
      ...candidates,
      ...late,
      ...(manifests?.files ?? []),
      ...parts.flatMap((part) => [...part.files, ...part.late]),
    ])
    .map(({ id }) => id),
  decisions: decisions.map(({ id }) => id),
  ...(undoing ? { rollback: undoing.rollback.id } : {}),
  ...(identity === undefined ? {} : { identity }),
  mappings: Object.fromEntries(found.map(({ dataset }) => [dataset, mappings[dataset]?.approved ?? 0])),
})

/** A sync of what there is now, or of what there was before the sync that it undoes. */
export const runSync = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  message: SyncMessage,
  stopAt: number,
): Promise<RunEnd> => {
  const { integrationId, syncId } = message
  const unknown = await findUnknownIds(ports, session, message)
  await unpackUploads(ports, session, integration, syncId)
  const undoing = await openRollback(ports, session, integration)
  const then = undoing ? configuredAsBefore(integration, undoing) : integration
  const find = () => findInputs(ports.control, then, session.state(), message)
  const first = await find()
  const now = (await awaitUploadEnds(ports, first)) ? await find() : first
  const found = undoing ? now.map((each) => inputsOfThen(each, undoing)) : now
  const decisions = await findDecisions(ports, integrationId)
  const inputs = inputsOf(message, then, found, decisions, undoing, ports.now())
  const run = { integrationId, syncId, unknown, inputs, undoing, stopAt }
  const end = await perform(ports, session, then, { run, found })
  if (end !== 'changed' || !undoing) return end
  await forgetRollback(ports, undoing.rollback, 'not-readable')
  return runSync(ports, session, integration, message, stopAt)
}
