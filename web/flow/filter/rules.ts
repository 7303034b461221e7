import type { EmployeeFilter } from '../api.ts'

export type Rule = EmployeeFilter['rules'][number]
export type FilterField = EmployeeFilter['fields'][number]
export type Value = string | null

const ruleFor = (rules: readonly Rule[], field: string): Rule | undefined => rules.find((rule) => rule.field === field)

/** The values that pass; everything there is where no rule says otherwise. */
export const passing = (rules: readonly Rule[], { field, values }: FilterField): readonly Value[] =>
  ruleFor(rules, field)?.values ?? values.map(({ value }) => value)

/** Whether a field keeps anybody out. */
export const isNarrowed = (rules: readonly Rule[], { field }: Pick<FilterField, 'field'>): boolean =>
  ruleFor(rules, field) !== undefined

/** The rules with other values for a field. Where all of them pass there is no rule: who comes later passes too. */
export const withPassing = (rules: readonly Rule[], field: FilterField, values: readonly Value[]): readonly Rule[] => {
  const others = rules.filter((rule) => rule.field !== field.field)
  const isEverything = !field.more && field.values.every(({ value }) => values.includes(value))
  return isEverything ? others : [...others, { field: field.field, values: [...values] }]
}

export const withoutRule = (rules: readonly Rule[], field: string): readonly Rule[] =>
  rules.filter((rule) => rule.field !== field)

/** A rule that nobody can pass is a mistake. */
export const emptyRules = (rules: readonly Rule[]): readonly Rule[] => rules.filter(({ values }) => values.length === 0)

/** What can be chosen from, with what was chosen before and is in the file no longer. */
export const withChosen = (field: FilterField, rules: readonly Rule[]): FilterField => {
  const gone = (ruleFor(rules, field.field)?.values ?? []).filter(
    (value) => !field.values.some((each) => each.value === value),
  )
  return { ...field, values: [...field.values, ...gone.map((value) => ({ value, label: value, count: 0 }))] }
}
