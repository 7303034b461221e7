import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { TestWebhookSchema } from '#core/api/endpoints/webhooks.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { deliveryKey, deliveryPartition } from '#core/control/keys.ts'
import { timeId } from '#core/ids/base58.ts'
import { type Attempt, type Delivery, DeliverySchema, deliveredAgain } from '#core/webhooks/delivery.ts'
import { queueDelivery, sendDelivery } from '#core/webhooks/queue-delivery.ts'
import { sampleEvent } from '#core/webhooks/sample-event.ts'
import { ofWebhook } from './of-webhook.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shownAttempt = ({ url, startedAt, milliseconds, outcome }: Attempt) => ({
  url,
  started_at: isoTime(startedAt),
  milliseconds,
  status: outcome.kind === 'answered' ? outcome.status : null,
  response: outcome.kind === 'answered' ? outcome.response : null,
  error: outcome.kind === 'failed' ? { code: outcome.code, message: outcome.message } : null,
})

const shown = (delivery: Delivery) => ({
  id: delivery.id,
  event_id: delivery.eventId,
  event_type: delivery.eventType,
  integration_id: delivery.integrationId,
  state: delivery.state,
  created_at: isoTime(delivery.createdAt),
  next_attempt_at: isoTimeIfAny(delivery.nextAttemptAt),
  ended_at: isoTimeIfAny(delivery.endedAt),
  body: delivery.body,
  attempts: delivery.attempts.map(shownAttempt),
})

const test = (ports: ApiPorts): GeneralEndpoint =>
  ofWebhook(ports, async ({ id }, { body }) => {
    const input = parseBody(TestWebhookSchema, body)
    if (input.kind === 'refused') return input
    const { clock, random, hash } = ports.system
    const now = clock()
    const event = sampleEvent(input.value.type, timeId(now, random), now)
    return success(shown(await queueDelivery({ ...ports, hash }, id, event, { now, isTest: true })))
  })

const list = (ports: ApiPorts): GeneralEndpoint =>
  ofWebhook(ports, ({ id }, request) =>
    showPage(ports, request, {
      query: { ...deliveryPartition(id), descending: true },
      schema: DeliverySchema,
      show: shown,
    }),
  )

const unknownDelivery = refuse(
  'PLATFORM.INPUT_INVALID',
  'The endpoint has no delivery with this id. Deliveries are kept for 30 days.',
)

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofWebhook(ports, async ({ id }, { path }) => {
    const delivery = await readDocument(ports.control, deliveryKey(id, path.delivery_id ?? ''), DeliverySchema)
    return delivery ? success(shown(delivery)) : unknownDelivery
  })

const stillPending = refuse(
  'PLATFORM.INPUT_INVALID',
  'The delivery has not ended yet: it is tried again by itself, see next_attempt_at.',
)

const redeliver = (ports: ApiPorts): GeneralEndpoint =>
  ofWebhook(ports, async ({ id }, { path }) => {
    const key = deliveryKey(id, path.delivery_id ?? '')
    const now = ports.system.clock()
    const before = await readDocument(ports.control, key, DeliverySchema)
    if (before?.state === 'PENDING' && (before.nextAttemptAt ?? now) > now) return stillPending
    // One whose attempt is due may have lost its message, which a second one replaces.
    const again = await updateDocument(ports.control, key, DeliverySchema, (each) =>
      each.state === 'PENDING' ? each : deliveredAgain(each, now),
    )
    if (!again) return unknownDelivery
    await sendDelivery(ports, again)
    return success(shown(again))
  })

export const deliveryEndpoints = (ports: ApiPorts) => ({
  'POST /manage/webhooks/{webhook_id}/test': test(ports),
  'GET /manage/webhooks/{webhook_id}/deliveries': list(ports),
  'GET /manage/webhooks/{webhook_id}/deliveries/{delivery_id}': show(ports),
  'POST /manage/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver': redeliver(ports),
})
