import { purgeableAt } from '#core/control/generations.ts'
import type { Retired } from '#core/control/state.ts'
import type { RecordPosition, RecordSpace } from '#core/ports/record-store.ts'
import type { Leg } from './move-generation.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

const pageSize = 1_000

/** Takes out all records of a space. Answers whether it came to the end. */
const empty = async (ports: SyncPorts, session: StateSession, space: RecordSpace, stopAt: number): Promise<boolean> => {
  let at: RecordPosition | undefined
  do {
    const { records, next } = await ports.records.list(space, at, { records: pageSize })
    const ids = records.map(({ id }) => id)
    if (ids.length > 0) await ports.records.remove(space, ids, await session.extend())
    at = next
    if (at && ports.now() >= stopAt) return false
  } while (at)
  return true
}

const isSame = (a: Retired, b: Retired): boolean => a.model === b.model && a.generation === b.generation

/** Purges the generations that nobody may read any more. Answers whether it came to the end. */
export const purgeRetired = async (ports: SyncPorts, session: StateSession, leg: Leg): Promise<boolean> => {
  const { integrationId, stopAt } = leg
  const due = session.state().retired.filter((each) => purgeableAt(each) <= ports.now())
  for (const each of due) {
    const { model, generation, shards } = each
    if (!(await empty(ports, session, { integrationId, model, generation, shards }, stopAt))) return false
    await session.save((state) => ({ ...state, retired: state.retired.filter((other) => !isSame(other, each)) }))
    ports.log('GENERATION_PURGED', { integrationId, model, generation })
  }
  return true
}
