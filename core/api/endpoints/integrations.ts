import * as v from 'valibot'
import { RelinkSchema, SetupLinkSchema } from '../connection-link.ts'
import { type Descriptions, moment } from '../description.ts'

export const EndUserSchema = v.object({
  organization_name: v.string(),
  creator_email: v.nullable(v.string()),
  origin_id: v.nullable(v.string()),
})

export const EnabledSchema = v.object({ value: v.boolean() })
const LinkSchema = v.object({ link: v.pipe(v.string(), v.url()) })

export const coverageStatus = v.picklist(['SUPPORTED', 'UNSUPPORTED', 'NOT_IMPLEMENTED', 'UNKNOWN'])

const availability = {
  id: v.string(),
  is_available: v.boolean(),
  coverage_status: coverageStatus,
  scope_config_setting: v.picklist(['ENABLED', 'DISABLED', 'OPTIONAL']),
  opted_out_by_customer: v.boolean(),
}

const DetailsSchema = v.object({
  id: v.string(),
  tool: v.object({
    id: v.string(),
    label: v.string(),
    internal_label: v.nullable(v.string()),
    logo_url: v.string(),
    icon_url: v.string(),
  }),
  category: v.picklist(['HRIS']),
  status: v.picklist(['ACTIVE', 'INVALID', 'INACTIVE']),
  setup_status: v.picklist(['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED']),
  end_user: EndUserSchema,
  scope_config: v.object({ id: v.string(), name: v.nullable(v.string()) }),
  data_expired_at: v.nullable(moment),
  created_at: moment,
  beta: v.boolean(),
  read_models: v.array(v.object({ ...availability, label: v.string(), fields: v.array(v.object(availability)) })),
  write_actions: v.pipe(v.array(v.never()), v.description('Nothing can be written to a file.')),
})

export const integrationDescriptions = {
  'GET /v1/integrations/{integration_id}': {
    summary: 'One integration: where it stands and what it can serve',
    data: DetailsSchema,
  },
  'DELETE /v1/integrations/{integration_id}': {
    summary: 'Delete an integration for good',
    data: v.object({}),
    audit: 'integration.deleted',
    admin: true,
  },
  'PUT /v1/integrations/{integration_id}/enabled': {
    summary: 'Turn an integration on or off',
    body: EnabledSchema,
    data: v.object({}),
    audit: 'integration.enabled',
  },
  'POST /v1/integrations/{integration_id}/relink': {
    summary: 'Make a link by which the customer connects the integration again',
    body: RelinkSchema,
    data: LinkSchema,
    audit: 'reconnection-link.created',
  },
  'POST /v1/integrations/{integration_id}/setup-link': {
    summary: 'Make a link to the setup steps that are enabled',
    body: SetupLinkSchema,
    data: LinkSchema,
    audit: 'setup-link.created',
  },
} as const satisfies Partial<Descriptions>
