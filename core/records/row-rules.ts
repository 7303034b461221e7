import { type Columns, columnsOf } from '#core/control/columns.ts'
import { type CustomField, customFieldsOf } from '#core/control/custom-field.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { hasAddedFields } from '#core/mapping/added-fields.ts'
import { type AddedFields, withAddedTargets } from '#core/mapping/added-targets.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { isOff, modelOf, offPoints, type Scope } from '#core/scope/scope.ts'
import { mappingWithin, rowWithin } from '#core/scope/within-scope.ts'
import { withAddedValues } from './added-values.ts'
import { buildRow } from './build.ts'
import type { BuiltRow } from './built-record.ts'

/** What decides, beside mapping and file, what becomes of the rows of a dataset. */
export type RowRules = {
  /** Equal for equal rules: rows that are remembered under others are read again. */
  readonly name: string
  /** What of a mapping may be applied to a file with this header, with what needs no mapping. */
  readonly mapping: (mapping: Mapping, header: readonly string[]) => Mapping
  readonly build: (key: string, values: FieldValues) => BuiltRow
}

/** What the rules follow from. */
export type Ruling = {
  readonly timeZone: string
  /** The day it is there, `yyyy-MM-dd`. */
  readonly today: string
  readonly scope: Scope
  readonly customFields: readonly Pick<CustomField, 'model' | 'key' | 'aliases'>[]
  readonly columns: readonly Columns[]
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

const nameOf = ({ timeZone, scope }: Ruling, dataset: Dataset, { custom, passed }: AddedFields): string => {
  const fields = [custom.map(({ key, aliases }) => [key, ...aliases]), passed.map(({ id, key }) => [id, key])]
  const named = custom.length + passed.length > 0 ? [fields] : []
  return JSON.stringify([timeZone, offIn(scope, dataset), ...named])
}

export const rowRules = (ruling: Ruling, dataset: Dataset): RowRules => {
  const { scope, today } = ruling
  const fields = fieldsOf(ruling, dataset)
  const withAdded = withAddedValues(fields)
  const datedStatus = isOff(scope, 'hris_employees.employment_status') ? undefined : today
  return {
    name: nameOf(ruling, dataset, fields),
    mapping: (mapping, header) => mappingWithin(scope, withAddedTargets(mapping, header, fields)),
    build: (key, values) => rowWithin(scope, withAdded(buildRow(dataset, key, values, datedStatus), values)),
  }
}
