import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as v from 'valibot'
import type { EmployeeFilter } from '../api.ts'
import { useCall } from '../flow-context.ts'
import { keep, kept } from '../kept.ts'
import { emptyRules, type Rule } from './rules.ts'

const RulesSchema = v.array(v.object({ field: v.string(), values: v.array(v.nullable(v.string())) }))
const queryKey = ['filter']

export const useStoredFilter = (enabled = true) => {
  const call = useCall()
  return useQuery({ queryKey, queryFn: () => call('GET /flow/filter'), enabled })
}

/** The rules as they are chosen, over a reload too; they are sent when the step is left. */
export const useRules = (stored: EmployeeFilter) => {
  const call = useCall()
  const client = useQueryClient()
  const [base, setBase] = useState(stored.rules)
  const [rules, setRules] = useState<readonly Rule[]>(() => kept('filter', RulesSchema) ?? stored.rules)
  const change = (next: readonly Rule[]): void => {
    keep('filter', next)
    setRules(next)
  }
  const save = async (): Promise<void> => {
    if (JSON.stringify(rules) === JSON.stringify(base)) return
    const after = await call('PUT /flow/filter', { body: { rules, based_on: base } })
    client.setQueryData(queryKey, after)
    setBase(after.rules)
    keep('filter', null)
  }
  const takeTheirs = async (): Promise<void> => {
    const theirs = await call('GET /flow/filter')
    client.setQueryData(queryKey, theirs)
    setBase(theirs.rules)
    change(theirs.rules)
  }
  return { rules, change, save, takeTheirs }
}

/** How many people the rules let pass; the count of before stays until there is a new one. */
export const useCount = (rules: readonly Rule[]) => {
  const call = useCall()
  return useQuery({
    queryKey: ['filter-count', rules],
    queryFn: () => call('POST /flow/filter/count', { body: { rules } }),
    enabled: emptyRules(rules).length === 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
