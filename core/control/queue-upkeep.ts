import type { UpkeepMessage } from '#core/deployment/queues.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import { listDocuments } from './documents.ts'
import { IntegrationSchema } from './integration.ts'
import { integrationPartition } from './keys.ts'

/** Queues the upkeep of an integration's records and files behind whatever else is to be done for it. */
export const queueUpkeep = (syncQueue: QueueSender, integrationId: string, now: number): Promise<void> => {
  const message: UpkeepMessage = { kind: 'upkeep', integrationId }
  return syncQueue.send({
    body: JSON.stringify(message),
    groupId: integrationId,
    deduplicationId: `upkeep-${integrationId}-${now}`,
  })
}

type Ports = { readonly control: Pick<ControlStore, 'query'>; readonly syncQueue: QueueSender }

const atOnce = 10

/** Queues the upkeep of every integration. Safe to repeat. */
export const queueUpkeepOfAll = async ({ control, syncQueue }: Ports, now: number): Promise<void> => {
  const ids: string[] = []
  for await (const { id, status } of listDocuments(control, { pk: integrationPartition }, IntegrationSchema))
    if (status !== 'DELETING') ids.push(id)
  for (let start = 0; start < ids.length; start += atOnce)
    await Promise.all(ids.slice(start, start + atOnce).map((id) => queueUpkeep(syncQueue, id, now)))
}
