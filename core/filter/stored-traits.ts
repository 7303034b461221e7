import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import type { Json, JsonObject } from '#core/records/built-record.ts'
import type { FilterRule } from './employee-filter.ts'

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: Json | undefined): string | null =>
  value === null || value === undefined || typeof value === 'object' ? null : String(value)

const remoteIdOf = (value: Json | undefined): string | null => (isObject(value) ? textOf(value.remote_id) : null)

const groupKeys = ({ groups }: JsonObject): readonly (string | null)[] => {
  const keys = (Array.isArray(groups) ? groups : [])
    .filter(isObject)
    .map(({ type, remote_id }) => `${type}:${remote_id}`)
  return keys.length === 0 ? [null] : keys
}

const valuesOf = (body: JsonObject, field: string): readonly (string | null)[] => {
  if (field === 'group') return groupKeys(body)
  if (field === 'work_location' || field === 'legal_entity') return [remoteIdOf(body[field])]
  const key = customFieldKeyOf(field)
  if (key === undefined) return [textOf(body[field])]
  return [isObject(body.custom_fields) ? textOf(body.custom_fields[key]) : null]
}

/** Whether a stored employee passes: for those whom no file tells anything of, or not readably. */
export const storedPasses = (rules: readonly FilterRule[], body: JsonObject): boolean =>
  rules.every(({ field, values }) => {
    const wanted = new Set(values)
    return valuesOf(body, field).some((value) => wanted.has(value))
  })
