import * as v from 'valibot'

const text = v.pipe(v.string(), v.nonEmpty('is empty'))
const optionalText = v.nullish(text, null)
const language = v.nullish(v.picklist(['en', 'de', 'fr', 'it', 'es']), 'en')
const linkType = v.picklist(['EMBEDDED', 'MAGIC_LINK'])

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
    language,
    scope_config_id: optionalText,
    enable_filtering: v.optional(v.boolean(), false),
    enable_field_mapping: v.optional(v.boolean(), false),
    link_type: v.optional(linkType, 'EMBEDDED'),
  }),
  v.forward(
    v.check(
      ({ remote_environment, integration_tool }) => remote_environment === null || integration_tool !== null,
      'is allowed only together with integration_tool',
    ),
    ['remote_environment'],
  ),
)

/** The body of `POST /v1/integrations/{id}/relink`: the scope config holds once the customer has connected again. */
export const RelinkSchema = v.object({
  language,
  scope_config_id: optionalText,
  link_type: v.optional(linkType, 'EMBEDDED'),
})

/** The body of `POST /v1/integrations/{id}/setup-link`. */
export const SetupLinkSchema = v.object({ language, link_type: linkType })

const hour = 3_600_000

/** How long a link opens the flow, milliseconds. */
export const linkLifetime = { EMBEDDED: hour, MAGIC_LINK: 365 * 24 * hour } as const
