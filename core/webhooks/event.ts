import * as v from 'valibot'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { issueCodes } from '#core/issues/codes.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import { ChangedModelSchema, type EventType } from './event-types.ts'

/** What every event says of itself, whoever it is told to. Moments are epoch ms. */
const common = {
  /** The same event, told again, has the same id: receivers go by it. */
  id: v.string(),
  integrationId: v.string(),
  endUser: IntegrationSchema.entries.endUser,
  occurredAt: v.number(),
  /** Nobody is told before: the feed has to show what the event speaks of. */
  notBefore: v.number(),
}

const event = <const Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) =>
  v.object({ ...common, type: v.literal(type), ...entries })

/** Something that happened and that endpoints are told of: the facts, from which the payload is made. */
const WebhookEventSchema = v.variant('type', [
  event('data-changed', { models: v.array(ChangedModelSchema) }),
  event('sync-finished', {
    syncId: v.string(),
    state: v.picklist(['SUCCEEDED', 'PARTIALLY_FAILED', 'FAILED', 'CANCELLED']),
    startedAt: v.number(),
    endedAt: v.number(),
  }),
  event('integration-created', {}),
  event('integration-deleted', { deletedAt: v.number() }),
  event('integration-state-changed', {
    state: v.picklist(['ACTIVE', 'INVALID', 'INACTIVE']),
    setupStatus: v.picklist(['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED']),
    qaStatus: v.picklist(['PENDING', 'FAILED', 'PASSED']),
  }),
  event('connection-flow-failed', {}),
  event('sync-held', {
    syncId: v.string(),
    held: v.array(v.object({ dataset: DatasetSchema, records: v.number() })),
  }),
  event('file-rejected', {
    fileId: v.string(),
    fileName: v.string(),
    dataset: v.nullable(DatasetSchema),
    codes: v.array(v.picklist(issueCodes)),
  }),
  event('file-late', {
    /** The last file that came. */
    fileId: v.string(),
    fileName: v.string(),
    receivedAt: v.number(),
    dataset: DatasetSchema,
    /** From when on the next one was late. */
    lateFrom: v.number(),
    /** Where it is to come so many hours after the last. */
    everyHours: v.nullable(v.number()),
  }),
  event('file-late-resolved', {
    /** The file that has come after all. */
    fileId: v.string(),
    fileName: v.string(),
    receivedAt: v.number(),
    dataset: DatasetSchema,
    lateSince: v.number(),
  }),
])
export type WebhookEvent = v.InferOutput<typeof WebhookEventSchema>

/** A message of the webhook queue: an event that is to be spread to its endpoints, or one delivery of it to one of them. */
export const WebhookMessageSchema = v.variant('kind', [
  v.object({ kind: v.literal('event'), event: WebhookEventSchema }),
  v.object({ kind: v.literal('delivery'), endpointId: v.string(), deliveryId: v.string() }),
])
export type WebhookMessage = v.InferOutput<typeof WebhookMessageSchema>

/** The same type and subject make the same id, however often and by whomever the event is told. */
export const eventId = (type: EventType, subject: string): string => `${type}-${subject}`

/** What an event says of the integration it is about. */
export const aboutIntegration = ({ id, endUser }: Pick<Integration, 'id' | 'endUser'>, occurredAt: number) => ({
  integrationId: id,
  endUser,
  occurredAt,
  notBefore: occurredAt,
})

/** Hands an event over. Events of one integration are told in the order in which they were handed over. */
export const sendEvent = (
  { webhookQueue }: { readonly webhookQueue: QueueSender },
  event: WebhookEvent,
): Promise<void> => {
  const message: WebhookMessage = { kind: 'event', event }
  return webhookQueue.send({
    body: JSON.stringify(message),
    groupId: event.integrationId,
    deduplicationId: event.id,
  })
}
