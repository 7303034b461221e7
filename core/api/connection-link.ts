import * as v from 'valibot'

const text = v.pipe(v.string(), v.nonEmpty('is empty'))
const optionalText = v.nullish(text, null)

/** The body of `POST /v1/connect/create-link`, contract 3.1. The SDK fills the defaults in; others may leave them out. */
export const CreateLinkSchema = v.pipe(
  v.object({
    end_user_email: v.pipe(v.string(), v.email('this is not an e-mail address')),
    end_user_organization_name: text,
    end_user_origin_id: optionalText,
    integration_category: v.optional(
      v.literal('HRIS', ({ received }) => `the category ${received} is not offered here, only "HRIS" is`),
      'HRIS',
    ),
    integration_tool: v.nullish(
      v.literal('sftp', ({ received }) => `the tool ${received} is not offered here, only "sftp" is`),
      null,
    ),
    remote_environment: optionalText,
    language: v.nullish(v.picklist(['en', 'de', 'fr', 'it', 'es']), 'en'),
    scope_config_id: v.nullish(
      v.literal('default', ({ received }) => `there is no scope config ${received}, leave it out`),
      null,
    ),
    enable_filtering: v.optional(v.boolean(), false),
    enable_field_mapping: v.optional(v.boolean(), false),
    link_type: v.optional(v.picklist(['EMBEDDED', 'MAGIC_LINK']), 'EMBEDDED'),
  }),
  v.forward(
    v.check(
      ({ remote_environment, integration_tool }) => remote_environment === null || integration_tool !== null,
      'is allowed only together with integration_tool',
    ),
    ['remote_environment'],
  ),
)
export type CreateLink = v.InferOutput<typeof CreateLinkSchema>

const hour = 3_600_000

/** How long a link opens the flow, milliseconds. */
export const linkLifetime = { EMBEDDED: hour, MAGIC_LINK: 365 * 24 * hour } as const
