/** Whole records, one after another, line ends included; `ends[i]` is where record i ends in `bytes`. */
export type RecordBlock = { readonly bytes: Uint8Array; readonly ends: readonly number[] }

export type RecordSplitter = {
  /** The records that this chunk completes, the part held from earlier chunks included. */
  split(chunk: Uint8Array): RecordBlock
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

/**
 * Cuts UTF-8 text into records at exactly the places where fast-csv does, without parsing it: line ends (LF, CR, CRLF) outside quotes.
 * Chunks may end anywhere. Invalid bytes are passed on.
 */
export const recordSplitter = (delimiter: string): RecordSplitter => {
  const delimiterByte = delimiter.charCodeAt(0)
  const endsText = new Uint8Array(256)
  for (const byte of [delimiterByte, lineFeed, carriageReturn]) endsText[byte] = 1
  let state: number = columnStart
  let held: Uint8Array[] = []
  let heldBytes = 0

  const split = (chunk: Uint8Array): RecordBlock => {
    const ends: number[] = []
    // This loop meets every byte of a file, so it keeps its state in locals and steps over plain text first.
    const base = heldBytes
    let now = state
    const length = chunk.length
    for (let i = 0; i < length; i += 1) {
      if (now === text) while (i < length && endsText[chunk[i] ?? 0] === 0) i += 1
      else if (now === quoted) while (i < length && chunk[i] !== quote) i += 1
      if (i === length) break
      const byte = chunk[i] ?? 0
      if (now === returnSeen && byte !== lineFeed) {
        ends.push(base + i)
        now = columnStart
      }
      if (byte === delimiterByte && now !== quoted) now = columnStart
      else if (now === columnStart && byte > quote && byte < 0x80) now = text
      else now = after(now, byte, delimiterByte)
      if (now === recordEnd) {
        ends.push(base + i + 1)
        now = columnStart
      }
    }
    state = now
    const last = ends.at(-1)
    if (last === undefined) {
      held.push(chunk)
      heldBytes += chunk.length
      return { bytes: new Uint8Array(0), ends }
    }
    const cut = last - heldBytes
    const bytes = concatBytes([...held, chunk.subarray(0, cut)])
    held = [chunk.subarray(cut)]
    heldBytes = chunk.length - cut
    return { bytes, ends }
  }

  return {
    split,
    held: () => heldBytes,
    rest: () => ({ bytes: concatBytes(held), inQuotes: state === quoted, lineEnds: state === returnSeen }),
  }
}
