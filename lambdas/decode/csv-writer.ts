/** Text that means itself in a cell, wherever it stands. */
const plain = /^[^\s",\ufeff\u200b][^\r\n",]*$/

const quoted = (cell: string): string => (cell === '' || plain.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`)

const encoder = new TextEncoder()
const enoughCharacters = 64 * 1024

/** Collects rows as lines of CSV (comma, UTF-8); the same cells are always the same bytes. */
export const csvWriter = () => {
  let text = ''
  return {
    add: (cells: readonly (string | undefined)[]): void => {
      let line = ''
      for (let i = 0; i < cells.length; i += 1) {
        const cell = cells[i]
        line += (i > 0 ? ',' : '') + (cell === undefined ? '' : quoted(cell))
      }
      text += `${line}\n`
    },
    /** Adds blank lines. */
    skip: (count: number): void => {
      text += '\n'.repeat(count)
    },
    isFull: (): boolean => text.length >= enoughCharacters,
    /** All lines since the last time. */
    take: (): Uint8Array => {
      const bytes = encoder.encode(text)
      text = ''
      return bytes
    },
  }
}
