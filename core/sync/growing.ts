import type { ByteRoom, Place } from '#core/ports/scratch.ts'

/** So many rows lie in one piece: a table grows without being copied. */
const pageRows = 1_024

type Page = { readonly bytes: Uint8Array; readonly view: DataView }

const newPage = (length: number): Page => {
  const bytes = new Uint8Array(length)
  return { bytes, view: new DataView(bytes.buffer) }
}

const noPage = newPage(0)

/** Rows of one length that grow in number. */
export const pagedRows = (rowBytes: number) => {
  const pages: Page[] = []
  const page = (number: number): Page => pages[Math.floor(number / pageRows)] ?? noPage
  const offset = (number: number): number => (number % pageRows) * rowBytes
  return {
    page,
    offset,
    makeRoom: (number: number): void => {
      if (number % pageRows === 0) pages.push(newPage(pageRows * rowBytes))
    },
    field: (number: number, field: number, length: number): Uint8Array => {
      const start = offset(number) + field
      return page(number).bytes.subarray(start, start + length)
    },
    number: (number: number, field: number): number => page(number).view.getUint32(offset(number) + field, true),
    setNumber: (number: number, field: number, value: number): void =>
      page(number).view.setUint32(offset(number) + field, value, true),
  }
}

/** So many entries leave memory together, and come back together. */
const entriesTogether = 128

/** Entries of `length` bytes, numbered from 0, that do not change and are asked for one behind another: few of them lie in memory. */
export const spilledEntries = (length: number, room: ByteRoom) => {
  const places: Place[] = []
  const last = new Uint8Array(entriesTogether * length)
  let count = 0
  let found: { readonly number: number; readonly bytes: Uint8Array } = { number: -1, bytes: last }

  const together = (number: number): Uint8Array => {
    const place = places[number]
    if (place === undefined) return last
    if (number !== found.number) found = { number, bytes: room.get(place) }
    return found.bytes
  }
  const get = (entry: number): Uint8Array => {
    const start = (entry % entriesTogether) * length
    return together(Math.floor(entry / entriesTogether)).subarray(start, start + length)
  }
  return {
    get,
    /** Answers the number of a new entry, to be filled at once. */
    add: (): number => {
      if (count > 0 && count % entriesTogether === 0) {
        places.push(room.put(last))
      }
      count += 1
      return count - 1
    },
  }
}

/** Remote ids one behind another. */
export const growingTexts = () => {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(1_024)
  let length = 0
  return {
    /** Answers where it ends. */
    add: (text: string): number => {
      const needed = length + 3 * text.length
      if (needed > bytes.length) {
        const larger = new Uint8Array(2 * needed)
        larger.set(bytes.subarray(0, length))
        bytes = larger
      }
      length += encoder.encodeInto(text, bytes.subarray(length)).written
      return length
    },
    part: (start: number, end: number): Uint8Array => bytes.subarray(start, end),
  }
}

/** So many numbers lie in one piece, at least: none is copied when there are more. */
const pieceNumbers = 65_536

export const growingNumbers = () => {
  let last = new Uint32Array(pieceNumbers)
  const pieces = [last]
  let used = 0
  return {
    /** Answers where they begin. At most `pieceNumbers` at a time: they lie in one piece. */
    add: (more: readonly number[]): number => {
      if (used + more.length > last.length) {
        last = new Uint32Array(pieceNumbers)
        used = 0
        pieces.push(last)
      }
      const start = (pieces.length - 1) * pieceNumbers + used
      for (const number of more) {
        last[used] = number
        used += 1
      }
      return start
    },
    part: (start: number, count: number): Uint32Array => {
      const at = start % pieceNumbers
      return pieces[Math.floor(start / pieceNumbers)]?.subarray(at, at + count) ?? last.subarray(0, 0)
    },
  }
}
