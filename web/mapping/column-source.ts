import { typeOfTarget } from '#core/mapping/added-fields.ts'
import { fitColumn, type Habits } from '#core/mapping/fit-column.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { isEmptied } from '#core/mapping/sample-column.ts'
import type { FileColumn } from './client.ts'
import { type ColumnSource, isColumn } from './edits.ts'

/** How the columns that are mapped already are written: a file is written in one country. */
const habitsOf = ({ fields }: Mapping): Habits => {
  const sources = Object.values(fields).flat().filter(isColumn)
  const format = sources.find(({ dateFormat }) => dateFormat !== undefined)?.dateFormat
  const decimal = sources.find((source) => source.decimal !== undefined)?.decimal
  return {
    dates: { order: format?.startsWith('MM') ? 'monthFirst' : 'dayFirst', format },
    decimal: decimal ?? '.',
    decimalIsTold: decimal !== undefined,
  }
}

/** What a row that is not among the examples tells of day and month. */
const laterValues = ({ order, row }: NonNullable<FileColumn['day_order']>) => ({
  values: [],
  dayFirst: order === 'dayFirst' ? 1 : 0,
  monthFirst: order === 'monthFirst' ? 1 : 0,
  tellingRow: row,
})

/** A column as the source of a field, read as its values look; those that are masked say nothing. */
export const columnSource = (mapping: Mapping, field: string, column: FileColumn): ColumnSource => {
  const plain: ColumnSource = { from: 'column', column: column.name }
  const type = typeOfTarget(mapping.dataset, field)
  if (type === undefined) return plain
  const examples = column.masked ? [] : column.examples
  const values = examples.filter((value) => !isEmptied(value))
  const sample = {
    index: 0,
    name: column.name,
    values,
    distinct: new Set(values),
    filled: column.filled,
    empty: examples.filter(isEmptied),
    ...(column.day_order && { later: laterValues(column.day_order) }),
  }
  return fitColumn(field, type, sample, habitsOf(mapping))?.source ?? plain
}
