import * as v from 'valibot'
import { ModelIdSchema } from '#core/model/models.ts'
import type { Descriptions } from '../description.ts'
import { pageSizeUpTo } from '../query-values.ts'

const text = v.nullable(v.string())
const column = { id: v.string(), key: v.string(), type: v.picklist(['DEFAULT', 'CUSTOM']), label: text }

const IntegrationFieldSchema = v.strictObject({
  ...column,
  model: ModelIdSchema,
  is_passthrough_enabled: v.boolean(),
  is_writable: v.literal(false),
})

const CustomFieldSchema = v.strictObject({
  id: v.string(),
  key: v.string(),
  model: ModelIdSchema,
  label: text,
  description: text,
  integration_field: v.nullable(v.strictObject(column)),
})

/** Their lists say where they go on twice, once by a deprecated name. */
const fieldPageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({ next: text, next_cursor: text, results: v.array(item) })

const fieldQuery = (maxPageSize: number) =>
  v.object({ cursor: v.optional(v.string(), ''), page_size: pageSizeUpTo(maxPageSize) })
export const IntegrationFieldQuerySchema = fieldQuery(2_000)
export const CustomFieldQuerySchema = fieldQuery(250)

export const PassthroughToggleSchema = v.object({ enable_passthrough: v.nullable(v.boolean()) })
export const MapFieldSchema = v.object({ integration_field_id: v.nullable(v.string()) })

export const integrationFieldDescriptions = {
  'GET /v1/integrations/{integration_id}/integration-fields': {
    summary: "Columns of the customer's files",
    query: IntegrationFieldQuerySchema,
    data: fieldPageOf(IntegrationFieldSchema),
  },
  'PATCH /v1/integrations/{integration_id}/integration-fields/{integration_field_id}': {
    summary: 'Show the cells of a column as they are, or no more',
    body: PassthroughToggleSchema,
    data: IntegrationFieldSchema,
    audit: 'integration-field.changed',
  },
  'GET /v1/integrations/{integration_id}/custom-fields': {
    summary: 'Custom fields with the columns that fill them',
    query: CustomFieldQuerySchema,
    data: fieldPageOf(CustomFieldSchema),
  },
  'PUT /v1/integrations/{integration_id}/custom-fields/{custom_field_id}': {
    summary: 'Fill a custom field from a column, or from none',
    body: MapFieldSchema,
    data: CustomFieldSchema,
    audit: 'custom-field.mapped',
  },
} as const satisfies Partial<Descriptions>
