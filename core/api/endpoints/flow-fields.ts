import * as v from 'valibot'
import { EmployeeFilterSchema } from '#core/filter/employee-filter.ts'
import { ModelIdSchema } from '#core/model/models.ts'
import type { Descriptions } from '../description.ts'

const text = v.nullable(v.string())
const rules = EmployeeFilterSchema.entries.rules

export const MapFieldInFlowSchema = v.object({
  column_id: v.pipe(v.nullable(v.string()), v.description('Null: no column fills the field.')),
  based_on: v.pipe(
    v.nullable(v.string()),
    v.description('The column that the page showed: when it is another one by now, nothing is changed.'),
  ),
})
export const CountPeopleSchema = v.object({ rules })
export const PutFilterSchema = v.object({
  rules,
  based_on: v.pipe(
    rules,
    v.description('The rules that the page had loaded: when they differ by now, nothing is changed.'),
  ),
})

const FieldsSchema = v.object({
  fields: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      model: ModelIdSchema,
      label: text,
      description: text,
      column_id: text,
    }),
  ),
  columns: v.pipe(
    v.array(v.object({ id: v.string(), name: v.string(), model: ModelIdSchema })),
    v.description('Columns of the newest files; a field is filled from one of its own model.'),
  ),
})

const storedRules = v.array(v.object({ field: v.string(), values: v.array(text) }))

const FilterSchema = v.object({
  rules: storedRules,
  people: v.pipe(
    v.nullable(v.number()),
    v.description('People in the newest file; null while they cannot be counted.'),
  ),
  kept: v.pipe(v.nullable(v.number()), v.description('Those of them who pass the rules.')),
  fields: v.pipe(
    v.array(
      v.object({
        field: v.string(),
        values: v.array(v.object({ value: text, label: text, count: v.number() })),
        more: v.boolean(),
      }),
    ),
    v.description('What there is to choose from; null stands for people who have none.'),
  ),
  problem: v.pipe(text, v.description('Why nobody can be counted now.')),
})

export const flowFieldDescriptions = {
  'GET /flow/custom-fields': {
    summary: 'Fields that the vendor defined, with the columns that fill them',
    data: FieldsSchema,
  },
  'PUT /flow/custom-fields/{custom_field_id}': {
    summary: 'Fill a field of the vendor from a column, or from none',
    body: MapFieldInFlowSchema,
    data: FieldsSchema,
    audit: 'custom-field.mapped',
  },
  'GET /flow/filter': { summary: 'Who is stored, and what can be chosen from', data: FilterSchema },
  'POST /flow/filter/count': {
    summary: 'How many people rules would let pass; nothing is changed',
    body: CountPeopleSchema,
    data: v.object({ people: v.number(), kept: v.number() }),
    audit: null,
  },
  'PUT /flow/filter': {
    summary: 'Say who is stored, unless somebody else did meanwhile',
    body: PutFilterSchema,
    data: FilterSchema,
    audit: 'integration.filter-changed',
  },
} as const satisfies Partial<Descriptions>
