import { deliveryKey } from '#core/control/keys.ts'
import { deliveryIdOf } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { KeyedHash } from '#core/ports/system.ts'
import { type Delivery, newDelivery } from './delivery.ts'
import type { WebhookEvent, WebhookMessage } from './event.ts'
import { bodyOf } from './payload.ts'

type Ports = {
  readonly control: Pick<ControlStore, 'create'>
  readonly webhookQueue: QueueSender
  readonly hash: KeyedHash
  readonly dashboardUrl: string
}

const idBytes = 12

/** Whether somebody asked for it: a test or a redelivery, which waits behind nothing. */
export const isAskedFor = ({ integrationId, round }: Pick<Delivery, 'integrationId' | 'round'>): boolean =>
  integrationId === null || round > 1

/** Sends the message of a delivery. The group of one that somebody asked for is its own. */
export const sendDelivery = ({ webhookQueue }: Pick<Ports, 'webhookQueue'>, delivery: Delivery): Promise<void> => {
  const { endpointId, id, integrationId, round } = delivery
  const message: WebhookMessage = { kind: 'delivery', endpointId, deliveryId: id }
  return webhookQueue.send({
    body: JSON.stringify(message),
    groupId: `${endpointId}-${isAskedFor(delivery) ? id : integrationId}`,
    deduplicationId: `${id}-${round}`,
  })
}

/**
 * Puts an event on its way to an endpoint. The same event makes the same delivery, however often it is spread: whoever comes
 * second sends the message again, which is of no effect once the delivery has ended.
 */
export const queueDelivery = async (
  ports: Ports,
  endpointId: string,
  event: WebhookEvent,
  { now, isTest = false }: { readonly now: number; readonly isTest?: boolean },
): Promise<Delivery> => {
  const fingerprint = ports.hash(`delivery\u0000${endpointId}\u0000${event.id}`).subarray(0, idBytes)
  const beginning = {
    id: deliveryIdOf(event.occurredAt, fingerprint),
    endpointId,
    integrationId: isTest ? null : event.integrationId,
    eventId: event.id,
    eventType: event.type,
    body: bodyOf(event, ports.dashboardUrl),
  }
  const delivery = newDelivery(beginning, now)
  await ports.control.create(deliveryKey(endpointId, delivery.id), delivery)
  await sendDelivery(ports, delivery)
  return delivery
}
