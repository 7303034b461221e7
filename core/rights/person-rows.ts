import { columnIndex } from '#core/mapping/columns.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { rowKeys } from '#core/mapping/row-key.ts'
import { remoteIdOf } from '#core/records/build.ts'
import { type Found, isNumberOrText, isTrace, type Traces, tracesIn } from './person.ts'

/** Whether an id, as a file writes it, means the person. */
export type IsPerson = (remoteId: string) => boolean

/** How the rows of a file are looked at: without a mapping nobody knows what its columns mean. */
export type PersonRows = {
  /** Whether the row is the person's own. */
  readonly isOwn: (cells: readonly string[]) => boolean
  /** What a row of theirs tells of the person. */
  readonly traces: (cells: readonly string[]) => Found
  /** The cells without those that name the person; the same list where none does. */
  readonly without: (cells: readonly string[], traces: Traces) => readonly string[]
}

const columnsOf = (mapping: Mapping, field: string): readonly string[] =>
  (mapping.fields[field] ?? []).flatMap((source) => (source.from === 'column' ? [source.column] : []))

const allColumns = (mapping: Mapping): readonly string[] => [
  ...mapping.id.columns,
  ...Object.keys(mapping.fields).flatMap((field) => columnsOf(mapping, field)),
]

const traceFields = [
  'first_name',
  'last_name',
  'display_full_name',
  'work_email',
  'personal_email',
  'employee_number',
] as const

/** A manager may be named by something else than an id. */
const lookedUp = ['manager.employee_number', 'manager.work_email', 'manager.display_full_name'] as const

/** The rows of a dataset under its mapping; undefined when a file has not the columns that tell whose a row is. */
export const personRows = (mapping: Mapping, header: readonly string[], isPerson: IsPerson): PersonRows | undefined => {
  const indexesOf = (names: readonly string[]): readonly number[] =>
    names.map((name) => columnIndex(header, name)).filter((index) => index >= 0)
  const isOfPeople = mapping.dataset === 'employees'
  const keys = rowKeys(mapping, header)
  const owners = indexesOf(columnsOf(mapping, 'employee.remote_id'))
  if (isOfPeople ? !keys : owners.length < columnsOf(mapping, 'employee.remote_id').length) return undefined
  const references = indexesOf(columnsOf(mapping, 'manager.remote_id'))
  const lookups = indexesOf(lookedUp.flatMap((field) => columnsOf(mapping, field)))
  const mapped = new Set(indexesOf(allColumns(mapping)))
  const cellAt = (cells: readonly string[], index: number): string => (cells[index] ?? '').trim()
  const keyOf = (cells: readonly string[]): string => remoteIdOf(keys?.(cells) ?? '')
  const isNamed = (cells: readonly string[], traces: Traces, index: number): boolean => {
    const cell = cells[index] ?? ''
    if (references.includes(index)) return cell.trim() !== '' && isPerson(cell.trim())
    if (lookups.includes(index)) return isNumberOrText(traces, cell)
    return !mapped.has(index) && isTrace(traces, cell)
  }
  return {
    isOwn: (cells) => (isOfPeople ? isPerson(keyOf(cells)) : owners.some((index) => isPerson(cellAt(cells, index)))),
    traces: (cells) => {
      if (!isOfPeople) return { ids: owners.map((index) => cellAt(cells, index)).filter(isPerson) }
      const cellOf = (field: string): string =>
        indexesOf(columnsOf(mapping, field))
          .map((index) => cellAt(cells, index))
          .find((cell) => cell !== '') ?? ''
      const values = Object.fromEntries(traceFields.map((field) => [field, cellOf(field)]))
      return { ...tracesIn(values), ids: [keyOf(cells)] }
    },
    without: (cells, traces) =>
      cells.some((_, index) => isNamed(cells, traces, index))
        ? cells.map((cell, index) => (isNamed(cells, traces, index) ? '' : cell))
        : cells,
  }
}
