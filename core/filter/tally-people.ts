import type { FieldValues } from '#core/mapping/fields.ts'
import type { FilterRule } from './employee-filter.ts'
import { personJudge } from './judge-person.ts'
import { traitReader } from './person-traits.ts'

/** A value that people have, what it is called, and how many have it; null: they have none. */
type TraitCount = { readonly value: string | null; readonly label: string | null; readonly count: number }

type FieldTally = {
  readonly field: string
  /** The most frequent first. */
  readonly values: readonly TraitCount[]
  /** Whether there are more values than are listed. */
  readonly more: boolean
}

/** More values nobody chooses from. */
const maxValues = 500

const byCount = (a: TraitCount, b: TraitCount): number =>
  b.count - a.count || (a.label ?? '').localeCompare(b.label ?? '')

const fieldTally = (field: string, today: string) => {
  const read = traitReader(field)
  const counts = new Map<string | null, TraitCount>()
  let more = false
  const add = (values: FieldValues): void => {
    for (const { value, label } of read(values, today)) {
      const known = counts.get(value)
      if (known) counts.set(value, { ...known, count: known.count + 1 })
      else if (counts.size < maxValues) counts.set(value, { value, label, count: 1 })
      else more = true
    }
  }
  const result = (): FieldTally => ({ field, values: [...counts.values()].sort(byCount), more })
  return { add, result }
}

export type PeopleTally = {
  add(key: string, values: FieldValues): void
  result(): { readonly people: number; readonly fields: readonly FieldTally[] }
}

/** Counts what a filter can choose from. Rows that repeat an id are one person. */
export const tallyTraits = (fields: readonly string[], today: string): PeopleTally => {
  const tallies = fields.map((field) => fieldTally(field, today))
  const met = new Set<string>()
  return {
    add: (key, values) => {
      if (met.has(key)) return
      met.add(key)
      for (const tally of tallies) tally.add(values)
    },
    result: () => ({ people: met.size, fields: tallies.map((tally) => tally.result()) }),
  }
}

/** Counts whom a filter lets pass. */
export const tallyKept = (rules: readonly FilterRule[], today: string) => {
  const judge = personJudge(rules, today)
  const met = new Set<string>()
  let kept = 0
  return {
    add: (key: string, values: FieldValues): void => {
      if (met.has(key)) return
      met.add(key)
      if (judge(values).kept) kept += 1
    },
    result: () => ({ people: met.size, kept }),
  }
}
