import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { ModelId } from '#core/model/models.ts'
import { type FieldType, targetFields } from './fields.ts'
import type { Mapping, Source } from './mapping.ts'

/** Models whose records have room for what the vendor defines (`custom_fields`) and for cells as they are (`integration_fields`). */
export const addedFieldModels = ['hris_employees', 'hris_employments', 'hris_timesheets'] as const

export const hasAddedFields = (model: ModelId): boolean => addedFieldModels.some((each) => each === model)

const customFieldPrefix = 'custom_fields.'
const integrationFieldPrefix = 'integration_fields.'

/** The target of a mapping that fills a custom field. */
export const customFieldTarget = (key: string): string => customFieldPrefix + key
/** The target that takes the cell of a column as it is. No mapping names it: it is there while passthrough is on. */
export const integrationFieldTarget = (column: string): string => integrationFieldPrefix + column

/** The key of the custom field that a target fills; `undefined` for a field of the unified model. */
export const customFieldKeyOf = (target: string): string | undefined =>
  target.startsWith(customFieldPrefix) ? target.slice(customFieldPrefix.length) : undefined

export const isAddedTarget = (target: string): boolean =>
  target.startsWith(customFieldPrefix) || target.startsWith(integrationFieldPrefix)

const text: FieldType = { kind: 'text' }

/** What a target of a dataset holds; `undefined` when the dataset has none of this name. */
export const typeOfTarget = (dataset: Dataset, target: string): FieldType | undefined => {
  const types = targetFields[dataset]
  if (Object.hasOwn(types, target)) return types[target]
  return isAddedTarget(target) && hasAddedFields(datasetTraits[dataset].model) ? text : undefined
}

/** Says that a field is to be filled from nothing, whatever its aliases are. */
export const fromNothing: Source = { from: 'constant', value: '' }

export const isFilled = (sources: readonly Source[]): boolean =>
  sources.some((source) => source.from === 'column' || source.value !== '')

/** The mapping without custom fields that are not defined, or are to be filled from nothing. */
export const withDefinedFields = (mapping: Mapping, keys: ReadonlySet<string>): Mapping => {
  const isWanted = ([target, sources]: readonly [string, readonly Source[]]): boolean => {
    const key = customFieldKeyOf(target)
    return key === undefined || (keys.has(key) && isFilled(sources))
  }
  const entries = Object.entries(mapping.fields)
  return entries.every(isWanted) ? mapping : { ...mapping, fields: Object.fromEntries(entries.filter(isWanted)) }
}
