import * as v from 'valibot'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'

const maxRules = 20
const maxValues = 1_000
const maxValueLength = 300

/** What people can be told apart by, beside custom fields, with the targets of a mapping that say it: one of them is enough. */
const targetsOf = {
  work_location: ['work_location.remote_id', 'work_location.name', 'work_location.address.'],
  legal_entity: ['legal_entity.'],
  group: ['department.', 'team.', 'cost_center.'],
  employment_type: ['employment_type'],
  employment_status: ['employment_status', 'start_date', 'termination_date'],
} as const

export type FilterField = keyof typeof targetsOf

const isFilterField = (field: string): field is FilterField => Object.hasOwn(targetsOf, field)
export const filterFields = Object.keys(targetsOf).filter(isFilterField)

const fieldName = v.pipe(
  v.string(),
  v.check(
    (field) => isFilterField(field) || customFieldKeyOf(field) !== undefined,
    `must be one of ${filterFields.join(', ')}, or custom_fields.<key>`,
  ),
)

/** A person passes a rule with any of its values; null stands for none. */
export const FilterRuleSchema = v.strictObject({
  field: fieldName,
  values: v.pipe(
    v.array(v.nullable(v.pipe(v.string(), v.maxLength(maxValueLength)))),
    v.minLength(1, 'must have a value; leave the rule out to let everybody pass'),
  ),
})
export type FilterRule = v.InferOutput<typeof FilterRuleSchema>

/** The people of an integration who are stored: those who pass every rule. Without rules, everybody. */
export const EmployeeFilterSchema = v.strictObject({
  rules: v.pipe(
    v.array(FilterRuleSchema),
    v.maxLength(maxRules),
    v.check(
      (rules) => new Set(rules.map(({ field }) => field)).size === rules.length,
      'must not have two rules for a field',
    ),
    v.check(
      (rules) => rules.reduce((sum, { values }) => sum + values.length, 0) <= maxValues,
      `must not have more than ${maxValues} values in all`,
    ),
  ),
})
export type EmployeeFilter = v.InferOutput<typeof EmployeeFilterSchema>

const fills = (target: string, wanted: string): boolean =>
  wanted.endsWith('.') ? target.startsWith(wanted) : target === wanted

/** Whether a target of a mapping says what a rule looks at. */
export const tells = (field: string, target: string): boolean =>
  isFilterField(field) ? targetsOf[field].some((wanted) => fills(target, wanted)) : target === field

const isTold = ({ fields }: Pick<Mapping, 'fields'>, field: string): boolean =>
  Object.keys(fields).some((target) => tells(field, target))

/** The fields that a filter can look at under a mapping. */
export const tellableFields = (mapping: Pick<Mapping, 'fields'>): readonly string[] => [
  ...filterFields.filter((field) => isTold(mapping, field)),
  ...Object.keys(mapping.fields).filter((target) => customFieldKeyOf(target) !== undefined),
]

/** What keeps a file from being applied: rules that nothing can be held against. */
export const untoldRules = (mapping: Pick<Mapping, 'fields'>, rules: readonly FilterRule[]): readonly Issue[] =>
  rules
    .filter(({ field }) => !isTold(mapping, field))
    .map(({ field }) =>
      issue('FILTER_FIELD_MISSING', { ...say('filterFieldMissing', { field }), dataset: 'employees' }),
    )
