import type { Dialect } from '#core/mapping/dialect.ts'

/** How the cells of a text are told apart. */
export type Quoting = { readonly delimiter: Dialect['delimiter']; readonly quote: NonNullable<Dialect['quote']> }

const doubleQuote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const spaces: ReadonlySet<number> = new Set([0x20, 0x09, 0x0b, 0x0c])

// Where the reader of a cell stands: at its start, behind outer space, in text that needs no quotes, in text that is given some, in quotes, behind a quote in quotes.
const start = 0
const spaced = 1
const plain = 2
const given = 3
const quoted = 4
const quoteSeen = 5
const escaped = 6

const backslash = 0x5c
/** Quotes within others have a backslash before them instead of another quote. */
const escapedQuote = '\\"'

/** Collects bytes of a text in double quotes. */
const textWriter = () => {
  let out = new Uint8Array(0)
  let used = 0
  const put = (byte: number): void => {
    out[used] = byte
    used += 1
  }
  return {
    /** Makes room for so many more bytes; what was collected is taken. */
    make: (size: number): void => {
      out = new Uint8Array(size)
      used = 0
    },
    put,
    /** A byte within double quotes. */
    putQuoted: (byte: number): void => {
      if (byte === doubleQuote) put(byte)
      put(byte)
    },
    taken: (): Uint8Array => out.subarray(0, used),
  }
}

/** What a cell begins that begins with a byte, behind outer space or not. */
const opened = (byte: number, state: number, quote: number): number => {
  if (byte === quote) return quoted
  if (spaces.has(byte)) return spaced
  // A parser skips space before a double quote, be it of another alphabet, and takes it for an opening one.
  return state === start && byte !== doubleQuote && byte < 0x80 ? plain : given
}

/** Writes text that is quoted otherwise with double quotes, a piece at a time. */
const requoter = ({ delimiter, quote }: Quoting) => {
  const delimiterByte = delimiter.charCodeAt(0)
  const quoteByte = quote === '' ? -1 : quote.charCodeAt(quote.length - 1)
  const isEscaping = quote === escapedQuote
  const { make, put, putQuoted, taken } = textWriter()
  let state = start
  let outer: number[] = []

  const isWrapped = (): boolean => state === given || state === quoteSeen
  const putOuter = (): void => {
    for (const byte of outer) put(byte)
    outer = []
  }
  const begin = (byte: number): void => {
    const next = opened(byte, state, quoteByte)
    if (next === spaced) outer.push(byte)
    if (next === quoted) outer = []
    if (next === quoted || next === given) put(doubleQuote)
    if (next === given) putOuter()
    if (next === given) putQuoted(byte)
    if (next === plain) put(byte)
    state = next
  }
  const end = (byte: number): void => {
    if (isWrapped()) put(doubleQuote)
    putOuter()
    put(byte)
    state = start
  }
  /** A backslash before anything but a quote or another one is text. */
  const takeEscaped = (byte: number): void => {
    if (byte !== quoteByte && byte !== backslash) putQuoted(backslash)
    putQuoted(byte)
    state = quoted
  }
  const take = (byte: number): void => {
    if (state === escaped) takeEscaped(byte)
    else if (state === quoted && isEscaping && byte === backslash) state = escaped
    else if (state === quoted && byte === quoteByte) state = quoteSeen
    else if (state === quoted) putQuoted(byte)
    else if (byte === delimiterByte || byte === lineFeed || byte === carriageReturn) end(byte)
    else if (state === start || state === spaced) begin(byte)
    else if (state === plain) put(byte)
    else if (state === given) putQuoted(byte)
    else {
      // Two quotes are one; anything else behind a closing one is a mistake, which the parser tells.
      state = byte === quoteByte ? quoted : plain
      if (state === plain) put(doubleQuote)
      if (state === plain) put(byte)
      else putQuoted(byte)
    }
  }
  const next = (bytes: Uint8Array): Uint8Array => {
    make(4 * bytes.length + outer.length + 4)
    for (const byte of bytes) take(byte)
    return taken()
  }
  return { next, rest: () => Uint8Array.from([...(isWrapped() ? [doubleQuote] : []), ...outer]) }
}

/** The same table in double quotes, of UTF-8 text whose cells stand in others, or in none (``''``). What was so already is passed on as it is. */
export async function* requoted(chunks: AsyncIterable<Uint8Array>, quoting: Quoting): AsyncGenerator<Uint8Array> {
  if (quoting.quote === '"') return yield* chunks
  const requote = requoter(quoting)
  for await (const chunk of chunks) yield requote.next(chunk)
  yield requote.rest()
}

/** The same of a beginning. */
export const requotedStart = (bytes: Uint8Array, quoting: Quoting): Uint8Array =>
  quoting.quote === '"' ? bytes : requoter(quoting).next(bytes)

/** So much of a file tells how its cells are quoted. */
const tellingBytes = 16 * 1024
const enclosed = (quote: string): RegExp =>
  new RegExp(`(?<=^|[,;\\t|])${quote}(?:[^${quote}\\r\\n]|${quote}${quote})*${quote}(?=[,;\\t|\\r\\n]|$)`, 'gm')
const doubles = new RegExp(enclosed('"').source, 'm')
const singles = enclosed("'")
const fewest = 4

/** How many quotes within others have a backslash before them, where none is doubled; else 0. Paths may end in one. */
const escapedQuotes = (text: Uint8Array): number => {
  const start = new TextDecoder().decode(text.subarray(0, tellingBytes))
  const found = start.match(/[^,;\t|\r\n\\]\\"(?![,;\t|\r\n]|$)/g)?.length ?? 0
  return found > 0 && !/[^,;\t|\r\n"]""[^,;\t|\r\n"]/.test(start) ? found : 0
}

/** How many cells stand in single quotes, where most do and none in double ones; else 0. */
const singleQuoted = (text: Uint8Array): number => {
  const start = new TextDecoder().decode(text.subarray(0, tellingBytes))
  const found = start.match(singles)?.length ?? 0
  if (found < fewest || doubles.test(start)) return 0
  const cells = start.match(/[^,;\t|\r\n]+/g)?.length ?? 0
  return 2 * found > cells ? found : 0
}

export type FoundQuote = {
  readonly quote: Quoting['quote']
  readonly by: 'singles' | 'escaped'
  readonly count: number
}

/** How cells are quoted, where that is not as usual. */
export const findQuote = (text: Uint8Array): FoundQuote | undefined => {
  const singleOnes = singleQuoted(text)
  if (singleOnes > 0) return { quote: "'", by: 'singles', count: singleOnes }
  const count = escapedQuotes(text)
  return count > 0 ? { quote: escapedQuote, by: 'escaped', count } : undefined
}
