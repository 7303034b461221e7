import type { FieldValues } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { BuiltRow } from './built-record.ts'

/** What decides, beside mapping and file, what becomes of the rows of a dataset. */
export type RowRules = {
  /** Equal for equal rules: rows that are remembered under others are read again. */
  readonly name: string
  /** What of a mapping may be applied. */
  readonly mapping: (mapping: Mapping) => Mapping
  readonly build: (key: string, values: FieldValues) => BuiltRow
}
