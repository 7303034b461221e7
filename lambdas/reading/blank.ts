const endOfFileMark = '\u001a'

/** Nothing in it but delimiters, space, or the end mark of old systems. */
export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '' || cell.trim() === endOfFileMark)

/** How many cells there are up to the last one that holds something. */
export const filledCells = (cells: readonly string[]): number => {
  let filled = cells.length
  while (filled > 0 && isBlank([cells[filled - 1] ?? ''])) filled -= 1
  return filled
}
