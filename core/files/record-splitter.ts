/** Whole records, one after another, line ends included; `ends[i]` is where record i ends in `bytes`, which may go on behind them. */
export type RecordBlock = { readonly bytes: Uint8Array; readonly ends: readonly number[] }

export type RecordSplitter = {
  /** The records that this chunk completes: first the one that began in earlier chunks, then the others, which are not copied. */
  split(chunk: Uint8Array): readonly RecordBlock[]
  /** Bytes of the record that is not complete yet. */
  held(): number
  /** The last record when it has no line end; `inQuotes` when a quote in it never closes. Empty when there is none. */
  rest(): { readonly bytes: Uint8Array; readonly inQuotes: boolean; readonly lineEnds: boolean }
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

// Where the reader of a record stands. A number above these is the beginning of a multi-byte space.
const columnStart = 0
const text = 1
const quoted = 2
const quoteInQuoted = 3
const returnSeen = 4
const recordEnd = 5

const asciiSpaces: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0b, 0x0c])
// A parser on strings skips these before an opening quote as well, so their UTF-8 bytes must be known here.
const wideSpaces = [0x00a0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]
for (let code = 0x2000; code <= 0x200a; code += 1) wideSpaces.push(code)

const joined = (bytes: Iterable<number>): number => {
  let code = 0
  for (const byte of bytes) code = (code << 8) | byte
  return code
}
const encodedSpaces = wideSpaces.map((code) => new TextEncoder().encode(String.fromCharCode(code)))
const spaces: ReadonlySet<number> = new Set(encodedSpaces.map(joined))
const spaceBeginnings: ReadonlySet<number> = new Set(
  encodedSpaces.flatMap((bytes) => Array.from(bytes.slice(1), (_, i) => joined(bytes.slice(0, i + 1)))),
)

const afterBlank = (state: number, byte: number | undefined): number => {
  if (byte === undefined) return text
  if (state === columnStart && byte < 0x80) return asciiSpaces.has(byte) ? columnStart : text
  const code = state > recordEnd ? (state << 8) | byte : byte
  if (spaces.has(code)) return columnStart
  return spaceBeginnings.has(code) ? code : text
}

/** A quote opens only at the start of a column, outer space aside; inside, two quotes are one. */
const after = (state: number, byte: number | undefined, delimiter: number): number => {
  if (state === quoted) return byte === quote ? quoteInQuoted : quoted
  if (byte === delimiter) return columnStart
  if (byte === lineFeed) return recordEnd
  if (byte === carriageReturn) return returnSeen
  if (byte === quote && (state === columnStart || state === quoteInQuoted)) return quoted
  if (state === text || state === quoteInQuoted) return text
  return afterBlank(state, byte)
}

/** One array of all parts, in order. */
export const concatBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Finds where a byte comes next, at `from` or later; the length of the bytes when it does not. Each place is looked for once. */
const nextOf = (bytes: Uint8Array, wanted: number): ((from: number) => number) => {
  let found = -1
  return (from) => {
    if (found >= from) return found
    const at = bytes.indexOf(wanted, from)
    found = at < 0 ? bytes.length : at
    return found
  }
}

/** Finds where the record that begins at `start` ends, if it is one line that only a line feed or both line ends close, without quotes; else -1. */
const plainEnds = (chunk: Uint8Array): ((start: number) => number) => {
  const nextFeed = nextOf(chunk, lineFeed)
  const nextReturn = nextOf(chunk, carriageReturn)
  const nextQuote = nextOf(chunk, quote)
  return (start) => {
    const feed = nextFeed(start)
    const isPlain = feed < chunk.length && nextQuote(start) > feed && nextReturn(start) >= feed - 1
    return isPlain ? feed + 1 : -1
  }
}

/** Finds where records end byte by byte. It may stop and go on anywhere. */
const recordWalker = (delimiterByte: number) => {
  const endsText = new Uint8Array(256)
  for (const byte of [delimiterByte, lineFeed, carriageReturn]) endsText[byte] = 1
  let state: number = columnStart

  /** Where the record that goes on or begins at `from` ends; -1 when that is not in this chunk. */
  const walk = (chunk: Uint8Array, from: number): number => {
    // This loop meets every byte of a file full of quotes, so it keeps its state in a local and steps over plain text first.
    let now = state
    const length = chunk.length
    for (let i = from; i < length; i += 1) {
      if (now === text) while (i < length && endsText[chunk[i] ?? 0] === 0) i += 1
      else if (now === quoted) while (i < length && chunk[i] !== quote) i += 1
      if (i === length) break
      const byte = chunk[i] ?? 0
      const endsBefore = now === returnSeen && byte !== lineFeed
      if (byte === delimiterByte && now !== quoted) now = columnStart
      else if (now === columnStart && byte > quote && byte < 0x80) now = text
      else now = after(now, byte, delimiterByte)
      if (!endsBefore && now !== recordEnd) continue
      state = columnStart
      return endsBefore ? i : i + 1
    }
    state = now
    return -1
  }

  return { walk, state: () => state }
}

/**
 * Cuts UTF-8 text into records at exactly the places where fast-csv does, without parsing it: line ends (LF, CR, CRLF) outside quotes.
 * Chunks may end anywhere. Invalid bytes are passed on.
 */
export const recordSplitter = (delimiter: string): RecordSplitter => {
  const { walk, state } = recordWalker(delimiter.charCodeAt(0))
  let held: Uint8Array[] = []
  let heldBytes = 0

  const hold = (bytes: Uint8Array): void => {
    if (bytes.length > 0) held.push(bytes)
    heldBytes += bytes.length
  }

  /** The record that began before this chunk; it ends at `end`. */
  const begun = (chunk: Uint8Array, end: number): RecordBlock => {
    const bytes = concatBytes([...held, chunk.subarray(0, end)])
    held = []
    heldBytes = 0
    return { bytes, ends: [bytes.length] }
  }

  const split = (chunk: Uint8Array): readonly RecordBlock[] => {
    const first = heldBytes > 0 ? walk(chunk, 0) : 0
    if (first < 0) {
      hold(chunk)
      return []
    }
    const blocks = heldBytes > 0 ? [begun(chunk, first)] : []
    const bytes = chunk.subarray(first)
    const plainEnd = plainEnds(bytes)
    const ends: number[] = []
    let start = 0
    while (start < bytes.length) {
      const plain = plainEnd(start)
      const end = plain < 0 ? walk(bytes, start) : plain
      if (end < 0) break
      ends.push(end)
      start = end
    }
    hold(bytes.subarray(start))
    return ends.length > 0 ? [...blocks, { bytes, ends }] : blocks
  }

  return {
    split,
    held: () => heldBytes,
    rest: () => ({ bytes: concatBytes(held), inQuotes: state() === quoted, lineEnds: state() === returnSeen }),
  }
}
