import { needsUpkeep, recordsPerShard } from '#core/control/generations.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { queueUpkeep } from '#core/control/queue-upkeep.ts'
import type { UpkeepMessage } from '#core/deployment/queues.ts'
import { holdSuppressed, rewriteSuppressed } from '../rights/rewrite-suppressed.ts'
import { emptyRemoved } from './empty-removed.ts'
import { deliverEvents } from './events.ts'
import { expireFiles } from './expire-files.ts'
import { moveOutgrown } from './move-generation.ts'
import type { SyncPorts } from './ports.ts'
import { purgeRetired } from './purge-generation.ts'
import { openSession, type StateSession } from './state-session.ts'
import { stopWorkAt } from './stop-work.ts'

/** Removing a million records takes minutes: syncs of the customer get their turn between two pieces of it. */
const purgePieceMs = 60_000

/** Whether it came to the end. A model is not moved while a plan is unfinished: its records may still be written. */
const attend = async (
  ports: SyncPorts,
  session: StateSession,
  integrationId: string,
  deadline: number,
): Promise<boolean> => {
  const stopAt = stopWorkAt(deadline)
  if (!(await expireFiles(ports, session, integrationId))) return false
  if (!(await rewriteSuppressed(ports, session, { integrationId, stopAt }))) return false
  if (!(await emptyRemoved(ports, session, { integrationId, stopAt }))) return false
  if (!session.state().pending && !(await moveOutgrown(ports, session, { integrationId, stopAt }))) return false
  return purgeRetired(ports, session, { integrationId, stopAt: Math.min(stopAt, ports.now() + purgePieceMs) })
}

/**
 * Handles an upkeep message: removes files that are kept no longer, moves models that have grown to more shards, and purges generations that nobody reads any more.
 * Safe to repeat at any point. `deadline` (epoch ms) is when the invocation is cut off.
 */
export const createUpkeep =
  (ports: SyncPorts) =>
  async ({ integrationId }: UpkeepMessage, deadline: number): Promise<void> => {
    if (!(await readIntegration(ports.control, integrationId))) return
    const session = await openSession(ports, integrationId, `upkeep-${ports.now()}`, deadline)
    try {
      await deliverEvents(ports, integrationId, session)
      if (!(await attend(ports, session, integrationId, deadline)))
        await queueUpkeep(ports.syncQueue, integrationId, ports.now())
    } finally {
      await session.release()
    }
  }

/** Removes what is kept no longer, and queues upkeep if anything else is due: a sync may have made a model grow, or found that an earlier message is lost. */
export const queueDueUpkeep = async (ports: SyncPorts, session: StateSession, integrationId: string): Promise<void> => {
  const { syncQueue, now, recordsPerShard: perShard = recordsPerShard } = ports
  const isExpired = await expireFiles(ports, session, integrationId)
  const isLookedThrough = session.state().emptiedUntil !== 0 && !(await holdSuppressed(ports.control, integrationId))
  if (!isExpired || !isLookedThrough || needsUpkeep(session.state(), perShard, now()))
    await queueUpkeep(syncQueue, integrationId, now())
}
