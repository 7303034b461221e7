import type { Mapping } from '#core/mapping/mapping.ts'
import type { FileColumn } from './client.ts'
import { columnLabel } from './column-label.ts'

const shownExamples = 2

const examplesOf = ({ examples }: FileColumn): string => examples.slice(0, shownExamples).join(', ')

/** The columns of a file, to choose from. */
export const columnOptions = (columns: readonly FileColumn[], mapping: Pick<Mapping, 'joins'>) =>
  columns.map((column) => ({
    id: optionOf(column.name),
    name: columnLabel(mapping, column.name),
    hint: examplesOf(column),
  }))

/** The name of the column that was chosen. */
export const columnOf = (option: string): string | undefined =>
  option.startsWith('column ') ? option.slice('column '.length) : undefined

export const optionOf = (column: string): string => `column ${column}`
