import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'

const SampleSchema = v.union([
  v.pipe(
    v.string(),
    v.transform((value): readonly string[] => [value]),
  ),
  v.array(v.string()),
])

/** A header row; or a list for each concept, of names that files use in its place. */
const HeadersSchema = v.union([v.array(v.string()), v.record(v.string(), v.array(v.string()))])

export const SpecsSchema = v.object({
  specs: v.array(
    v.object({
      vendor: v.string(),
      /** What the file holds, where that is known; else it is told from the columns. */
      dataset: v.optional(DatasetSchema),
      headers: v.optional(HeadersSchema),
      /** Column to a few of its cells. */
      sample_values: v.optional(v.record(v.string(), SampleSchema), {}),
    }),
  ),
})
export type Spec = v.InferOutput<typeof SpecsSchema>['specs'][number]

/** Vendor to column to the field it is, `hris_employees.first_name`; null where it is none. */
export const ExpectedSchema = v.record(v.string(), v.record(v.string(), v.nullable(v.string())))
export type Expected = v.InferOutput<typeof ExpectedSchema>

/** The files that a vendor's columns stand in: one, or where names are alternatives one for each. */
export const headersOf = ({ headers = [] }: Spec): readonly (readonly string[])[] =>
  Array.isArray(headers)
    ? [headers].filter(({ length }) => length > 0)
    : Object.values(headers).flatMap((names) => names.map((name) => [name]))
