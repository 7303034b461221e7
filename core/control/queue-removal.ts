import type { RemovalMessage } from '#core/deployment/queues.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Receipt } from './receipt.ts'

/** Queues what a receipt promises behind whatever else is to be done for the integration. Safe to repeat. */
export const queueRemoval = (
  syncQueue: QueueSender,
  { kind, integrationId, id: receiptId }: Pick<Receipt, 'kind' | 'integrationId' | 'id'>,
  now: number,
): Promise<void> => {
  const message: RemovalMessage = { kind, integrationId, receiptId }
  return syncQueue.send({
    body: JSON.stringify(message),
    groupId: integrationId,
    deduplicationId: `${receiptId}-${now}`,
  })
}
