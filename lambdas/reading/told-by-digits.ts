import { compactKey } from '#core/mapping/header-words.ts'
import { saysNothing } from '#core/values/nothing.ts'

type Cells = { readonly cells: readonly string[] }

const cellOf = ({ cells }: Cells, column: number): string => (cells[column] ?? '').trim()

/** Fewer rows do not show what a column holds. */
const fewest = 3

/** The columns in which whatever stands holds a digit: ids, dates, amounts. */
const digitColumns = (rows: readonly Cells[]): readonly number[] => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const filled = rows.map((row) => cellOf(row, column)).filter((cell) => cell !== '' && !saysNothing(cell))
    return (
      filled.length >= Math.min(fewest, rows.length) && filled.length > 0 && filled.every((cell) => /\d/.test(cell))
    )
  })
}

const isWord = (cell: string): boolean => /\p{L}/u.test(cell) && !/\d/.test(cell) && !saysNothing(cell)

/** Kinds of values, units, and how a date is to be written. */
const kind =
  /^[([<]?(?:string|text|char|varchar|alphanumeri\w+|date|datum|datetime|number|numeric|numerisch|integer|int|decimal|float|boolean|bool|eur|usd|gbp|chf|hours|stunden|std|days|tage|required|mandatory|optional|pflicht(?:feld)?|[dtjymag]{1,4}[-./ ][dtjymag]{1,4}[-./ ][dtjymag]{1,4})[)\]>]?$/i

/** Words in so many columns of digits are no accident. */
const certain = 3

/** Whether a row below the column names explains them: other names, or kinds of values. Where it has a word, all others have digits. */
export const explainsColumns = (row: Cells, below: readonly Cells[], names: Cells): boolean => {
  const columns = below.length < fewest ? [] : digitColumns(below)
  if (columns.length < 2) return false
  const found = columns.map((column) => cellOf(row, column))
  if (found.some((cell) => kind.test(cell))) return !found.some((cell) => /\d/.test(cell))
  const isNamed = columns.some((column) => compactKey(cellOf(row, column)) === compactKey(cellOf(names, column)))
  return found.every(isWord) && (isNamed || columns.length >= certain)
}

/** Whether a row says what the columns are called, as no row below does. */
export const namesColumns = (row: Cells, below: readonly Cells[]): boolean => {
  const columns = digitColumns(below)
  return columns.length > 0 && columns.every((column) => isWord(cellOf(row, column)))
}
