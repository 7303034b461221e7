import { listDocuments } from '#core/control/documents.ts'
import { endpointPartition } from '#core/control/keys.ts'
import { EndpointSchema, wants } from '#core/webhooks/endpoint.ts'
import type { WebhookEvent } from '#core/webhooks/event.ts'
import { queueDelivery } from '#core/webhooks/queue-delivery.ts'
import type { MessageContext } from '../runtime/queue.ts'
import { spreadMailsOf } from './mails.ts'
import type { DeliverPorts } from './ports.ts'

/** Makes one delivery of an event for each endpoint that wants it, and has contacts told, once its time has come. */
export const spread = async (
  deliverPorts: DeliverPorts,
  event: WebhookEvent,
  { comeBackIn }: Pick<MessageContext, 'comeBackIn'>,
): Promise<void> => {
  const { control, webhookQueue, system, dashboardUrl } = deliverPorts
  const { clock, hash } = system
  const now = clock()
  if (event.notBefore > now) return comeBackIn(Math.ceil((event.notBefore - now) / 1000))
  const ports = { control, webhookQueue, hash, dashboardUrl }
  for await (const endpoint of listDocuments(control, { pk: endpointPartition }, EndpointSchema))
    if (wants(endpoint, event.type)) await queueDelivery(ports, endpoint.id, event, { now })
  await spreadMailsOf(deliverPorts, event)
}
