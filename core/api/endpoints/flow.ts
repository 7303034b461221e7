import * as v from 'valibot'
import { CustomerStepSchema } from '#core/control/integration.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { type Descriptions, moment } from '../description.ts'
import { flowConnectionDescriptions, stepsShown } from './flow-connection.ts'
import { flowContactDescriptions } from './flow-contacts.ts'
import { flowFieldDescriptions } from './flow-fields.ts'
import { flowFileDescriptions } from './flow-files.ts'
import { flowHeldDescriptions } from './flow-held.ts'
import { flowJoinDescriptions } from './flow-joins.ts'
import { flowMappingDescriptions } from './flow-mappings.ts'
import { LanguageSchema } from './flow-parts.ts'

export const SessionSchema = v.object({ token: v.string() })
export const StepPathSchema = v.object({ step: CustomerStepSchema })

const TemplateColumnSchema = v.object({
  name: v.string(),
  field: v.string(),
  required: v.boolean(),
  data_points: v.pipe(v.array(v.string()), v.description('What it fills: a column is of use while all are stored.')),
  examples: v.array(v.string()),
})

const choice = {
  id: v.string(),
  setting: v.picklist(['ENABLED', 'OPTIONAL']),
  required: v.boolean(),
  opted_out: v.boolean(),
}

export const flowDescriptions = {
  ...flowConnectionDescriptions,
  ...flowFileDescriptions,
  ...flowJoinDescriptions,
  ...flowMappingDescriptions,
  ...flowFieldDescriptions,
  ...flowContactDescriptions,
  ...flowHeldDescriptions,
  'POST /flow/session': {
    summary: 'Exchange the token of a link for a session of one hour',
    body: SessionSchema,
    data: v.object({
      session: v.string(),
      expires_at: moment,
      kind: v.pipe(
        v.picklist(['connect', 'relink', 'setup', 'page']),
        v.description("What the token opens: a flow, or the customer's page."),
      ),
      contact_id: v.pipe(v.nullable(v.string()), v.description('Whose page it is; null behind a link of the vendor.')),
      organization_name: v.string(),
      language: LanguageSchema,
      vendor: v.object({
        name: v.nullable(v.string()),
        logo: v.nullable(v.string()),
        color: v.nullable(v.string()),
      }),
      allowed_origins: v.pipe(
        v.array(v.string()),
        v.description('Pages that may embed the flow and hear of its end; none: any page.'),
      ),
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
          columns: v.pipe(v.array(TemplateColumnSchema), v.description('A file that could be sent, column by column.')),
        }),
      ),
    }),
    audit: null,
  },
  'DELETE /flow/session': {
    summary: 'End the session before its hour is over',
    data: v.object({}),
    audit: null,
  },
  'POST /flow/steps/{step}/confirm': {
    summary: 'Confirm a step of the setup: after the last one the files are applied',
    path: StepPathSchema,
    data: v.object({ steps: stepsShown }),
    audit: 'flow.step-confirmed',
  },
  'POST /flow/finish': {
    summary: 'End the flow: answers the activation token',
    data: v.object({ activation_token: v.string() }),
    audit: 'flow.finished',
  },
} as const satisfies Partial<Descriptions>
