import * as v from 'valibot'
import { CreateLinkSchema } from '../connection-link.ts'
import type { Descriptions } from '../description.ts'

export const ActivateSchema = v.object({ token: v.string() })

const activated = v.object({
  tool: v.string(),
  id: v.string(),
  end_user_origin_id: v.nullable(v.string()),
  end_user_organization_name: v.string(),
  end_user_email: v.nullable(v.string()),
  setup_status: v.picklist(['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED']),
})

export const connectDescriptions = {
  'POST /v1/connect/create-link': {
    summary: 'Make a link that opens the connection flow for a customer',
    body: CreateLinkSchema,
    data: v.object({ link: v.pipe(v.string(), v.url()) }),
    audit: 'connection-link.created',
  },
  'GET /v1/connect/integration-by-token/{token}': {
    summary: 'The integration behind an activation token',
    data: activated,
  },
  'POST /v1/connect/activate-integration': {
    summary: 'The integration behind an activation token',
    deprecated: true,
    body: ActivateSchema,
    data: activated,
    audit: null,
  },
} as const satisfies Descriptions<
  | 'POST /v1/connect/create-link'
  | 'GET /v1/connect/integration-by-token/{token}'
  | 'POST /v1/connect/activate-integration'
>
