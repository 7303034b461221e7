import { growingTexts } from '#core/sync/growing.ts'

/** What the parts of one file may hold in memory together: rows, and characters of keys and cells in use. */
export const partLimits = { rows: 1_000_000, characters: 150_000_000 } as const

/** How much room the parts of one file have left. */
export const partRoom = ({ rows, characters }: { readonly rows: number; readonly characters: number } = partLimits) => {
  let rowsLeft = rows
  let charactersLeft = characters
  return {
    /** Takes room for one more row; answers whether there was any. */
    take: (length: number): boolean => {
      rowsLeft -= 1
      charactersLeft -= length
      return rowsLeft >= 0 && charactersLeft >= 0
    },
  }
}
export type PartRoom = ReturnType<typeof partRoom>

const separator = '\u001f'

/** The cells of a key as one text; null where one of them is empty. */
export const joinKey = (cells: readonly string[], indexes: readonly number[]): string | null => {
  const parts = indexes.map((index) => (cells[index] ?? '').trim())
  return parts.includes('') ? null : parts.join(separator)
}

/** The rows of a part by their key, as text: objects would take several times the room. Of rows with the same key the last one counts. */
export const partRows = (room: PartRoom) => {
  const texts = growingTexts()
  const numbers = new Map<string, number>()
  const ends: number[] = []
  const rowNumbers: number[] = []
  const decoder = new TextDecoder()
  const textOf = (number: number): string =>
    decoder.decode(texts.part(number === 0 ? 0 : (ends[number - 1] ?? 0), ends[number] ?? 0))
  return {
    /** Answers the row that had the key before and says something else; `full` when there is no room for another row. */
    add: (key: string, cells: readonly string[], row: number): 'added' | 'full' | { readonly before: number } => {
      const text = JSON.stringify(cells)
      if (!room.take(key.length + text.length)) return 'full'
      const before = numbers.get(key)
      numbers.set(key, ends.length)
      ends.push(texts.add(text))
      rowNumbers.push(row)
      const differs = before !== undefined && textOf(before) !== text
      return differs ? { before: rowNumbers[before] ?? row } : 'added'
    },
    get: (key: string): readonly string[] | undefined => {
      const number = numbers.get(key)
      return number === undefined ? undefined : JSON.parse(textOf(number))
    },
  }
}
