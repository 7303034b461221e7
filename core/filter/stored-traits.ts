import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import { groupTypes } from '#core/model/enum-values.ts'
import { isJsonObject, type Json, type JsonObject } from '#core/records/built-record.ts'
import { groupKey } from '#core/records/directory.ts'
import type { FilterRule } from './employee-filter.ts'

const textOf = (value: Json | undefined): string | null =>
  value === null || value === undefined || typeof value === 'object' ? null : String(value)

/** What rows may call a record that an employee shows: its id, or its name where files of its own tell of it. */
const callings = ({ remote_id, name }: JsonObject, byName: boolean): readonly string[] =>
  [remote_id, ...(byName ? [name] : [])].flatMap((each) => textOf(each) ?? [])

/** A group without a type is found as any type. */
const keysOfGroup = (group: JsonObject, byName: boolean): readonly string[] => {
  const type = textOf(group.type)
  const types = type === null ? groupTypes : [type]
  return types.flatMap((each) => callings(group, byName).map((id) => groupKey(each, id)))
}

const groupKeys = ({ groups }: JsonObject, byName: boolean): readonly string[] =>
  (Array.isArray(groups) ? groups : []).filter(isJsonObject).flatMap((group) => keysOfGroup(group, byName))

const orNone = (values: readonly string[]): readonly (string | null)[] => (values.length === 0 ? [null] : values)

const valuesOf = (body: JsonObject, field: string, byName: boolean): readonly (string | null)[] => {
  if (field === 'group') return orNone(groupKeys(body, byName))
  const shown = body[field]
  if (field === 'work_location' || field === 'legal_entity')
    return orNone(isJsonObject(shown) ? callings(shown, byName) : [])
  const key = customFieldKeyOf(field)
  if (key === undefined) return [textOf(shown)]
  return [isJsonObject(body.custom_fields) ? textOf(body.custom_fields[key]) : null]
}

/**
 * Whether a stored employee passes: for those whom no file tells anything of, or not readably. `byName`: their rows may have called
 * places and groups by name, while files of their own give the ids.
 */
export const storedPasses = (rules: readonly FilterRule[], body: JsonObject, byName = false): boolean =>
  rules.every(({ field, values }) => {
    const wanted = new Set(values)
    return valuesOf(body, field, byName).some((value) => wanted.has(value))
  })
