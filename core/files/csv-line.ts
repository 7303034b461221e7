import type { PartialDialect } from '#core/mapping/dialect.ts'

const needsQuotes = /[\r\n]|^\s|\s$/

/** How cells are told apart: double quotes unless others are said, or none. */
type Cutting = { readonly delimiter: string; readonly quote?: PartialDialect['quote'] }

/** A row as CSV, line end included. A row that would look blank keeps its quotes, so that it counts as a row. */
export const csvLine = (cells: readonly string[], { delimiter, quote: how = '"' }: Cutting): string => {
  if (how === '') return `${cells.join(delimiter)}\n`
  const isBlank = cells.every((cell) => cell.trim() === '')
  const isEscaping = how.length > 1
  const quote = how.slice(-1)
  const within = (cell: string): string =>
    isEscaping ? cell.replaceAll(/["\\]/g, '\\$&') : cell.replaceAll(quote, quote + quote)
  const isPlain = (cell: string): boolean =>
    !isBlank && !cell.includes(delimiter) && !cell.includes(quote) && !needsQuotes.test(cell)
  return `${cells.map((cell) => (isPlain(cell) ? cell : `${quote}${within(cell)}${quote}`)).join(delimiter)}\n`
}
