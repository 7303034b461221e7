import * as v from 'valibot'
import { CustomFieldSchema } from '#core/control/custom-field.ts'
import { type Descriptions, moment, pageOf } from '../description.ts'

const maxAliases = 50
const maxText = 1_000

const { id, key, model, label, description } = CustomFieldSchema.entries
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const text = v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(maxText))), null)

const described = {
  label: text,
  description: text,
  aliases: v.pipe(
    v.optional(v.pipe(v.array(name), v.maxLength(maxAliases)), []),
    v.description(
      'Names of columns that fill the field without anybody mapping them. The first that a file has counts.',
    ),
  ),
}

export const DefineFieldSchema = v.strictObject({
  key: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'must be 1 to 64 letters, digits and underscores, a letter first'),
  ),
  model,
  ...described,
})

/** Key and model never change: records and mappings are bound to them. */
export const ChangeFieldSchema = v.strictObject(described)

const FieldSchema = v.object({
  id,
  key,
  model,
  label,
  description,
  aliases: v.array(v.string()),
  created_at: moment,
  changed_at: moment,
})

const uses = v.array(v.object({ id: v.string(), organization_name: v.string() }))

export const customFieldDescriptions = {
  'GET /manage/custom-fields': { summary: 'Custom fields of the environment', data: pageOf(FieldSchema) },
  'POST /manage/custom-fields': {
    summary: 'Define a custom field',
    body: DefineFieldSchema,
    data: FieldSchema,
    audit: 'custom-field.defined',
  },
  'PUT /manage/custom-fields/{custom_field_id}': {
    summary: 'Change the label, description and aliases of a custom field',
    body: ChangeFieldSchema,
    data: FieldSchema,
    audit: 'custom-field.changed',
  },
  'DELETE /manage/custom-fields/{custom_field_id}': {
    summary: 'Remove a custom field: the next syncs take its values out of all records',
    data: v.object({}),
    audit: 'custom-field.removed',
  },
  'GET /manage/custom-fields/{custom_field_id}/uses': {
    summary: 'Integrations that use a custom field, by their approved mapping or their employee filter',
    data: v.object({ mapped_by: uses, filtered_by: uses }),
  },
} as const satisfies Partial<Descriptions>
