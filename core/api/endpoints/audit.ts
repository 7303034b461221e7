import * as v from 'valibot'
import { AuditEntrySchema } from '#core/control/audit.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'

const { id, action, who, integrationId, subject, reason } = AuditEntrySchema.entries

const ShownEntrySchema = v.object({ id, at: moment, action, who, integration_id: integrationId, subject, reason })

export const auditDescriptions = {
  'GET /manage/audit': {
    summary: 'Who changed what, newest first',
    query: pageQuery,
    data: pageOf(ShownEntrySchema),
    admin: true,
  },
  'GET /manage/integrations/{integration_id}/audit': {
    summary: 'Who changed what about an integration, newest first',
    query: pageQuery,
    data: pageOf(ShownEntrySchema),
  },
} as const satisfies Partial<Descriptions>
