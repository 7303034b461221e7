import type { PartialDialect } from '#core/mapping/dialect.ts'

const needsQuotes = /[\r\n]|^\s|\s$/

/** How cells are told apart: double quotes unless others are said, or none. */
type Cutting = { readonly delimiter: string; readonly quote?: PartialDialect['quote'] }

/** A row as CSV, line end included. A row that would look blank keeps its quotes, so that it counts as a row. */
export const csvLine = (cells: readonly string[], { delimiter, quote = '"' }: Cutting): string => {
  if (quote === '') return `${cells.join(delimiter)}\n`
  const isBlank = cells.every((cell) => cell.trim() === '')
  const written = cells.map((cell) =>
    isBlank || cell.includes(delimiter) || cell.includes(quote) || needsQuotes.test(cell)
      ? `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`
      : cell,
  )
  return `${written.join(delimiter)}\n`
}
