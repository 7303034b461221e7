import type { Dataset } from '#core/files/datasets.ts'
import { isAddedTarget } from '#core/mapping/added-fields.ts'
import type { Mapping, Source } from '#core/mapping/mapping.ts'
import { matchHeader } from '#core/mapping/match-header.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import {
  type BuiltRecord,
  type BuiltRow,
  isJsonObject,
  type Json,
  type JsonObject,
} from '#core/records/built-record.ts'
import { pointsOfField } from './points-of-field.ts'
import { isOff, modelOf, offPoints, type Scope } from './scope.ts'

export const mayRead = (scope: Scope, dataset: Dataset, field: string): boolean =>
  pointsOfField(dataset, field).every((point) => !isOff(scope, point))

/** Columns that say what may not be stored: by the mapping, else by their names. */
const offColumns = (scope: Scope, { dataset, fields }: Mapping): ((column: string) => boolean) => {
  const [on, off] = [new Set<string>(), new Set<string>()]
  for (const [field, sources] of Object.entries(fields))
    if (!isAddedTarget(field))
      for (const source of sources)
        if (source.from === 'column') (mayRead(scope, dataset, field) ? on : off).add(source.column)
  return (column) => {
    if (on.has(column) || off.has(column)) return !on.has(column)
    const likeliest = matchHeader(dataset, column)[0]?.field
    return likeliest !== undefined && !mayRead(scope, dataset, likeliest)
  }
}

/**
 * The mapping without the fields that may not be stored: their columns are not even read, neither for custom fields nor to be
 * passed through.
 */
export const mappingWithin = (scope: Scope, mapping: Mapping): Mapping => {
  if (offPoints(scope).length === 0) return mapping
  const isOffColumn = offColumns(scope, mapping)
  const mayFill = ([field, sources]: readonly [string, readonly Source[]]): boolean =>
    mayRead(scope, mapping.dataset, field) &&
    (!isAddedTarget(field) || !sources.some((source) => source.from === 'column' && isOffColumn(source.column)))
  return { ...mapping, fields: Object.fromEntries(Object.entries(mapping.fields).filter(mayFill)) }
}

/** The fields of a model that may not be stored. */
const offFields = (scope: Scope, model: string): readonly string[] =>
  offPoints(scope)
    .filter((point) => point !== model && modelOf(point) === model)
    .map((point) => point.slice(model.length + 1))

/** The one list among them, which the wire knows no null for. */
const emptyOf = (field: string): Json => (field === 'integration_fields' ? [] : null)

const emptyFields = (body: JsonObject, fields: readonly string[]): JsonObject => ({
  ...body,
  ...Object.fromEntries(
    fields.filter((field) => field in body).map((field): [string, Json] => [field, emptyOf(field)]),
  ),
})

/** What a record shows of others: the key, the model, and the field that names who it is. */
const embeds = [
  { key: 'manager', model: 'hris_employees', idField: 'manager_id' },
  { key: 'legal_entity', model: 'hris_legal_entities', idField: 'legal_entity_id' },
  { key: 'work_location', model: 'hris_locations', idField: 'work_location_id' },
  { key: 'type', model: 'hris_absence_types', idField: 'type_id' },
] as const

const groupModels = ['hris_teams', 'hris_join_employees_teams']

/** What a record lists of others: the key, the model, and the points without which there is no list. */
const lists = [
  { key: 'groups', model: 'hris_teams', points: groupModels },
  { key: 'teams', model: 'hris_teams', points: groupModels },
  { key: 'employments', model: 'hris_employments', points: ['hris_employments'] },
  { key: 'time_off_balances', model: 'hris_time_off_balances', points: ['hris_time_off_balances'] },
] as const

const embedsWithin = (scope: Scope, model: string, body: JsonObject): JsonObject => {
  const kept: Record<string, Json> = { ...body }
  for (const { key, model: shown, idField } of embeds) {
    const value = body[key]
    if (!isJsonObject(value)) continue
    const isGone = isOff(scope, shown) || isOff(scope, `${model}.${idField}`)
    kept[key] = isGone ? null : emptyFields(value, offFields(scope, shown))
    if (isGone) kept[idField] = null
  }
  for (const { key, model: listed, points } of lists) {
    const value = body[key]
    if (!Array.isArray(value)) continue
    const left = points.some((point) => isOff(scope, point)) ? [] : value
    kept[key] = left.map((each) => (isJsonObject(each) ? emptyFields(each, offFields(scope, listed)) : each))
  }
  return kept
}

/** The stored body of a record without what may not be stored, neither of it nor of those that it shows. */
export const bodyWithin = (scope: Scope, model: string, body: JsonObject): JsonObject =>
  embedsWithin(scope, model, emptyFields(body, offFields(scope, model)))

/** The models that a record shows something of. */
const shownIn: Readonly<Record<string, readonly string[]>> = {
  hris_employees: [
    'hris_legal_entities',
    'hris_locations',
    'hris_employments',
    'hris_time_off_balances',
    ...groupModels,
  ],
  hris_absences: ['hris_absence_types'],
  hris_time_off_balances: ['hris_absence_types'],
}

/** The models whose records show something of a model. */
export const showing = (model: ModelId): readonly ModelId[] => modelIds.filter((each) => shownIn[each]?.includes(model))

/** Whether records of a model could hold something that is turned off. */
export const tellsOffPoints = (scope: Scope, model: string): boolean =>
  offPoints(scope).some((point) => modelOf(point) === model || shownIn[model]?.includes(modelOf(point)))

/** Leaves out of rows what follows from other fields and may not be stored itself, such as a display name. */
export const rowWithin = (scope: Scope): ((row: BuiltRow) => BuiltRow) => {
  const fieldsOf = new Map(modelIds.map((model) => [model, offFields(scope, model)]))
  if (fieldsOf.values().every((fields) => fields.length === 0)) return (row) => row
  const recordWithin = (record: BuiltRecord): BuiltRecord => {
    const fields = fieldsOf.get(record.model) ?? []
    return fields.length === 0 ? record : { ...record, own: emptyFields(record.own, fields) }
  }
  return ({ record, derived }) => ({ record: recordWithin(record), derived: derived.map(recordWithin) })
}
