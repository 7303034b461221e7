import * as v from 'valibot'
import { SyncReasonSchema } from '#core/control/sync.ts'

export type QueueShape = {
  readonly fifo: boolean
  /** seconds; the receiving function's time-out plus 60 */
  readonly visibilitySeconds: number
  readonly maxReceives: number
}

/** Seconds a sync may run: the hard limit of a function. */
export const syncTimeoutSeconds = 900
export const receiveTimeoutSeconds = 120
export const deliverTimeoutSeconds = 30
/** How long a message rests after its first failure; twice as long after each further one. */
export const retrySeconds = 30

export const queues = {
  /** S3's object-created notifications. */
  landing: { fifo: false, visibilitySeconds: receiveTimeoutSeconds + 60, maxReceives: 5 },
  /** One group per integration: everything that writes its records. */
  sync: { fifo: true, visibilitySeconds: syncTimeoutSeconds + 60, maxReceives: 5 },
  /**
   * Events, one group per integration, and their deliveries, one group per endpoint and integration. A delivery that fails
   * comes back for a day; the dead letters are for what no code understands.
   */
  webhook: { fifo: true, visibilitySeconds: deliverTimeoutSeconds + 60, maxReceives: 100 },
} as const satisfies Readonly<Record<string, QueueShape>>

export type QueueName = keyof typeof queues

/** A message of the sync queue. Its group is the integration, its deduplication id the sync. */
export const SyncMessageSchema = v.object({
  kind: v.literal('sync'),
  integrationId: v.string(),
  syncId: v.string(),
  reason: SyncReasonSchema,
})
export type SyncMessage = v.InferOutput<typeof SyncMessageSchema>

/** Looks after an integration's records apart from syncs; its state says what is to be done. */
const UpkeepMessageSchema = v.object({ kind: v.literal('upkeep'), integrationId: v.string() })
export type UpkeepMessage = v.InferOutput<typeof UpkeepMessageSchema>

/** Takes away for good what a receipt names: one person of an integration, or an integration that was deleted. */
const ErasureMessageSchema = v.object({
  kind: v.literal('erasure'),
  integrationId: v.string(),
  receiptId: v.string(),
})
const PurgeMessageSchema = v.object({ kind: v.literal('purge'), integrationId: v.string(), receiptId: v.string() })
export type RemovalMessage = v.InferOutput<typeof ErasureMessageSchema> | v.InferOutput<typeof PurgeMessageSchema>

/** A piece of a large file whose rows are to be told apart from the rest, for the sync that waits for it. Its group is one of a few of its integration's own. */
const ChunkMessageSchema = v.object({
  ...SyncMessageSchema.entries,
  kind: v.literal('chunk'),
  /** Where in the archive the piece lies. */
  key: v.string(),
})
export type ChunkMessage = v.InferOutput<typeof ChunkMessageSchema>

/** Everything that the sync queue carries. */
export const WorkMessageSchema = v.variant('kind', [
  SyncMessageSchema,
  ChunkMessageSchema,
  UpkeepMessageSchema,
  ErasureMessageSchema,
  PurgeMessageSchema,
])
export type WorkMessage = v.InferOutput<typeof WorkMessageSchema>
