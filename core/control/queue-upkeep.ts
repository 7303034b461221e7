import type { UpkeepMessage } from '#core/deployment/queues.ts'
import type { QueueSender } from '#core/ports/queue.ts'

/** Queues the upkeep of an integration's records behind whatever else is to be done for it. */
export const queueUpkeep = (syncQueue: QueueSender, integrationId: string, now: number): Promise<void> => {
  const message: UpkeepMessage = { kind: 'upkeep', integrationId }
  return syncQueue.send({
    body: JSON.stringify(message),
    groupId: integrationId,
    deduplicationId: `upkeep-${integrationId}-${now}`,
  })
}
