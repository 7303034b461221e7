import * as v from 'valibot'
import { EndpointSchema } from '#core/webhooks/endpoint.ts'
import { EventTypeSchema } from '#core/webhooks/event-types.ts'
import { sampleTypes } from '#core/webhooks/sample-event.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'

const url = v.pipe(v.string(), v.maxLength(2_000, 'is longer than 2,000 characters'))
const description = v.pipe(v.string(), v.trim(), v.maxLength(200, 'is longer than 200 characters'))
/** `null`: every type of the contract, and none of our own. */
const events = v.nullable(v.pipe(v.array(EventTypeSchema), v.minLength(1, 'names no event type')))

/** The body of `POST /manage/webhooks`. */
export const CreateWebhookSchema = v.object({
  url,
  description: v.optional(description, ''),
  events: v.optional(events, null),
  enabled: v.optional(v.boolean(), true),
})

/** The body of `PATCH /manage/webhooks/{webhook_id}`: what is left out stays. */
export const ChangeWebhookSchema = v.object({
  url: v.optional(url),
  description: v.optional(description),
  events: v.optional(events),
  enabled: v.optional(v.boolean()),
})

/** The body of `POST /manage/webhooks/{webhook_id}/rotate-secret`. */
export const RotateSecretSchema = v.object({
  /** How long the secret before stays valid beside the new one. */
  previous_valid_hours: v.optional(
    v.pipe(v.number(), v.minValue(0, 'must be at least 0'), v.maxValue(168, 'must be at most 168')),
    24,
  ),
})

/** The body of `POST /manage/webhooks/{webhook_id}/test`. */
export const TestWebhookSchema = v.object({ type: v.optional(v.picklist(sampleTypes), 'data-changed') })

const shown = {
  id: v.string(),
  url: v.string(),
  description: v.string(),
  events: EndpointSchema.entries.events,
  enabled: v.boolean(),
  previous_secret_valid_until: v.nullable(moment),
  created_at: moment,
}
const ShownWebhookSchema = v.object(shown)
const WithSecretSchema = v.object({ ...shown, secret: v.string() })

export const webhookDescriptions = {
  'GET /manage/webhooks': {
    summary: 'Webhook endpoints',
    query: pageQuery,
    data: pageOf(ShownWebhookSchema),
  },
  'POST /manage/webhooks': {
    summary: 'Add a webhook endpoint: its secret is shown this once',
    body: CreateWebhookSchema,
    data: WithSecretSchema,
    audit: 'webhook.created',
    admin: true,
  },
  'GET /manage/webhooks/{webhook_id}': { summary: 'One webhook endpoint', data: ShownWebhookSchema },
  'PATCH /manage/webhooks/{webhook_id}': {
    summary: 'Change the address or the events of a webhook endpoint, or turn it on or off',
    body: ChangeWebhookSchema,
    data: ShownWebhookSchema,
    audit: 'webhook.changed',
    admin: true,
  },
  'DELETE /manage/webhooks/{webhook_id}': {
    summary: 'Remove a webhook endpoint and what was delivered to it',
    data: v.object({}),
    audit: 'webhook.deleted',
    admin: true,
  },
  'POST /manage/webhooks/{webhook_id}/rotate-secret': {
    summary: 'Give a webhook endpoint a new secret, shown this once; the one before stays valid for a while',
    body: RotateSecretSchema,
    data: WithSecretSchema,
    audit: 'webhook.secret-rotated',
    admin: true,
  },
} as const satisfies Partial<Descriptions>

const ShownDeliverySchema = v.object({
  id: v.string(),
  event_id: v.string(),
  event_type: EventTypeSchema,
  integration_id: v.nullable(v.string()),
  state: v.picklist(['PENDING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
  created_at: moment,
  next_attempt_at: v.nullable(moment),
  ended_at: v.nullable(moment),
  body: v.string(),
  attempts: v.array(
    v.object({
      url: v.string(),
      started_at: moment,
      milliseconds: v.number(),
      /** Of the answer; null when none came. */
      status: v.nullable(v.number()),
      /** The beginning of the answer's body. */
      response: v.nullable(v.string()),
      error: v.nullable(v.object({ code: v.string(), message: v.string() })),
    }),
  ),
})

export const deliveryDescriptions = {
  'POST /manage/webhooks/{webhook_id}/test': {
    summary: 'Send a made-up event to a webhook endpoint',
    body: TestWebhookSchema,
    data: ShownDeliverySchema,
    audit: 'webhook.tested',
  },
  'GET /manage/webhooks/{webhook_id}/deliveries': {
    summary: 'What was sent to a webhook endpoint in the last 30 days and what it answered, newest first',
    query: pageQuery,
    data: pageOf(ShownDeliverySchema),
  },
  'GET /manage/webhooks/{webhook_id}/deliveries/{delivery_id}': {
    summary: 'One delivery',
    data: ShownDeliverySchema,
  },
  'POST /manage/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver': {
    summary: 'Send a delivery that has ended once more',
    data: ShownDeliverySchema,
    audit: 'webhook.redelivered',
  },
} as const satisfies Partial<Descriptions>
