import type { ColumnSource } from './edits.ts'

/** A column as a source, with one more thing said of how its cells are read; what is `undefined` is no longer said. */

/** ISO 8601 is what no format means. */
export const withDateFormat = ({ dateFormat: _, ...source }: ColumnSource, format: string | undefined): ColumnSource =>
  format === undefined ? source : { ...source, dateFormat: format }

/** The point is what no sign means. */
export const withDecimal = ({ decimal: _, ...source }: ColumnSource, sign: string): ColumnSource =>
  sign === ',' ? { ...source, decimal: sign } : source

export const withEmptyWords = ({ empty: _, ...source }: ColumnSource, words: readonly string[]): ColumnSource =>
  words.length === 0 ? source : { ...source, empty: [...words] }

export const withPart = ({ part: _, ...source }: ColumnSource, part: ColumnSource['part']): ColumnSource =>
  part === undefined ? source : { ...source, part }

/** Cells are trimmed unless it is said. */
export const withOuterSpace = ({ trim: _, ...source }: ColumnSource, isKept: boolean): ColumnSource =>
  isKept ? { ...source, trim: false } : source

export const withCountry = ({ country: _, ...source }: ColumnSource, country: string | undefined): ColumnSource =>
  country === undefined ? source : { ...source, country }

/** Without words of its own, a field knows those that are known anyway. */
export const withValues = ({ values: _, ...source }: ColumnSource, values: ColumnSource['values']): ColumnSource =>
  values === undefined ? source : { ...source, values }

/** Whether something is said that most columns need not say. */
export const saysMore = ({ empty, part, trim, values }: ColumnSource, isWordList: boolean): boolean =>
  empty !== undefined || part !== undefined || trim === false || (values !== undefined && !isWordList)
