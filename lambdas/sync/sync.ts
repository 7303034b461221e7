import { updateDocument } from '#core/control/documents.ts'
import { readIntegration, readSyncedIntegration } from '#core/control/integrations.ts'
import { syncKey } from '#core/control/keys.ts'
import { newSync, type Sync, SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { chunkFolderOf } from '#core/files/archive-keys.ts'
import { cancelSync } from './cancel.ts'
import { awaitChunks, removeChunks } from './chunks/await-chunks.ts'
import { ChunksAwaited } from './chunks/chunks-awaited.ts'
import { fanOut } from './chunks/fan-out.ts'
import { chunkLimits } from './chunks/limits.ts'
import { deliverEvents } from './events.ts'
import { continueMove } from './move-generation.ts'
import type { SyncPorts } from './ports.ts'
import { resumeSync } from './resume.ts'
import { runSync } from './run.ts'
import { openSession } from './state-session.ts'
import { stopWorkAt } from './stop-work.ts'
import { queueDueUpkeep } from './upkeep.ts'

const isOver = ({ endedAt }: Sync): boolean => endedAt !== null

/** Marks the run as begun; answers whether there is still anything to do. */
const begin = async ({ control, now }: SyncPorts, { integrationId, syncId, reason }: SyncMessage): Promise<boolean> => {
  const key = syncKey(integrationId, syncId)
  // The sender writes the document first; a message without one is as good.
  await control.create(key, newSync({ id: syncId, integrationId, reason, queuedAt: now() }))
  const sync = await updateDocument(
    control,
    key,
    SyncSchema,
    (each): Sync => (isOver(each) ? each : { ...each, state: 'RUNNING', startedAt: each.startedAt ?? now() }),
  )
  return sync !== undefined && !isOver(sync)
}

/** Leaves the rest to another run: of all that waits for the integration, it comes last. */
const queueAgain = ({ syncQueue, now }: SyncPorts, message: SyncMessage): Promise<void> =>
  syncQueue.send({
    body: JSON.stringify(message),
    groupId: message.integrationId,
    deduplicationId: `${message.syncId}-${now()}`,
  })

/**
 * Handles one message of the sync queue: turns the newest files and the configuration of an integration into its records.
 * Safe to repeat at any point. `deadline` (epoch ms) is when the invocation is cut off.
 */
export const createSync =
  (ports: SyncPorts) =>
  async (message: SyncMessage, deadline: number): Promise<void> => {
    const { integrationId, syncId } = message
    // Nothing of an integration that is gone comes into being again.
    if (!(await readIntegration(ports.control, integrationId))) return
    const session = await openSession(ports, integrationId, `${syncId}-${ports.now()}`, deadline)
    const scratch = ports.openScratch()
    const pieces = fanOut(ports, message, ports.chunkLimits ?? chunkLimits)
    const working = { ...ports, openScratch: () => scratch, fanOut: pieces }
    try {
      await deliverEvents(ports, integrationId, session)
      const stopAt = stopWorkAt(deadline)
      if ((await continueMove(ports, session, { integrationId, stopAt })) === 'unfinished')
        return await queueAgain(ports, message)
      const before = await readSyncedIntegration(ports.control, integrationId)
      const resumed = before ? await resumeSync(working, session, before, stopAt) : 'none'
      await deliverEvents(ports, integrationId, session)
      if (resumed === 'put-off' || (resumed === 'ended' && ports.now() >= stopAt))
        return await queueAgain(ports, message)
      if (!(await begin(ports, message))) return await queueDueUpkeep(ports, session, integrationId)
      // What was resumed may have been a rollback, which changes the configuration.
      const integration = resumed === 'ended' ? await readSyncedIntegration(ports.control, integrationId) : before
      if (!integration) return await cancelSync(ports, session, message)
      ports.log('SYNC_STARTED', { integrationId, syncId, reason: message.reason })
      if ((await runSync(working, session, integration, message, stopAt)) === 'put-off')
        return await queueAgain(ports, message)
      await deliverEvents(ports, integrationId, session)
      if (pieces.isUsed()) await removeChunks(ports, chunkFolderOf(integrationId))
      await queueDueUpkeep(ports, session, integrationId)
    } catch (error) {
      if (!(error instanceof ChunksAwaited)) throw error
      await awaitChunks(ports, message, error)
    } finally {
      scratch.close()
      await session.release()
    }
  }
