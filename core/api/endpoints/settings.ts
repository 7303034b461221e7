import * as v from 'valibot'
import { PgpSchema } from '#core/control/integration.ts'
import type { Descriptions } from '../description.ts'

const maxOrigins = 50
/** In the flow's page it is one of many bytes; in the control table it must fit beside the rest. */
const maxLogoLength = 100_000
const maxRetentionDays = 3_650

const origin = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(
    /^(https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?$/,
    'is no origin such as https://app.example.com: scheme, host and port without a path; http is for localhost only',
  ),
)

const logo = v.pipe(
  v.string(),
  v.maxLength(maxLogoLength, `may have at most ${maxLogoLength} characters`),
  v.regex(
    /^(https:\/\/[^\s"'<>\\]+|data:image\/(png|jpeg|webp|gif|svg\+xml);base64,[A-Za-z0-9+/]+={0,2})$/,
    'is neither an https address nor a data address of a PNG, JPEG, WebP, GIF or SVG image in base64',
  ),
)

const color = v.pipe(v.string(), v.toLowerCase(), v.regex(/^#[0-9a-f]{6}$/, 'is no colour such as #1a73e8'))

/** What is left out stays. */
export const ChangeSettingsSchema = v.strictObject({
  name: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)))),
  allowed_origins: v.optional(v.pipe(v.array(origin), v.maxLength(maxOrigins))),
  raw_file_retention_days: v.optional(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxRetentionDays))),
  ),
  pgp: v.optional(PgpSchema),
  branding: v.optional(
    v.strictObject({ logo_url: v.optional(v.nullable(logo)), color: v.optional(v.nullable(color)) }),
  ),
})
export type ChangeSettings = v.InferOutput<typeof ChangeSettingsSchema>

const ShownSettingsSchema = v.object({
  environment_id: v.string(),
  name: v.pipe(v.nullable(v.string()), v.description('What customers see in the flow.')),
  allowed_origins: v.pipe(
    v.array(v.string()),
    v.description('Origins of the pages that may embed the flow. Empty: any page may.'),
  ),
  raw_file_retention_days: v.pipe(
    v.nullable(v.number()),
    v.description(
      'Days for which uploaded files are kept after a sync has judged them; null: without end. With 0 they go at once, and nothing can be read anew: not for another mapping, scope or filter, nor for a preview.',
    ),
  ),
  pgp: v.pipe(PgpSchema, v.description('What new integrations begin with; those that are there have their own.')),
  branding: v.object({ logo_url: v.nullable(v.string()), color: v.nullable(v.string()) }),
})

export const settingsDescriptions = {
  'GET /manage/settings': { summary: 'Settings of the environment', data: ShownSettingsSchema },
  'PATCH /manage/settings': {
    summary: 'Change settings of the environment',
    body: ChangeSettingsSchema,
    data: ShownSettingsSchema,
    audit: 'settings.changed',
    admin: true,
  },
} as const satisfies Partial<Descriptions>
