import type { Dataset } from '#core/files/datasets.ts'
import { issueSeverity } from '#core/issues/codes.ts'
import type { Issue } from '#core/issues/issue.ts'
import { isFlaw, type Reading, type ValueReader } from '#core/values/reading.ts'
import { valueReader } from '#core/values/value-reader.ts'
import { columnIndex } from './columns.ts'
import { constantUnreadable, mappedColumnMissing } from './compile-issues.ts'
import type { FieldType } from './fields.ts'
import type { Source } from './mapping.ts'
import type { CellContext } from './row-issues.ts'

type ColumnSource = Extract<Source, { readonly from: 'column' }>

/** One place a value comes from; `index` is -1 for a constant. */
export type CompiledSource = {
  readonly index: number
  readonly trim: boolean
  readonly read: ValueReader
  readonly constant: Reading
  readonly context: CellContext
}

export type CompiledField = { readonly field: string; readonly sources: readonly CompiledSource[] }

export type FieldPlace = {
  readonly dataset: Dataset
  readonly header: readonly string[]
  readonly unused: readonly string[]
}

/** The mapping's own words come first; they are compared without case and outer space. */
const withTable = (values: NonNullable<ColumnSource['values']>, read: ValueReader): ValueReader => {
  const table = new Map(Object.entries(values).map(([word, value]) => [word.trim().toLowerCase(), value]))
  return (text) => {
    const value = table.get(text.trim().toLowerCase())
    if (value === undefined) return read(text)
    return value === null || value === '' ? null : read(value)
  }
}

/** Words that say nothing are no value: the next source may have one. */
const withEmpty = (empty: ColumnSource['empty'], read: ValueReader): ValueReader => {
  if (empty === undefined || empty.length === 0) return read
  const words = new Set(empty.map((word) => word.trim().toLowerCase()))
  return (text) => (words.has(text.trim().toLowerCase()) ? undefined : read(text))
}

/** The half of a cell such as `124#CEO` that counts; all of it where there is no separator. */
export const takenPart = ({ separator, take }: NonNullable<ColumnSource['part']>, text: string): string => {
  const at = text.indexOf(separator)
  return (at < 0 ? text : take === 'code' ? text.slice(0, at) : text.slice(at + separator.length)).trim()
}

const withPart = (part: ColumnSource['part'], read: ValueReader): ValueReader => {
  if (part === undefined) return read
  return (text) => {
    const taken = takenPart(part, text)
    return taken === '' ? undefined : read(taken)
  }
}

const compileColumn = (
  field: string,
  type: FieldType,
  source: ColumnSource,
  place: FieldPlace,
): CompiledSource | Issue => {
  const { dataset, header, unused } = place
  const index = columnIndex(header, source.column)
  if (index < 0) return mappedColumnMissing(dataset, source.column, field, unused)
  const { dateFormat, decimal, country, values, empty, part } = source
  const read = valueReader(field, type, { dateFormat, decimal, country, ownWords: values !== undefined })
  return {
    index,
    trim: source.trim !== false || type.kind !== 'text',
    read: withEmpty(empty, withPart(part, values === undefined ? read : withTable(values, read))),
    constant: undefined,
    context: { dataset, field, column: header[index] ?? null, kind: type.kind, format: dateFormat, decimal },
  }
}

const compileConstant = (
  field: string,
  type: FieldType,
  text: string,
  { dataset }: FieldPlace,
): CompiledSource | Issue => {
  const read = valueReader(field, type, {})
  // No text is no value: the next source may have one.
  const constant = text === '' ? undefined : read(text)
  if (isFlaw(constant) && (issueSeverity[constant.code] === 'error' || constant.value === null))
    return constantUnreadable(dataset, field, constant.code, text)
  const value = isFlaw(constant) ? constant.value : constant
  return { index: -1, trim: true, read, constant: value, context: { dataset, field, column: null, kind: type.kind } }
}

export const compileSource = (
  field: string,
  type: FieldType,
  source: Source,
  place: FieldPlace,
): CompiledSource | Issue =>
  source.from === 'column'
    ? compileColumn(field, type, source, place)
    : compileConstant(field, type, source.value, place)
