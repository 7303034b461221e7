import * as v from 'valibot'
import { EventTypeSchema } from './event-types.ts'

/** Why no answer came. */
const failureCodes = ['ADDRESS_REFUSED', 'NAME_NOT_FOUND', 'CONNECTION_FAILED', 'TLS_FAILED', 'TIMED_OUT'] as const

const OutcomeSchema = v.variant('kind', [
  v.object({
    kind: v.literal('answered'),
    status: v.number(),
    /** The beginning of the body. */
    response: v.string(),
  }),
  v.object({ kind: v.literal('failed'), code: v.picklist(failureCodes), message: v.string() }),
])
/** What came of one attempt to reach an endpoint. */
export type Outcome = v.InferOutput<typeof OutcomeSchema>
export type FailureCode = (typeof failureCodes)[number]

const AttemptSchema = v.object({
  url: v.string(),
  /** epoch ms */
  startedAt: v.number(),
  milliseconds: v.number(),
  outcome: OutcomeSchema,
})
export type Attempt = v.InferOutput<typeof AttemptSchema>

/** One event on its way to one endpoint. Moments are epoch ms. */
export const DeliverySchema = v.object({
  id: v.string(),
  endpointId: v.string(),
  /** `null` for a test. */
  integrationId: v.nullable(v.string()),
  eventId: v.string(),
  eventType: EventTypeSchema,
  /** The text that is sent and signed. */
  body: v.string(),
  state: v.picklist(['PENDING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
  /** How often it was asked for: 1, and once more for each redelivery. */
  round: v.number(),
  /** Attempts in this round. */
  tries: v.number(),
  createdAt: v.number(),
  /** When the last attempt of this round is made, if it comes to that. */
  giveUpAt: v.number(),
  nextAttemptAt: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
  /** The last ones, oldest first. */
  attempts: v.array(AttemptSchema),
})
export type Delivery = v.InferOutput<typeof DeliverySchema>

const keptAttempts = 20
const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** How long an endpoint may be out of reach before its deliveries are given up. */
const persistenceMs = 24 * hourMs
/** How long deliveries are kept, with what was sent and answered. */
export const keptMs = 30 * 24 * hourMs

type Beginning = Pick<Delivery, 'id' | 'endpointId' | 'integrationId' | 'eventId' | 'eventType' | 'body'>

export const newDelivery = (beginning: Beginning, now: number): Delivery => ({
  ...beginning,
  state: 'PENDING',
  round: 1,
  tries: 0,
  createdAt: now,
  giveUpAt: now + persistenceMs,
  nextAttemptAt: null,
  endedAt: null,
  attempts: [],
})

/** The same delivery once more, from the first attempt on. */
export const deliveredAgain = (delivery: Delivery, now: number): Delivery => ({
  ...delivery,
  state: 'PENDING',
  round: delivery.round + 1,
  tries: 0,
  giveUpAt: now + persistenceMs,
  nextAttemptAt: null,
  endedAt: null,
})

const firstDelayMs = 5_000
const longestDelayMs = 4 * hourMs

/** How long to wait after a number of failed tries: 5 s, 20 s, 80 s ... 4 h, each a quarter more or less. `chance` lies in [0, 1). */
export const retryDelay = (tries: number, chance: number): number =>
  Math.round(Math.min(longestDelayMs, firstDelayMs * 4 ** (tries - 1)) * (0.75 + chance / 2))

const isSuccess = (outcome: Outcome): boolean =>
  outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300

/** The delivery after one more attempt: done, to be tried again at `nextAttemptAt`, or given up. */
export const afterAttempt = (delivery: Delivery, attempt: Attempt, chance: number): Delivery => {
  const tries = delivery.tries + 1
  const endedAt = attempt.startedAt + attempt.milliseconds
  const attempted = { ...delivery, tries, attempts: [...delivery.attempts, attempt].slice(-keptAttempts) }
  if (isSuccess(attempt.outcome)) return { ...attempted, state: 'SUCCEEDED', nextAttemptAt: null, endedAt }
  if (endedAt >= delivery.giveUpAt) return { ...attempted, state: 'FAILED', nextAttemptAt: null, endedAt }
  return { ...attempted, nextAttemptAt: Math.min(endedAt + retryDelay(tries, chance), delivery.giveUpAt) }
}

export const cancelled = (delivery: Delivery, now: number): Delivery =>
  delivery.state === 'PENDING' ? { ...delivery, state: 'CANCELLED', nextAttemptAt: null, endedAt: now } : delivery
