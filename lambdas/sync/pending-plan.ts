import type { IntegrationState } from '#core/control/state.ts'
import { planKey, progressKey } from '#core/files/archive-keys.ts'
import { encodePlan, type Plan, type PlanInputs } from '#core/sync/plan.ts'
import { decodeProgress, encodeProgress, noProgress, type Progress } from '#core/sync/stamp-table.ts'
import { withNewModels } from './choose-generations.ts'
import { withMuch } from './gather-feed.ts'
import type { Undoing } from './open-rollback.ts'
import { readPlan, readWhole, type UnknownIds } from './plan-file.ts'
import type { PlannedWrites } from './plan-writes.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

type Pending = NonNullable<IntegrationState['pending']>

/** A plan that fails again and again must not hold up the files behind it. */
const maxAttempts = 3

/** Whether nobody goes on with a plan any more. */
export const isGivenUp = ({ attempts }: Pending): boolean => attempts >= maxAttempts

export type Run = {
  readonly integrationId: string
  readonly syncId: string
  readonly unknown: UnknownIds
  readonly inputs: PlanInputs
  /** The rollback that it carries out. */
  readonly undoing?: Undoing | undefined
  /** When to put off what is left, epoch ms. */
  readonly stopAt: number
}

const stored = async ({ archive }: SyncPorts, key: string, parts: Iterable<Uint8Array>) => {
  const { versionId } = await archive.put(key, ReadableStream.from(parts))
  return { key, versionId }
}

export const listed = (unknown: UnknownIds): Plan['unknown'] => [...unknown].map(([model, ids]) => ({ model, ids }))

/** Stores what is about to be written, so that whoever comes after a crash knows of it. */
export const beginPlan = async (
  ports: SyncPorts,
  session: StateSession,
  { integrationId, syncId, unknown, inputs }: Run,
  planned: PlannedWrites,
): Promise<void> => {
  const writes = planned.writes.map(({ model, ids }) => ({ model, ids }))
  const { fingerprint } = planned
  const parts = encodePlan({ inputs, fingerprint, unknown: listed(unknown), writes })
  const plan = await stored(ports, planKey(integrationId, syncId), parts)
  const much = withMuch(writes, ports.now())
  await session.save((state) => ({
    ...state,
    pending: { ...plan, progress: null, attempts: 1 },
    generations: much(withNewModels(state.generations, planned, ports.recordsPerShard)),
  }))
}

/** Notes how far a plan was carried out; the next run goes on there. */
export const putOff = async (
  ports: SyncPorts,
  session: StateSession,
  { integrationId, syncId }: Run,
  progress: Progress,
): Promise<void> => {
  const ref = await stored(ports, progressKey(integrationId, syncId), encodeProgress(progress))
  await session.save((state) => ({
    ...state,
    pending: state.pending && { ...state.pending, progress: ref, attempts: 0 },
  }))
  ports.log('SYNC_PUT_OFF', { integrationId, syncId, written: progress.written })
}

/** What to go on with: a plan, what it came from, and how far it was carried out. */
export type Unfinished = { readonly plan: Plan; readonly inputs: PlanInputs; readonly progress: Progress }

/** The unfinished plan, if it may be tried once more; every call counts as a try. */
export const takeUpPlan = async (ports: SyncPorts, session: StateSession): Promise<Unfinished | undefined> => {
  const { pending } = session.state()
  if (!pending || isGivenUp(pending)) return undefined
  const plan = await readPlan(ports.archive, pending)
  if (!plan.inputs) return undefined
  await session.save((state) => ({ ...state, pending: { ...pending, attempts: pending.attempts + 1 } }))
  const ids = plan.writes.reduce((sum, each) => sum + each.ids.size, 0)
  const bytes = pending.progress && (await readWhole(ports.archive, pending.progress))
  return { plan, inputs: plan.inputs, progress: (bytes && decodeProgress(bytes, ids)) ?? noProgress(ids) }
}

/** The same plan, which nobody goes on with: all that it names counts as unknown. */
export const givenUp = (pending: Pending): Pending => ({ ...pending, attempts: maxAttempts })

export const giveUpPlan = (session: StateSession): Promise<void> =>
  session.save((state) => ({ ...state, pending: state.pending && givenUp(state.pending) }))

/** Nobody goes on with the plan of this sync, if there is one; that of another sync stays. */
export const giveUpPlanOf = (
  session: StateSession,
  { integrationId, syncId }: Pick<Run, 'integrationId' | 'syncId'>,
): Promise<void> =>
  session.state().pending?.key === planKey(integrationId, syncId) ? giveUpPlan(session) : Promise.resolve()

/** What stays pending behind a commit: ids of datasets that it did not cover. */
export const leaveUnknown = async (
  ports: SyncPorts,
  { integrationId, syncId }: Pick<Run, 'integrationId' | 'syncId'>,
  left: UnknownIds,
): Promise<IntegrationState['pending']> => {
  if (left.size === 0) return null
  const parts = encodePlan({ inputs: null, fingerprint: '', unknown: listed(left), writes: [] })
  const plan = await stored(ports, planKey(integrationId, `${syncId}-left`), parts)
  return { ...plan, progress: null, attempts: maxAttempts }
}
