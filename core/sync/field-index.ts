const basis = 0x811c9dc5
const prime = 0x01000193
/** The fields are hashes or digits of them: their beginning spreads well enough. */
const bytesUsed = 8

/** Numbers of rows by hashes of 32 bits. Two slots of three hold one, counted from 1: an index of a million rows takes 6 MB. */
const rowSlots = (rows: number) => {
  const slots = new Uint32Array(Math.ceil(1.5 * rows) + 1)
  const firstSlot = (hash: number): number => Math.floor(((hash >>> 0) / 2 ** 32) * slots.length)
  const behind = (slot: number): number => (slot + 1 === slots.length ? 0 : slot + 1)
  return {
    add: (hash: number, row: number): void => {
      let slot = firstSlot(hash)
      while (slots[slot] !== 0) slot = behind(slot)
      slots[slot] = row + 1
    },
    /** The row that is asked for, among those with this hash; -1 when there is none. */
    find: (hash: number, isIt: (row: number) => boolean): number => {
      for (let slot = firstSlot(hash); slots[slot] !== 0; slot = behind(slot)) {
        const row = (slots[slot] ?? 0) - 1
        if (isIt(row)) return row
      }
      return -1
    },
  }
}

/** Finds rows by a field of `length` bytes that no two rows share; rows whose field begins with zeros have none. -1 when there is none. */
export const fieldIndex = (
  rows: Uint8Array,
  { rowBytes, offset, length }: { readonly rowBytes: number; readonly offset: number; readonly length: number },
): ((text: string) => number) => {
  const count = rows.length / rowBytes
  const slots = rowSlots(count)

  for (let row = 0; row < count; row += 1) {
    const start = row * rowBytes + offset
    let hash = basis
    let any = 0
    for (let i = start; i < start + bytesUsed; i += 1) {
      const byte = rows[i] ?? 0
      any |= byte
      hash = Math.imul(hash ^ byte, prime)
    }
    if (any !== 0) slots.add(hash, row)
  }

  const holds = (row: number, text: string): boolean => {
    const start = row * rowBytes + offset
    for (let i = 0; i < length; i += 1) if (rows[start + i] !== text.charCodeAt(i)) return false
    return true
  }

  return (text) => {
    if (text.length !== length) return -1
    let hash = basis
    for (let i = 0; i < bytesUsed; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), prime)
    return slots.find(hash, (row) => holds(row, text))
  }
}

const wordBytes = 4

/** Four characters, each one byte, as a number. */
const wordOf = (text: string, at: number): number =>
  text.charCodeAt(at) |
  (text.charCodeAt(at + 1) << 8) |
  (text.charCodeAt(at + 2) << 16) |
  (text.charCodeAt(at + 3) << 24)

type MarkLayout = { readonly rowBytes: number; readonly length: number }

/** One mark of each row. Marks are hashes, so that their beginnings spread by themselves. */
const markColumn = (rows: Uint8Array, { rowBytes, length }: MarkLayout, offset: number) => {
  const words = new Int32Array(rows.buffer, rows.byteOffset, rows.length / wordBytes)
  const [rowWords, first] = [rowBytes / wordBytes, offset / wordBytes]
  const beginning = (row: number): number => words[row * rowWords + first] ?? 0

  const holds = (row: number, text: string): boolean => {
    if (beginning(row) === 0) return false
    const start = row * rowWords + first
    for (let i = 0; i * wordBytes < length; i += 1) if (words[start + i] !== wordOf(text, i * wordBytes)) return false
    return true
  }

  const indexed = () => {
    const count = rows.length / rowBytes
    const filled = rowSlots(count)
    for (let row = 0; row < count; row += 1) if (beginning(row) !== 0) filled.add(beginning(row), row)
    return filled
  }
  let slots: ReturnType<typeof rowSlots> | undefined

  const search = (text: string): number => {
    slots ??= indexed()
    return slots.find(wordOf(text, 0), (row) => holds(row, text))
  }

  return { isMarked: (row: number) => beginning(row) !== 0, holds, search }
}

/** So many rows without a mark are stepped over when the next one is guessed. */
const gap = 100

/**
 * Finds rows by the marks at `raw` and `used`, of `length` bytes each, given as text of one byte a character that may go on behind them.
 * Rows and marks begin at multiples of four bytes; a row whose mark begins with zeros has none. -1 when there is no such row.
 * Most files come in the order of the rows: those behind the last one found are tried first, and an index is built only when that fails.
 */
export const markFinder = (
  rows: Uint8Array,
  { raw, used, ...layout }: MarkLayout & { readonly raw: number; readonly used: number },
) => {
  const count = rows.length / layout.rowBytes
  const [byRaw, byUsed] = [markColumn(rows, layout, raw), markColumn(rows, layout, used)]

  const behind = (row: number): number => {
    let next = row + 1
    while (next < count && next <= row + gap && !byRaw.isMarked(next)) next += 1
    return next
  }
  let likely = behind(-1)

  const found = (row: number): number => {
    if (row >= 0) likely = behind(row)
    return row
  }

  /** The likely row, or the one behind it: nobody finds a row that changed. */
  const guess = ({ holds }: ReturnType<typeof markColumn>, text: string): number => {
    if (holds(likely, text)) return likely
    const next = behind(likely)
    return holds(next, text) ? next : -1
  }

  const finder =
    (column: ReturnType<typeof markColumn>) =>
    (text: string): number => {
      if (text.length < layout.length) return -1
      const guessed = guess(column, text)
      return found(guessed < 0 ? column.search(text) : guessed)
    }

  return {
    /** Looks only where a file in the order of the rows goes on. */
    nextRaw: (text: string): number => found(guess(byRaw, text)),
    findRaw: finder(byRaw),
    findUsed: finder(byUsed),
  }
}

type AddedIds = {
  /** The id of a number that was added. */
  readonly idOf: (number: number) => string
  readonly isId: (number: number, id: string) => boolean
}

/** Numbers by id, of which more come all the time. */
export const idIndex = ({ idOf, isId }: AddedIds) => {
  let slots = new Uint32Array(1_024)
  let count = 0

  const firstSlot = (id: string): number => {
    let hash = basis
    for (let i = 0; i < bytesUsed; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), prime)
    return hash & (slots.length - 1)
  }

  const slotOf = (id: string): number => {
    const mask = slots.length - 1
    let slot = firstSlot(id)
    for (let held = slots[slot] ?? 0; held !== 0 && !isId(held - 1, id); held = slots[slot] ?? 0)
      slot = (slot + 1) & mask
    return slot
  }

  const grow = (): void => {
    const held = slots
    slots = new Uint32Array(2 * held.length)
    for (const number of held) if (number > 0) slots[slotOf(idOf(number - 1))] = number
  }

  return {
    /** -1 when there is none. */
    find: (id: string): number => (slots[slotOf(id)] ?? 0) - 1,
    add: (id: string, number: number): void => {
      count += 1
      if (2 * count > slots.length) grow()
      slots[slotOf(id)] = number + 1
    },
  }
}
