import * as v from 'valibot'
import { type Columns, columnsOf } from '#core/control/columns.ts'
import { type CustomField, customFieldsOf } from '#core/control/custom-field.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { type FilterRule, tells, untoldRules } from '#core/filter/employee-filter.ts'
import { type JudgePerson, personJudge } from '#core/filter/judge-person.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Quotes } from '#core/issues/quoting.ts'
import { hasAddedFields } from '#core/mapping/added-fields.ts'
import { type AddedFields, withAddedTargets } from '#core/mapping/added-targets.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { isOff, modelOf, offPoints, type Scope } from '#core/scope/scope.ts'
import { mappingWithin, mayRead, rowWithin } from '#core/scope/within-scope.ts'
import { withAddedValues } from './added-values.ts'
import type { Shown } from './added-within.ts'
import { buildRow } from './build.ts'
import type { BuiltRow } from './built-record.ts'
import { withTerminationHidden } from './hidden-termination.ts'

/** What decides, beside mapping and file, what becomes of the rows of a dataset. */
export type RowRules = {
  /** Equal for equal rules: rows that are remembered under others are read again. */
  readonly name: string
  /** What of a mapping may be applied to a file with this header, with what needs no mapping. */
  readonly mapping: (mapping: Mapping, header: readonly string[]) => Mapping
  /** The day it is where the customer is, `yyyy-MM-dd`. */
  readonly today: string
  readonly build: (key: string, values: FieldValues) => BuiltRow
  /** Judges whether the person of a row is stored; absent where everybody is. */
  readonly judge?: JudgePerson
  /** What keeps a file with this mapping, as `mapping` makes it, from being applied. */
  readonly untold: (mapping: Mapping) => readonly Issue[]
  readonly quotes: Quotes
  /** Hashes of the record ids of people of whom nothing may be stored. Who is known already is not looked for: an erasure has seen to it. */
  readonly suppressed?: ReadonlySet<string>
  /** By which somebody else comes to the same rules. */
  readonly ruling?: Ruling
}

/** What the rules follow from. */
export type Ruling = {
  readonly timeZone: string
  /** The day it is there, `yyyy-MM-dd`. */
  readonly today: string
  readonly scope: Scope
  readonly customFields: readonly Pick<CustomField, 'model' | 'key' | 'aliases'>[]
  readonly columns: readonly Columns[]
  /** Of the employee filter; none where everybody is stored. */
  readonly filter: readonly FilterRule[]
  /** Whether nobody has said yet whom the filter is to leave out. */
  readonly filterIsOpen: boolean
  readonly suppressed?: ReadonlySet<string>
  /** Whether nobody is told that people are to leave before they do. */
  readonly hidesTerminations?: boolean
}

const fieldsOf = ({ customFields, columns }: Ruling, dataset: Dataset): AddedFields => {
  const { model } = datasetTraits[dataset]
  if (!hasAddedFields(model)) return { custom: [], passed: [] }
  const passed = columnsOf(columns, dataset).filter(({ passthrough }) => passthrough)
  return { custom: customFieldsOf(customFields, model), passed }
}

/** The data points that are off and of which the files of a dataset tell. */
const offIn = (scope: Scope, dataset: Dataset): readonly string[] => {
  const { model, derived } = datasetTraits[dataset]
  const models: readonly string[] = [model, ...derived, 'hris_join_employees_teams']
  return offPoints(scope).filter((point) => models.includes(modelOf(point)))
}

/** Only employees are judged; their dependants follow them. */
const filterOf = ({ filter }: Ruling, dataset: Dataset): readonly FilterRule[] =>
  dataset === 'employees' ? filter : []

/** Only employees tell when they leave. */
const hidesIn = ({ hidesTerminations = false }: Ruling, dataset: Dataset): boolean =>
  hidesTerminations && dataset === 'employees'

