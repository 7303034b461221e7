import * as v from 'valibot'
import { listedStates } from '#core/attention/listed-state.ts'

const owners = ['vendor', 'customer'] as const

/** What an address of the list says; what it says wrongly counts as not said. */
export const ListSearchSchema = v.object({
  name: v.fallback(v.optional(v.string()), undefined),
  state: v.fallback(v.optional(v.picklist(listedStates)), undefined),
  attention: v.fallback(v.optional(v.literal(true)), undefined),
  owner: v.fallback(v.optional(v.picklist(owners)), undefined),
})
export type ListSearch = v.InferOutput<typeof ListSearchSchema>

export const isFiltered = (search: ListSearch): boolean => Object.values(search).some((each) => each !== undefined)
