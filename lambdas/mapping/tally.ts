const maxValues = 500
const maxShownLength = 200
const maxRepeated = 20
const maxRowsOfRepeated = 10

const shortened = (text: string): string => (text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text)

/** Counts the cells of a column. */
export const tallyColumn = () => {
  const counts = new Map<string, number>()
  let filled = 0
  return {
    add: (cell: string): void => {
      if (cell === '') return
      filled += 1
      counts.set(cell, (counts.get(cell) ?? 0) + 1)
    },
    result: () => {
      const frequent = [...counts].sort(([, a], [, b]) => b - a).slice(0, maxValues)
      const values = frequent.map(([value, count]) => ({ value: shortened(value), count }))
      return { filled, distinct: counts.size, values }
    },
  }
}
export type ColumnTally = ReturnType<typeof tallyColumn>

const separator = '\u001f'

/** Finds out whether columns together tell every row apart. */
export const tallyId = () => {
  const rowsOf = new Map<string, number | number[]>()
  let empty = 0
  return {
    add: (cells: readonly string[], row: number): void => {
      if (cells.includes('')) {
        empty += 1
        return
      }
      const key = cells.join(separator)
      const before = rowsOf.get(key)
      // One number for each row, and a list only for those that repeat: files may have a million rows.
      if (before === undefined) rowsOf.set(key, row)
      else if (typeof before === 'number') rowsOf.set(key, [before, row])
      else if (before.length < maxRowsOfRepeated) before.push(row)
    },
    result: () => {
      const repeated = rowsOf
        .entries()
        .flatMap(([key, rows]) =>
          typeof rows === 'number' ? [] : [{ value: shortened(key.replaceAll(separator, ' | ')), rows }],
        )
        .take(maxRepeated)
        .toArray()
      return { distinct: rowsOf.size, empty, repeated, unique: empty === 0 && repeated.length === 0 }
    },
  }
}
export type IdTally = ReturnType<typeof tallyId>
