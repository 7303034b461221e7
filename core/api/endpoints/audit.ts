import * as v from 'valibot'
import { AuditEntrySchema } from '#core/control/audit.ts'
import { type Descriptions, moment, pageOf } from '../description.ts'
import { MomentSchema } from '../query-values.ts'

const maxFilterLength = 200

const { id, action, who, integrationId, subject, reason } = AuditEntrySchema.entries

const ShownEntrySchema = v.object({ id, at: moment, action, who, integration_id: integrationId, subject, reason })

const filterText = v.optional(v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(maxFilterLength)), '')

const filters = {
  cursor: v.optional(v.string(), ''),
  who: v.pipe(filterText, v.description('Part of the name or the id of whoever did it.')),
  action: v.pipe(filterText, v.description('Part of what was done, such as `mapping` or `webhook.created`.')),
  from: v.optional(MomentSchema),
  to: v.pipe(v.optional(MomentSchema), v.description('Entries of this moment are left out.')),
}

export const AuditQuerySchema = v.object({ ...filters, integration_id: v.optional(v.pipe(v.string(), v.trim()), '') })
export type AuditQuery = v.InferOutput<typeof AuditQuerySchema>

const page = v.pipe(
  pageOf(ShownEntrySchema),
  v.description('With filters a page may be short, or empty, while there is a `next`.'),
)

export const auditDescriptions = {
  'GET /manage/audit': {
    summary: 'Who changed what, newest first',
    query: AuditQuerySchema,
    data: page,
    admin: true,
  },
  'GET /manage/integrations/{integration_id}/audit': {
    summary: 'Who changed what about an integration, newest first',
    query: v.object(filters),
    data: page,
  },
} as const satisfies Partial<Descriptions>
