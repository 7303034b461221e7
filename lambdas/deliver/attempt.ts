import { readDocument, updateDocument } from '#core/control/documents.ts'
import { deliveryKey, endpointKey } from '#core/control/keys.ts'
import type { System } from '#core/ports/system.ts'
import { type Attempt, afterAttempt, cancelled, type Delivery, DeliverySchema } from '#core/webhooks/delivery.ts'
import { type Endpoint, EndpointSchema, isOpen, validSecrets } from '#core/webhooks/endpoint.ts'
import { isAskedFor } from '#core/webhooks/queue-delivery.ts'
import { afterOutcome, restsUntil, withProbe } from '#core/webhooks/reachability.ts'
import type { MessageContext } from '../runtime/queue.ts'
import type { DeliverPorts } from './ports.ts'
import { signatureHeaders } from './sign.ts'

const userAgent = 'Rosterport-Webhooks/1'

const send = async (
  { post, system: { clock, hash } }: DeliverPorts,
  endpoint: Endpoint,
  { id, body, tries }: Delivery,
): Promise<Attempt> => {
  const startedAt = clock()
  const headers = {
    'content-type': 'application/json',
    'user-agent': userAgent,
    'x-rosterport-delivery': id,
    ...signatureHeaders(body, validSecrets(hash, endpoint, startedAt), tries),
  }
  const outcome = await post({ url: endpoint.url, headers, body })
  return { url: endpoint.url, startedAt, milliseconds: clock() - startedAt, outcome }
}

/** A number in [0, 1). */
const chance = ({ random }: Pick<System, 'random'>): number => (random(1)[0] ?? 0) / 256

const report = (
  { log }: DeliverPorts,
  { id, endpointId, eventType, state, tries }: Delivery,
  attempt: Attempt,
): void => {
  const { outcome, milliseconds } = attempt
  const result = outcome.kind === 'answered' ? outcome.status : outcome.code
  const event = state === 'SUCCEEDED' ? 'WEBHOOK_DELIVERED' : state === 'FAILED' ? 'WEBHOOK_GIVEN_UP' : 'WEBHOOK_FAILED'
  log(event, { endpointId, deliveryId: id, eventType, tries, result, milliseconds })
}

/**
 * Until when the endpoint is left alone, epoch ms: while its address does not answer, one delivery at a time finds out whether it does
 * again. Null for that one, and while all is well.
 */
const restOf = async ({ control, system }: DeliverPorts, endpoint: Endpoint): Promise<number | null> => {
  const now = system.clock()
  const rest = restsUntil(endpoint, now)
  if (rest !== null || withProbe(endpoint, now) === endpoint) return rest
  let isProbe = false
  const seen = await updateDocument(control, endpointKey(endpoint.id), EndpointSchema, (each) => {
    const probing = withProbe(each, now)
    isProbe = probing !== each
    return probing
  })
  return isProbe || !seen ? null : restsUntil(seen, now)
}

const noteOutcome = async (
  { control, system }: DeliverPorts,
  endpoint: Endpoint,
  { outcome, startedAt }: Attempt,
): Promise<void> => {
  const times = { startedAt, now: system.clock() }
  if (afterOutcome(endpoint, outcome, times) === endpoint) return
  await updateDocument(control, endpointKey(endpoint.id), EndpointSchema, (each) => afterOutcome(each, outcome, times))
}

const secondsUntil = (moment: number, now: number): number => Math.max(0, Math.ceil((moment - now) / 1000))

/**
 * Tries a delivery once, if it still has to be made and its time has come. The answer is recorded after the request: whoever dies
 * in between leaves it to be sent again.
 */
export const attemptDelivery = async (
  ports: DeliverPorts,
  { endpointId, deliveryId }: { readonly endpointId: string; readonly deliveryId: string },
  { comeBackIn }: Pick<MessageContext, 'comeBackIn'>,
): Promise<void> => {
  const { control, system } = ports
  const key = deliveryKey(endpointId, deliveryId)
  const delivery = await readDocument(control, key, DeliverySchema)
  if (delivery?.state !== 'PENDING') return
  const { nextAttemptAt } = delivery
  if (nextAttemptAt !== null && nextAttemptAt > system.clock())
    return comeBackIn(secondsUntil(nextAttemptAt, system.clock()))
  const endpoint = await readDocument(control, endpointKey(endpointId), EndpointSchema)
  if (!endpoint || !isOpen(endpoint)) {
    await updateDocument(control, key, DeliverySchema, (each) => cancelled(each, system.clock()))
    return
  }
  const rest = isAskedFor(delivery) ? null : await restOf(ports, endpoint)
  if (rest !== null) return comeBackIn(secondsUntil(rest, system.clock()))
  const attempt = await send(ports, endpoint, delivery)
  await noteOutcome(ports, endpoint, attempt)
  const luck = chance(system)
  const after = await updateDocument(control, key, DeliverySchema, (each) =>
    each.state === 'PENDING' ? afterAttempt(each, attempt, luck) : each,
  )
  if (!after) return
  report(ports, after, attempt)
  if (after.nextAttemptAt !== null) comeBackIn(secondsUntil(after.nextAttemptAt, system.clock()))
}
