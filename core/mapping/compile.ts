import type { Dataset } from '#core/files/datasets.ts'
import { unapplied } from '#core/issues/consequence.ts'
import type { Issue } from '#core/issues/issue.ts'
import { isFlaw } from '#core/values/reading.ts'
import { typeOfTarget } from './added-fields.ts'
import { columnIndex } from './columns.ts'
import { type CompiledField, compileSource, type FieldPlace } from './compile-field.ts'
import { fieldsNotMapped, fieldUnknown, idColumnMissing } from './compile-issues.ts'
import { type FieldValue, type FieldValues, requiredAlternatives, requiredFields } from './fields.ts'
import type { RowMapper } from './mapped-row.ts'
import type { Mapping, Source } from './mapping.ts'
import {
  cellIssue,
  idMissing,
  idSpreadsheetMade,
  keySeparator,
  looksSpreadsheetMade,
  maxCellLength,
  valueMissing,
} from './row-issues.ts'

export type CompiledMapping =
  | {
      readonly kind: 'compiled'
      readonly map: RowMapper
      /** Indexes of every column that the mapping reads, ascending. */
      readonly columns: readonly number[]
    }
  | {
      readonly kind: 'refused'
      readonly issues: readonly Issue[]
      /** Maps rows by the columns that are there, for what is wrong with their cells. */
      readonly map: RowMapper
      /** Whether rows have their ids; otherwise each has one of its own. */
      readonly hasIds: boolean
    }

const keyOf = (cells: readonly string[], idIndexes: readonly number[]): string | null => {
  let key = ''
  for (const [i, index] of idIndexes.entries()) {
    const part = (cells[index] ?? '').trim()
    if (part === '') return null
    key = i === 0 ? part : `${key}${keySeparator}${part}`
  }
  return key
}

/** The value of a field; what is wrong with the cell it comes from is added to `issues`. */
const cellValue = (field: CompiledField, cells: readonly string[], row: number, issues: Issue[]): FieldValue => {
  for (const { index, trim, read, constant, context } of field.sources) {
    const cell = index < 0 ? '' : (cells[index] ?? '')
    const text = trim ? cell.trim() : cell
    if (text.length > maxCellLength) {
      issues.push(cellIssue('CELL_TOO_LONG', context, row, text))
      return null
    }
    const reading = text === '' ? constant : read(text)
    if (reading === undefined) continue
    if (!isFlaw(reading)) return reading
    issues.push(cellIssue(reading.code, context, row, text))
    return reading.value
  }
  return null
}

type Plan = {
  readonly dataset: Dataset
  readonly idColumns: readonly string[]
  /** Null where one of them is missing. */
  readonly idIndexes: readonly number[] | null
  readonly fields: readonly CompiledField[]
}

/** Required fields that are empty though no cell of theirs is to blame already. */
const missingValues = (fields: readonly CompiledField[], values: FieldValues, row: number, found: readonly Issue[]) =>
  fields.flatMap(({ field, sources }) => {
    const [first] = sources
    const blamed = sources.some(({ context }) => found.some(({ column }) => column === context.column))
    if (first === undefined || blamed || values[field] !== null) return []
    return [valueMissing(first.context.dataset, field, first.context.column, row)]
  })

const idTooLong = ({ dataset, idColumns }: Plan, row: number, key: string): Issue =>
  cellIssue('CELL_TOO_LONG', { dataset, field: 'remote_id', column: idColumns.join(' + '), kind: 'text' }, row, key)

const leftOut = unapplied('left_out')

/** Rows without id columns differ from each other all the same. */
const ownKey = (row: number): string => `\u0000${row}`

const rowMapper = (plan: Plan): RowMapper => {
  const { dataset, idColumns, idIndexes, fields } = plan
  const required = fields.filter(({ field }) => requiredFields[dataset].includes(field))
  const alternatives = fields.filter(({ field }) => requiredAlternatives[dataset]?.includes(field))
  // A copy of an object that has all fields is made in one go; filled one by one they would cost more than reading the cells.
  const empty: Readonly<Record<string, FieldValue>> = Object.fromEntries(fields.map(({ field }) => [field, null]))
  return (cells, row) => {
    const values = { ...empty }
    const issues: Issue[] = []
    for (const field of fields) {
      const value = cellValue(field, cells, row, issues)
      if (value !== null) values[field.field] = value
    }
    const key = idIndexes ? keyOf(cells, idIndexes) : ownKey(row)
    if (key === null) issues.push(idMissing(dataset, idColumns, row))
    else if (key.length > maxCellLength) issues.push(idTooLong(plan, row, key))
    else if (looksSpreadsheetMade(key)) issues.push(idSpreadsheetMade(dataset, idColumns, row, key))
    if (required.some(({ field }) => values[field] === null))
      issues.push(...missingValues(required, values, row, issues))
    if (alternatives.length > 0 && alternatives.every(({ field }) => values[field] === null))
      issues.push(...missingValues(alternatives.slice(0, 1), values, row, issues))
    return key === null || issues.some(({ severity }) => severity === 'error')
      ? { kind: 'quarantined', row, key, issues: issues.map(leftOut) }
      : { kind: 'mapped', row, key, values, issues }
  }
}

/** The columns that a mapping names. */
export const mappedColumns = (mapping: Mapping): readonly string[] => [
  ...mapping.id.columns,
  ...Object.values(mapping.fields).flatMap((sources) =>
    sources.flatMap((source) => (source.from === 'column' ? [source.column] : [])),
  ),
]

type Compiled = { readonly fields: readonly CompiledField[]; readonly issues: readonly Issue[] }

const compileFields = (mapping: Mapping, place: FieldPlace): Compiled => {
  const { dataset } = mapping
  const fields: CompiledField[] = []
  const issues: Issue[] = []
  for (const [field, sources] of Object.entries<readonly Source[]>(mapping.fields)) {
    const type = typeOfTarget(dataset, field)
    if (type === undefined) {
      issues.push(fieldUnknown(dataset, field))
      continue
    }
    const compiled = sources.map((source) => compileSource(field, type, source, place))
    issues.push(...compiled.filter((outcome) => 'severity' in outcome))
    fields.push({ field, sources: compiled.filter((outcome) => 'read' in outcome) })
  }
  return { fields, issues: [...issues, ...fieldsNotMapped(dataset, mapping.fields)] }
}

/** Turns a mapping into a function on the rows of files with this header. Refuses when a column it needs is not there, naming each one. */
export const compileMapping = (mapping: Mapping, header: readonly string[]): CompiledMapping => {
  const { dataset } = mapping
  const idColumns = mapping.id.columns
  const used = new Set(mappedColumns(mapping).map((name) => columnIndex(header, name)))
  const unused = header.filter((_, index) => !used.has(index))
  const idIndexes = idColumns.map((name) => columnIndex(header, name))
  const missingIds = idColumns.filter((_, i) => idIndexes[i] === -1)
  const hasIds = missingIds.length === 0
  const { fields, issues: ofFields } = compileFields(mapping, { dataset, header, unused })
  const issues = [...missingIds.map((name) => idColumnMissing(dataset, name, header, unused)), ...ofFields]
  const map = rowMapper({ dataset, idColumns, idIndexes: hasIds ? idIndexes : null, fields })
  if (issues.length > 0) return { kind: 'refused', issues, map, hasIds }
  return { kind: 'compiled', map, columns: [...used].sort((a, b) => a - b) }
}
