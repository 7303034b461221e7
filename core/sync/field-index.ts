const basis = 0x811c9dc5
const prime = 0x01000193
/** The fields are hashes or digits of them: their beginning spreads well enough. */
const bytesUsed = 8

/** Finds rows by a field of `length` bytes that no two rows share; rows whose field begins with zeros have none. -1 when there is none. */
export const fieldIndex = (
  rows: Uint8Array,
  { rowBytes, offset, length }: { readonly rowBytes: number; readonly offset: number; readonly length: number },
): ((text: string) => number) => {
  const count = rows.length / rowBytes
  // A power of two, at most half full. Each slot holds the number of a row, counted from 1.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)))
  const mask = slots.length - 1

  for (let row = 0; row < count; row += 1) {
    const start = row * rowBytes + offset
    let hash = basis
    let any = 0
    for (let i = start; i < start + bytesUsed; i += 1) {
      const byte = rows[i] ?? 0
      any |= byte
      hash = Math.imul(hash ^ byte, prime)
    }
    if (any === 0) continue
    let slot = hash & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = row + 1
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
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = (slots[slot] ?? 0) - 1
      if (holds(row, text)) return row
    }
    return -1
  }
}

const wordBytes = 4

/** Four characters, each one byte, as a number. */
const wordOf = (text: string, at: number): number =>
  text.charCodeAt(at) |
  (text.charCodeAt(at + 1) << 8) |
  (text.charCodeAt(at + 2) << 16) |
  (text.charCodeAt(at + 3) << 24)

/** So many rows without a mark are stepped over when the next one is guessed. */
const gap = 100

/**
 * Finds rows by a mark of `length` bytes, given as text of one byte a character that may go on behind it. Marks are hashes, so that their
 * beginnings spread by themselves. Rows and marks begin at multiples of four bytes; a row whose mark begins with zeros has none.
 * Most files come in the order of the rows: the row behind the last one found is tried first, and an index is built only when that fails.
 */
export const markFinder = (
  rows: Uint8Array,
  { rowBytes, offset, length }: { readonly rowBytes: number; readonly offset: number; readonly length: number },
): ((text: string) => number) => {
  const words = new Int32Array(rows.buffer, rows.byteOffset, rows.length / wordBytes)
  const [rowWords, first] = [rowBytes / wordBytes, offset / wordBytes]
  const count = rows.length / rowBytes
  const beginning = (row: number): number => words[row * rowWords + first] ?? 0

  const holds = (row: number, text: string): boolean => {
    const start = row * rowWords + first
    for (let i = 0; i * wordBytes < length; i += 1) if (words[start + i] !== wordOf(text, i * wordBytes)) return false
    return true
  }

  const indexed = (): Uint32Array => {
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)))
    const mask = slots.length - 1
    for (let row = 0; row < count; row += 1) {
      const word = beginning(row)
      if (word === 0) continue
      let slot = word & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = row + 1
    }
    return slots
  }
  let slots: Uint32Array | undefined

  const search = (text: string): number => {
    slots ??= indexed()
    const mask = slots.length - 1
    for (let slot = wordOf(text, 0) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = (slots[slot] ?? 0) - 1
      if (holds(row, text)) return row
    }
    return -1
  }

  const behind = (row: number): number => {
    let next = row + 1
    while (next < count && next <= row + gap && beginning(next) === 0) next += 1
    return next
  }
  let likely = behind(-1)

  return (text) => {
    if (text.length < length) return -1
    const found = beginning(likely) !== 0 && holds(likely, text) ? likely : search(text)
    if (found >= 0) likely = behind(found)
    return found
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
