import * as v from 'valibot'
import { type AppliedFilter, endpointFilters, type ListName } from './filters.ts'
import { type Parsed, parseInput } from './input.ts'
import { CommaListSchema, FlagSchema, MomentSchema, pageSizeUpTo } from './query-values.ts'

/** Apps ask by their own clocks. One that is ahead by so much is shown a little twice, rather than miss what appears meanwhile. */
const clockToleranceMs = 2_000

/** What every list understands, contract 1.3 and 1.4. A parameter it does not know is ignored. */
const CommonSchema = v.object({
  page_size: pageSizeUpTo(250),
  cursor: v.optional(v.string(), ''),
  updated_after: v.optional(
    v.pipe(
      MomentSchema,
      v.transform((moment) => moment - clockToleranceMs),
    ),
  ),
  include_deleted: v.optional(FlagSchema, 'false'),
  ignore_unsupported_filters: v.optional(FlagSchema, 'false'),
  ids: v.optional(CommaListSchema),
  remote_ids: v.optional(CommaListSchema),
})

/** Every parameter of a list. */
export const listParameters = (list: ListName) => v.object({ ...CommonSchema.entries, ...endpointFilters[list] })

type Common = v.InferOutput<typeof CommonSchema>

export type ListQuery = Common & {
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
  const { page_size, cursor, ...shared } = common.value
  const applied = own.value
  const scope = Object.fromEntries(Object.entries(applied).map(([name, filter]) => [name, filter?.value]))
  return {
    kind: 'parsed',
    value: {
      ...common.value,
      filters: Object.values(applied).filter((filter) => filter !== undefined),
      scope: { ...shared, ...scope },
    },
  }
}