const nameOf = (ruling: Ruling, dataset: Dataset, { custom, passed }: AddedFields): string => {
  const { timeZone, scope } = ruling
  const added = {
    fields: [custom.map(({ key, aliases }) => [key, ...aliases]), passed.map(({ id, key }) => [id, key])],
    filter: filterOf(ruling, dataset).map(({ field, values }) => [field, ...values]),
  }
  const isPlain = custom.length + passed.length + added.filter.length === 0
  const hides = hidesIn(ruling, dataset)
  const more = [...(isPlain && !hides ? [] : [added]), ...(hides ? ['hides-terminations'] : [])]
  return JSON.stringify([timeZone, offIn(scope, dataset), ...more])
}

const pairs = v.array(v.tupleWithRest([v.string()], v.string()))
const NameSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.tupleWithRest([v.string(), v.array(v.string()), v.object({ fields: v.tuple([pairs, pairs]) })], v.unknown()),
)

/** What records that were built by the rules of this name may show beside the fields of their model. */
export const shownBy = (name: string): Shown => {
  const { success, output } = v.safeParse(NameSchema, name.slice(name.indexOf('[')))
  if (!success) return { custom: [], passed: [] }
  const [custom, passed] = output[2].fields
  return { custom: custom.map(([key]) => key), passed: passed.map(([id]) => id) }
}

const FilterNameSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.tupleWithRest(
    [v.unknown(), v.unknown(), v.object({ filter: v.array(v.tupleWithRest([v.string()], v.nullable(v.string()))) })],
    v.unknown(),
  ),
)

/** The employee filter by which records were built, by the name of the rules; none where everybody passed. */
export const filterOfName = (name: string): readonly FilterRule[] => {
  const { success, output } = v.safeParse(FilterNameSchema, name)
  return success ? output[2].filter.map(([field, ...values]) => ({ field, values })) : []
}

/** Targets that are off and read all the same: the filter looks at them, and nothing else does. */
const forFilterAlone = (ruling: Ruling, dataset: Dataset): ((target: string) => boolean) => {
  const rules = filterOf(ruling, dataset)
  return (target) => rules.some(({ field }) => tells(field, target)) && !mayRead(ruling.scope, dataset, target)
}

const quotesOf = ({ filter, filterIsOpen, scope }: Ruling): Quotes => {
  if (filterIsOpen) return 'none'
  if (filter.length === 0) return 'all'
  return offPoints(scope).length > 0 ? 'none' : 'kept'
}

const withoutTargets = (values: FieldValues, isLeftOut: (target: string) => boolean): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([target]) => !isLeftOut(target)))

export const rowRules = (ruling: Ruling, dataset: Dataset): RowRules => {
  const { scope, today } = ruling
  const fields = fieldsOf(ruling, dataset)
  const withAdded = withAddedValues(fields)
  const within = rowWithin(scope)
  const datedStatus = isOff(scope, 'hris_employees.employment_status') ? undefined : today
  const filter = filterOf(ruling, dataset)
  const isForFilter = forFilterAlone(ruling, dataset)
  const stripped = filter.length > 0 && offPoints(scope).length > 0
  return {
    name: nameOf(ruling, dataset, fields),
    today,
    mapping: (mapping, header) => {
      const whole = withAddedTargets(mapping, header, fields)
      const allowed = mappingWithin(scope, whole)
      if (!stripped) return allowed
      const looked = Object.entries(whole.fields).filter(([target]) => isForFilter(target))
      return { ...allowed, fields: { ...allowed.fields, ...Object.fromEntries(looked) } }
    },
    build: (key, values) => {
      const stored = stripped ? withoutTargets(values, isForFilter) : values
      const build = (shown: FieldValues) => buildRow(dataset, key, shown, datedStatus)
      const built = hidesIn(ruling, dataset) ? withTerminationHidden(today, build)(stored) : build(stored)
      return within(withAdded(built, stored))
    },
    ...(filter.length > 0 && { judge: personJudge(filter, today) }),
    untold: (mapping) => untoldRules(mapping, filter),
    quotes: quotesOf(ruling),
    ruling,
    ...(ruling.suppressed && { suppressed: ruling.suppressed }),
  }
}
