import { type Chore, keyOfChore } from '#core/control/chore.ts'
import { cursorLifeMs, outgrownModel, purgeableAt, recordsPerShard } from '#core/control/generations.ts'
import { spreadUntil } from '#core/control/spreads.ts'
import type { Generation, IntegrationState, Retired } from '#core/control/state.ts'
import type { RecordSpace } from '#core/ports/record-store.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

const pageSize = 1_000
/** The indexes show what was written within this time: who polls at the switch must not find less than before it. */
const indexLagMs = 10_000
/** A move that fails again and again must not hold up the syncs behind it. */
const maxAttempts = 3

type Move = NonNullable<IntegrationState['move']>

export type Leg = {
  readonly integrationId: string
  /** When this run should come to its end and leave the rest to the next one, epoch ms. */
  readonly stopAt: number
}

const retire = (
  model: Move['model'],
  { generation, shards }: Pick<Generation, 'generation' | 'shards'>,
  servedUntil: number,
): Retired => ({
  model,
  generation,
  shards,
  servedUntil,
})

/** Copies records as they are, time stamps and removals included. Answers whether it came to the end. */
const copy = async (ports: SyncPorts, session: StateSession, move: Move, leg: Leg): Promise<boolean> => {
  const { integrationId, stopAt } = leg
  const { model, to } = move
  const current = session.state().generations[model] ?? { generation: 1, shards: 1 }
  const spaceOf = ({ generation, shards }: Generation): RecordSpace => ({ integrationId, model, generation, shards })
  let at = move.copied ?? undefined
  for (;;) {
    const { records, next } = await ports.records.list(spaceOf(current), at, { records: pageSize })
    if (records.length > 0) await ports.records.write(spaceOf(to), records, await session.extend())
    if (!next) return true
    at = next
    if (ports.now() < stopAt) continue
    await session.save((state) => ({ ...state, move: { ...move, copied: next, attempts: 0 } }))
    return false
  }
}

/** Lets readers into the new generation; those who are in the old one may stay for a day. */
const switchOver = async (ports: SyncPorts, session: StateSession, { model, to }: Move, leg: Leg): Promise<void> => {
  const { integrationId } = leg
  const copiedAt = ports.now()
  await ports.wait(indexLagMs)
  const servedUntil = ports.now() + cursorLifeMs
  const chore: Chore = { kind: 'upkeep', integrationId, dueAt: purgeableAt({ servedUntil }) }
  await ports.control.create(keyOfChore(chore), chore)
  await session.save((state) => {
    const old = state.generations[model]
    return {
      ...state,
      generations: { ...state.generations, [model]: { ...old, ...to, spreads: spreadUntil(copiedAt) } },
      retired: [...state.retired, ...(old ? [retire(model, old, servedUntil)] : [])],
      move: null,
    }
  })
  ports.log('GENERATION_SWITCHED', { integrationId, model, generation: to.generation, shards: to.shards })
}

/** Nobody has ever read what was copied so far. */
const giveUp = (session: StateSession, { model, to }: Move): Promise<void> =>
  session.save((state) => ({ ...state, move: null, retired: [...state.retired, retire(model, to, 0)] }))

/** Goes on with the move that is under way, if there is one; unless `unfinished`, there is none any more. */
export const continueMove = async (
  ports: SyncPorts,
  session: StateSession,
  leg: Leg,
): Promise<'finished' | 'unfinished' | 'given-up'> => {
  const { move } = session.state()
  if (!move) return 'finished'
  if (move.attempts >= maxAttempts) {
    await giveUp(session, move)
    return 'given-up'
  }
  const begun = { ...move, attempts: move.attempts + 1 }
  await session.save((state) => ({ ...state, move: begun }))
  if (!(await copy(ports, session, begun, leg))) return 'unfinished'
  await switchOver(ports, session, begun, leg)
  return 'finished'
}

/** Moves every model that has grown out of its shards to a generation with more of them. Answers whether it came to the end. */
export const moveOutgrown = async (ports: SyncPorts, session: StateSession, leg: Leg): Promise<boolean> => {
  for (;;) {
    const outcome = await continueMove(ports, session, leg)
    // What was given up is tried again after the next sync.
    if (outcome !== 'finished') return outcome === 'given-up'
    const outgrown = outgrownModel(session.state(), ports.recordsPerShard ?? recordsPerShard)
    if (!outgrown) return true
    await session.save((state) => ({ ...state, move: { ...outgrown, copied: null, attempts: 0 } }))
  }
}
