import type { ChunksChore } from '#core/control/chore.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { QueueSender } from '#core/ports/queue.ts'

/** Has a sync run again that waits for pieces of a large file; one that has ended meanwhile does nothing. */
export const queueWaitingSync = async (
  syncQueue: QueueSender,
  { integrationId, syncId, reason, dueAt }: ChunksChore,
): Promise<void> => {
  const message: SyncMessage = { kind: 'sync', integrationId, syncId, reason }
  await syncQueue.send({
    body: JSON.stringify(message),
    groupId: integrationId,
    deduplicationId: `${syncId}-${dueAt}`,
  })
}
