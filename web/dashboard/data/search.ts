import * as v from 'valibot'

/** The address holds texts that look like numbers as numbers. */
const text = v.fallback(
  v.pipe(
    v.optional(v.union([v.string(), v.number(), v.boolean()])),
    v.transform((value) => (value === undefined || value === '' ? undefined : String(value))),
  ),
  undefined,
)

const SearchSchema = v.object({
  q: text,
  status: text,
  group: text,
  employee: text,
  since: text,
  deleted: v.fallback(v.optional(v.picklist(['with', 'only'])), undefined),
  /** What is shown of the record that is open. */
  show: v.fallback(v.optional(v.picklist(['row', 'history'])), undefined),
})

/** What is looked for, as the address says it. */
export type RecordSearch = Partial<v.InferOutput<typeof SearchSchema>>
export type Filters = Omit<RecordSearch, 'show'>

/** Nothing stands in the address that says nothing. */
export const readSearch = (search: Readonly<Record<string, unknown>>): RecordSearch =>
  Object.fromEntries(Object.entries(v.parse(SearchSchema, search)).filter(([, value]) => value !== undefined))

/** Whether few of the records that are read may be among those that are looked for. */
export const isSelective = ({ q, status, group, deleted }: Filters): boolean =>
  q !== undefined || status !== undefined || group !== undefined || deleted === 'only'
