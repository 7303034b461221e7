import { listDocuments } from '#core/control/documents.ts'
import { deliveriesUntil, deliveryPartition, endpointKey, endpointPartition } from '#core/control/keys.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { Clock } from '#core/ports/system.ts'
import { keptMs } from '#core/webhooks/delivery.ts'
import { type Endpoint, EndpointSchema } from '#core/webhooks/endpoint.ts'

type Ports = { readonly control: Pick<ControlStore, 'query' | 'remove'>; readonly now: Clock }

/** In one call, which leaves time for what else there is to do; the next one goes on. */
const most = 100

/** Answers whether nothing is left that is to go. */
const forget = async ({ control, now }: Ports, { id, deletedAt }: Endpoint): Promise<boolean> => {
  const until = deletedAt === null ? deliveriesUntil(now() - keptMs) : undefined
  const query = { ...deliveryPartition(id), ...(until === undefined ? {} : { until }), limit: most }
  const { documents } = await control.query(query)
  for (const { key } of documents) await control.remove(key)
  return documents.length < most
}

/** Forgets deliveries after 30 days, and all those of endpoints that were removed, then these endpoints. */
export const forgetDeliveries = async (ports: Ports): Promise<void> => {
  for await (const endpoint of listDocuments(ports.control, { pk: endpointPartition }, EndpointSchema)) {
    const isDone = await forget(ports, endpoint)
    if (isDone && endpoint.deletedAt !== null) await ports.control.remove(endpointKey(endpoint.id))
  }
}
