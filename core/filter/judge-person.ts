import type { FieldValues } from '#core/mapping/fields.ts'
import { statusOf } from '#core/records/employee.ts'
import type { FilterRule } from './employee-filter.ts'
import { traitReader } from './person-traits.ts'

/** Whether a person is stored, and the day, `yyyy-MM-dd`, from which the same row may come to something else. */
type Verdict = { readonly kept: boolean; readonly due: string | null }

export type JudgePerson = (values: FieldValues) => Verdict

/** Holds people against the rules: any value of each field, all fields. */
export const personJudge = (rules: readonly FilterRule[], today: string): JudgePerson => {
  const tests = rules.map(({ field, values }) => {
    const [read, wanted] = [traitReader(field), new Set(values)]
    return (row: FieldValues): boolean => read(row, today).some(({ value }) => wanted.has(value))
  })
  const isDated = rules.some(({ field }) => field === 'employment_status')
  return (values) => ({
    kept: tests.every((passes) => passes(values)),
    due: isDated ? statusOf(values, today).due : null,
  })
}
