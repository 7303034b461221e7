import type { Integration } from '#core/control/integration.ts'
import { Fault } from '#core/fault.ts'
import { datasets } from '#core/files/datasets.ts'
import type { PlanInputs } from '#core/sync/plan.ts'
import { configuredAsBefore, inputsOfThen } from './go-back.ts'
import { findInputs } from './inputs.ts'
import { openRollback } from './open-rollback.ts'
import { giveUpPlan, takeUpPlan, type Unfinished } from './pending-plan.ts'
import { joinIds } from './plan-file.ts'
import type { SyncPorts } from './ports.ts'
import { perform, type RunEnd } from './run.ts'
import type { StateSession } from './state-session.ts'

const asThen = ({ identity: _, ...integration }: Integration, { mappings, identity }: PlanInputs): Integration => ({
  ...integration,
  ...(identity === undefined ? {} : { identity }),
  mappings: Object.fromEntries(
    datasets.map((dataset) => {
      const now = integration.mappings[dataset] ?? { approved: 0, latest: 0 }
      return [dataset, { ...now, approved: mappings[dataset] ?? 0 }]
    }),
  ),
})

const goOn = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  { plan, inputs, progress }: Unfinished,
  stopAt: number,
): Promise<RunEnd> => {
  const undoing = inputs.rollback ? await openRollback(ports, session, integration, inputs.rollback) : undefined
  const then = asThen(undoing ? configuredAsBefore(integration, undoing) : integration, inputs)
  const cause = { ...inputs, files: new Set(inputs.files) }
  const planned = await findInputs(ports.control, then, session.state(), cause)
  const found = undoing ? planned.map((each) => inputsOfThen(each, undoing)) : planned
  const { syncId } = inputs
  const run = { integrationId: integration.id, syncId, unknown: joinIds(plan.unknown), inputs, undoing, stopAt }
  try {
    return await perform(ports, session, then, { run, found, begun: { plan, progress } })
  } catch (error) {
    if (error instanceof Fault && error.code === 'ARCHIVE_OBJECT_MISSING') return 'changed'
    throw error
  }
}

/**
 * Goes on with the plan of a sync that was put off or interrupted, from the same files, mappings and day: what is written stays,
 * the rest follows, and one commit ends it. Files that came meanwhile wait behind it. `none` when there is no plan; when there is one
 * that its inputs do not lead to any more, or that failed too often, all that it names counts as unknown.
 */
export const resumeSync = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  stopAt: number,
): Promise<'ended' | 'put-off' | 'none'> => {
  const unfinished = await takeUpPlan(ports, session)
  if (!unfinished) return 'none'
  const end = await goOn(ports, session, integration, unfinished, stopAt)
  if (end !== 'changed') return end
  await giveUpPlan(session)
  return 'none'
}
