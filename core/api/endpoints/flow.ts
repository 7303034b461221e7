import * as v from 'valibot'
import { ExportFileSchema } from '#core/control/file.ts'
import { CustomerStepSchema } from '#core/control/integration.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { type Descriptions, moment } from '../description.ts'
import { setupSteps } from '../setup.ts'

export const maxKeys = 10
export const tooManyKeys = `enter at most ${maxKeys} public SSH keys`

export const SessionSchema = v.object({ token: v.string() })
export const ConnectionSchema = v.object({
  public_keys: v.pipe(
    v.array(v.string()),
    v.minLength(1, 'enter at least one public SSH key'),
    v.maxLength(maxKeys, tooManyKeys),
  ),
  opted_out_data_points: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(100))),
      v.maxLength(1_000),
      v.description('Optional models and fields that are not to be stored. Left out, nothing changes.'),
    ),
  ),
  keep_existing_keys: v.pipe(
    v.optional(v.boolean(), false),
    v.description('The keys of before go on working beside these, for a change without a gap.'),
  ),
})
export const StepPathSchema = v.object({ step: CustomerStepSchema })

const choice = {
  id: v.string(),
  setting: v.picklist(['ENABLED', 'OPTIONAL']),
  required: v.boolean(),
  opted_out: v.boolean(),
}

const place = { host: v.string(), port: v.number(), folder: v.string(), file_names: v.array(v.string()) }
const steps = v.pipe(
  v.array(v.object({ id: CustomerStepSchema, confirmed: v.boolean() })),
  v.description(
    'What the vendor asks of the customer beside the connection. Nothing is synced before all are confirmed once.',
  ),
)
const { name, dataset, state, size, issues } = ExportFileSchema.entries

export const flowDescriptions = {
  'POST /flow/session': {
    summary: 'Exchange the token of a link for a session of one hour',
    body: SessionSchema,
    data: v.object({
      session: v.string(),
      expires_at: moment,
      kind: v.picklist(['connect', 'relink', 'setup']),
      organization_name: v.string(),
      language: v.picklist(['en', 'de', 'fr', 'it', 'es']),
      models: v.pipe(
        v.array(v.object({ ...choice, label: v.string(), fields: v.array(v.object(choice)) })),
        v.description('What may be stored. What is OPTIONAL can be opted out of.'),
      ),
      data_points: v.array(
        v.object({
          dataset: DatasetSchema,
          file_name: v.string(),
          required_fields: v.array(v.string()),
          optional_fields: v.array(v.string()),
        }),
      ),
    }),
    audit: null,
  },
  'GET /flow/connection': {
    summary: 'Where a connection stands',
    data: v.object({
      step: v.picklist(['waiting_for_key', ...setupSteps]),
      finished: v.boolean(),
      steps,
      integration_id: v.nullable(v.string()),
      username: v.nullable(v.string()),
      public_keys: v.number(),
      files: v.array(v.object({ name, dataset, state, size, received_at: moment, issues })),
      ...place,
    }),
  },
  'POST /flow/connection': {
    summary: 'Give the HR system its SFTP user',
    body: ConnectionSchema,
    data: v.object({ integration_id: v.string(), username: v.string(), ...place }),
    audit: null,
  },
  'POST /flow/steps/{step}/confirm': {
    summary: 'Confirm a step of the setup: after the last one the files are applied',
    path: StepPathSchema,
    data: v.object({ steps }),
    audit: null,
  },
  'POST /flow/finish': {
    summary: 'End the flow: answers the activation token',
    data: v.object({ activation_token: v.string() }),
    audit: null,
  },
} as const satisfies Partial<Descriptions>
