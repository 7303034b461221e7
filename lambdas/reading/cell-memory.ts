import { beginsText, type ColumnChoice, cellEnd } from '#core/files/cut-columns.ts'

/** What is known already of the chosen cells of a record. */
export type Recalled = {
  /** The cells that must be parsed, each followed by a delimiter. They hold until the next record. */
  readonly rest: Uint8Array
  /** Puts them, parsed, beside those that are known: each where it stands in the file; cells that are not chosen are empty. */
  readonly complete: (parsed: readonly string[]) => readonly string[]
}

/** A power of two. What was met last takes the place of what was there. */
const places = 16_384
const maxCellBytes = 40

const basis = 0x811c9dc5
const prime = 0x01000193

const placeOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = basis
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), prime)
  return (hash ^ (hash >>> 16)) & (places - 1)
}

/** Cells by their bytes. What the parser makes of one comes later than its bytes: only who put them there last may add it. */
const parsedCells = () => {
  const bytes = new Uint8Array(places * maxCellBytes)
  const lengths = new Uint8Array(places)
  const askers = new Uint32Array(places)
  const texts = Array<string | undefined>(places).fill(undefined)
  let asked = 0

  const holds = (place: number, cells: Uint8Array, start: number, end: number): boolean => {
    if (lengths[place] !== end - start) return false
    const shift = place * maxCellBytes - start
    for (let i = start; i < end; i += 1) if (bytes[shift + i] !== cells[i]) return false
    return true
  }

  return {
    find: (place: number, cells: Uint8Array, start: number, end: number): string | undefined =>
      holds(place, cells, start, end) ? texts[place] : undefined,
    /** Answers who asks. */
    ask: (place: number, cells: Uint8Array, start: number, end: number): number => {
      const shift = place * maxCellBytes - start
      for (let i = start; i < end; i += 1) bytes[shift + i] = cells[i] ?? 0
      lengths[place] = end - start
      texts[place] = undefined
      asked += 1
      askers[place] = asked
      return asked
    },
    answer: (place: number, asker: number, text: string): void => {
      if (place >= 0 && askers[place] === asker) texts[place] = text
    },
  }
}

const quote = 0x22

/**
 * Remembers what the parser made of short cells. Exports say the same few departments, places and words over and over, and a parser
 * takes most of a sync's time. Only cells are remembered that mean the same wherever they stand: plain text, or all in quotes.
 */
export const cellMemory = ({ delimiter, width, columns }: ColumnChoice) => {
  const delimiterByte = delimiter.charCodeAt(0)
  const parsed = parsedCells()
  let rest = new Uint8Array(4_096)

  const isPlain = (byte: number | undefined): boolean => byte === quote || beginsText(byte)

  /** Of chosen cells, each followed by a delimiter; `undefined` when they must be parsed together. */
  return (cells: Uint8Array): Recalled | undefined => {
    // The first cell is parsed in any case, and begins with text: then no rest is blank.
    if (!beginsText(cells[0]) || cells[0] === delimiterByte) return undefined
    if (rest.length < cells.length) rest = new Uint8Array(2 * cells.length)
    const all = Array<string>(width).fill('')
    /** Of each cell that must be parsed: its column, its place (-1: it is not kept), and who asked. */
    const missing: number[] = []
    let used = 0
    let start = 0
    for (const column of columns) {
      const end = cellEnd(cells, start, delimiterByte)
      if (end < 0) return undefined
      const isKept = start > 0 && end - start <= maxCellBytes && isPlain(cells[start])
      const place = isKept && end > start ? placeOf(cells, start, end) : -1
      const known = place < 0 ? undefined : parsed.find(place, cells, start, end)
      if (known !== undefined) all[column] = known
      else if (end > start) {
        missing.push(column, place, place < 0 ? -1 : parsed.ask(place, cells, start, end))
        for (let i = start; i <= end; i += 1, used += 1) rest[used] = cells[i] ?? 0
      }
      start = end + 1
    }
    const complete = (found: readonly string[]): readonly string[] => {
      if (3 * found.length !== missing.length) return found
      for (let i = 0; i < found.length; i += 1) {
        const text = found[i] ?? ''
        all[missing[3 * i] ?? 0] = text
        parsed.answer(missing[3 * i + 1] ?? -1, missing[3 * i + 2] ?? 0, text)
      }
      return all
    }
    return { rest: rest.subarray(0, used), complete }
  }
}
