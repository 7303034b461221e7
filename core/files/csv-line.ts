const needsQuotes = /["\r\n]|^\s|\s$/

/** A row as CSV, line end included. A row that would look blank keeps its quotes, so that it counts as a row. */
export const csvLine = (cells: readonly string[], delimiter: string): string => {
  const isBlank = cells.every((cell) => cell.trim() === '')
  const written = cells.map((cell) =>
    isBlank || cell.includes(delimiter) || needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  return `${written.join(delimiter)}\n`
}
