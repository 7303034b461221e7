import type { Issue } from '#core/issues/issue.ts'
import type { FieldValues } from './fields.ts'

/**
 * What a row of a file becomes. `key` is the text of the id columns, joined by U+001F when there are several;
 * it is null where the row has none that can be read.
 */
export type MappedRow =
  | {
      readonly kind: 'mapped'
      readonly row: number
      readonly key: string
      readonly values: FieldValues
      readonly issues: readonly Issue[]
    }
  | {
      readonly kind: 'quarantined'
      readonly row: number
      readonly key: string | null
      readonly issues: readonly Issue[]
    }

/** Maps the cells of one row; `row` is its spreadsheet number. */
export type RowMapper = (cells: readonly string[], row: number) => MappedRow
