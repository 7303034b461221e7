import { customFieldTarget, integrationFieldTarget } from '#core/mapping/added-fields.ts'
import type { AddedFields } from '#core/mapping/added-targets.ts'
import type { FieldValue, FieldValues } from '#core/mapping/fields.ts'
import type { BuiltRow, JsonObject } from './built-record.ts'

/** Puts into a record what the row says in custom fields and integration fields; those that the file does not fill are left out. */
export const withAddedValues = ({
  custom,
  passed,
}: AddedFields): ((row: BuiltRow, values: FieldValues) => BuiltRow) => {
  if (custom.length + passed.length === 0) return (row) => row
  const targets = custom.map(({ key }) => [key, customFieldTarget(key)] as const)
  const cells = passed.map((column) => [column, integrationFieldTarget(column.key)] as const)
  return ({ record, derived }, values) => {
    const custom_fields: Record<string, FieldValue> = {}
    for (const [key, target] of targets) {
      const value = values[target]
      if (value !== undefined) custom_fields[key] = value
    }
    const integration_fields = cells.flatMap(([{ id, key, type }, target]): JsonObject[] => {
      const value = values[target]
      return value === undefined ? [] : [{ id, key, type, value, label: key }]
    })
    return { record: { ...record, own: { ...record.own, custom_fields, integration_fields } }, derived }
  }
}
