import * as v from 'valibot'
import { IntegrationSchema } from '#core/control/integration.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'
import { EndUserSchema } from './integrations.ts'

const { id, status, mappings } = IntegrationSchema.entries

const ListedSchema = v.object({
  id,
  status,
  end_user: EndUserSchema,
  username: v.string(),
  mappings,
  created_at: moment,
})

export const manageIntegrationDescriptions = {
  'GET /manage/integrations': {
    summary: 'Integrations',
    query: pageQuery,
    data: pageOf(ListedSchema),
  },
} as const satisfies Partial<Descriptions>
