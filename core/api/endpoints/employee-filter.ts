import * as v from 'valibot'
import { EmployeeFilterSchema } from '#core/filter/employee-filter.ts'
import { type Descriptions, moment } from '../description.ts'

const FilterSchema = v.object({
  rules: v.array(v.object({ field: v.string(), values: v.array(v.nullable(v.string())) })),
  data_expired_at: v.pipe(
    v.nullable(moment),
    v.description('Since when records are stored that would be others now; null once a sync has seen to it.'),
  ),
})

const counted = {
  file_id: v.string(),
  file_name: v.string(),
  people: v.number(),
  complete: v.pipe(
    v.boolean(),
    v.description('Whether all of the file was counted, and not only its first 100,000 rows.'),
  ),
}
const text = v.nullable(v.string())

const OptionsSchema = v.object({
  ...counted,
  fields: v.array(
    v.object({
      field: v.string(),
      values: v.pipe(
        v.array(v.object({ value: text, label: text, count: v.number() })),
        v.description('The most frequent first; null stands for people who have none.'),
      ),
      more: v.pipe(v.boolean(), v.description('Whether there are more values than are listed.')),
    }),
  ),
})

export const employeeFilterDescriptions = {
  'GET /manage/integrations/{integration_id}/filter': {
    summary: 'Who of the people in the files is stored',
    data: FilterSchema,
  },
  'PUT /manage/integrations/{integration_id}/filter': {
    summary: 'Say who of the people in the files is stored: a sync carries it out',
    body: EmployeeFilterSchema,
    data: FilterSchema,
    audit: 'integration.filter-changed',
  },
  'GET /manage/integrations/{integration_id}/filter/options': {
    summary: 'What a filter can choose from: fields of the newest file with their values',
    data: OptionsSchema,
    personal: true,
  },
  'POST /manage/integrations/{integration_id}/filter/preview': {
    summary: 'How many people a filter would let pass; nothing is changed',
    body: EmployeeFilterSchema,
    data: v.object({ ...counted, kept: v.number() }),
    audit: null,
  },
} as const satisfies Partial<Descriptions>
