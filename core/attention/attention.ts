import * as v from 'valibot'
import { AttemptReasonSchema } from '#core/connect/attempt.ts'
import { DatasetSchema } from '#core/files/datasets.ts'

const dataset = DatasetSchema
const file = { dataset, file_id: v.string(), file_name: v.string() }
const moment = v.pipe(v.string(), v.isoTimestamp())

/** What somebody of the vendor's team should see to. */
export const AttentionSchema = v.variant('kind', [
  v.object({ kind: v.literal('disabled') }),
  v.object({ kind: v.literal('to_connect_again') }),
  v.object({ kind: v.literal('file_held'), ...file }),
  v.object({ kind: v.literal('removals_held'), dataset, count: v.number() }),
  v.object({ kind: v.literal('mapping_to_approve'), dataset }),
  v.object({ kind: v.literal('customer_awaited') }),
  v.object({ kind: v.literal('file_refused'), ...file, sync_id: v.nullable(v.string()) }),
  v.object({ kind: v.literal('sync_failed'), sync_id: v.string() }),
  v.object({ kind: v.literal('login_refused'), reason: AttemptReasonSchema, since: moment }),
  v.object({ kind: v.literal('file_late'), dataset, since: moment }),
  v.object({ kind: v.literal('delivery_failed'), webhook_id: v.string(), deliveries: v.array(v.string()) }),
  v.object({ kind: v.literal('parts_awaited'), dataset, sync_id: v.string() }),
  v.object({ kind: v.literal('first_file_awaited'), logged_in: v.boolean() }),
])
export type Attention = v.InferOutput<typeof AttentionSchema>

/** What the button beside it does, or where it leads; the most urgent kind first. */
export const resolutions = {
  disabled: 'enable',
  to_connect_again: 'relink',
  file_held: 'held',
  removals_held: 'held',
  mapping_to_approve: 'mapping',
  customer_awaited: 'setup-link',
  file_refused: 'report',
  sync_failed: 'sync',
  login_refused: 'keys',
  file_late: 'cadence',
  delivery_failed: 'redeliver',
  parts_awaited: 'report',
  first_file_awaited: 'relink',
} as const satisfies Readonly<Record<Attention['kind'], string>>
