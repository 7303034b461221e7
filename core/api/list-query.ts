import * as v from 'valibot'
import { type AppliedFilter, endpointFilters, type ListName } from './filters.ts'
import { type Parsed, parseInput } from './input.ts'
import { CommaListSchema, FlagSchema, MomentSchema } from './query-values.ts'

const maxPageSize = 250
const pageSizeRange = `must be a whole number from 1 to ${maxPageSize}`

/** What every list understands, contract 1.3 and 1.4. A parameter it does not know is ignored. */
const CommonSchema = v.object({
  page_size: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,6}$/, pageSizeRange),
      v.transform(Number),
      v.minValue(1, pageSizeRange),
      v.maxValue(maxPageSize, pageSizeRange),
    ),
    '100',
  ),
  cursor: v.optional(v.string(), ''),
  updated_after: v.optional(MomentSchema),
  include_deleted: v.optional(FlagSchema, 'false'),
  /** Files can serve every filter, so that nothing is ever ignored. */
  ignore_unsupported_filters: v.optional(FlagSchema, 'false'),
  ids: v.optional(CommaListSchema),
  remote_ids: v.optional(CommaListSchema),
})

type Common = v.InferOutput<typeof CommonSchema>

export type ListQuery = Omit<Common, 'ignore_unsupported_filters'> & {
  readonly filters: readonly AppliedFilter[]
  /** Everything but the page, as a cursor is bound to it. */
  readonly scope: Readonly<Record<string, unknown>>
}

type Query = Readonly<Record<string, string>>

export const parseListQuery = (list: ListName, query: Query): Parsed<ListQuery> => {
  const common = parseInput(CommonSchema, query)
  if (common.kind === 'refused') return common
  const own = parseInput(v.object(endpointFilters[list]), query)
  if (own.kind === 'refused') return own
  const { page_size, cursor, ignore_unsupported_filters, ...shared } = common.value
  const applied = own.value
  const scope = Object.fromEntries(Object.entries(applied).map(([name, filter]) => [name, filter?.value]))
  return {
    kind: 'parsed',
    value: {
      ...shared,
      page_size,
      cursor,
      filters: Object.values(applied).filter((filter) => filter !== undefined),
      scope: { ...shared, ignore_unsupported_filters, ...scope },
    },
  }
}
