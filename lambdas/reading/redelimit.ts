import { cellDelimiter } from '#core/mapping/dialect.ts'
import type { Quoting } from './requote.ts'

const lineFeed = 0x0a
const carriageReturn = 0x0d
const backslash = 0x5c

/** Writes text with a delimiter of one ASCII character in place of one that is longer, a piece at a time. */
const redelimiter = ({ delimiter, quote }: Quoting) => {
  const wanted = new TextEncoder().encode(delimiter)
  const instead = cellDelimiter(delimiter).charCodeAt(0)
  const quoteByte = quote === '' ? -1 : quote.charCodeAt(quote.length - 1)
  let kept: Uint8Array = new Uint8Array(0)
  let isStart = true
  let isQuoted = false
  let isClosed = false
  let isEscaped = false
  const startsWith = (bytes: Uint8Array, at: number): boolean =>
    wanted.subarray(0, bytes.length - at).every((byte, i) => bytes[at + i] === byte)
  const take = (byte: number): void => {
    if (isEscaped) {
      isEscaped = false
      return
    }
    isEscaped = isQuoted && quote.length > 1 && byte === backslash
    if (byte === quoteByte && (isStart || isQuoted || isClosed)) {
      // Behind a closing quote a second one opens again: two are one.
      isClosed = isQuoted
      isQuoted = !isQuoted
    } else isClosed = false
    isStart = !isQuoted && (byte === lineFeed || byte === carriageReturn)
  }
  return (chunk: Uint8Array, isLast: boolean): Uint8Array => {
    const bytes = kept.length === 0 ? chunk : Uint8Array.from([...kept, ...chunk])
    const out = new Uint8Array(bytes.length)
    let [at, used] = [0, 0]
    while (at < bytes.length) {
      const isDelimiter = !isQuoted && startsWith(bytes, at)
      if (isDelimiter && bytes.length - at < wanted.length && !isLast) break
      const isWhole = isDelimiter && bytes.length - at >= wanted.length
      const byte = bytes[at] ?? 0
      out[used] = isWhole ? instead : byte
      used += 1
      at += isWhole ? wanted.length : 1
      if (isWhole) {
        isStart = true
        isClosed = false
      } else take(byte)
    }
    kept = bytes.slice(at)
    return out.subarray(0, used)
  }
}

const isPlain = ({ delimiter }: Quoting): boolean => cellDelimiter(delimiter) === delimiter

/** The same UTF-8 text with a delimiter of one ASCII character. What has one already is passed on as it is. */
export async function* redelimited(chunks: AsyncIterable<Uint8Array>, quoting: Quoting): AsyncGenerator<Uint8Array> {
  if (isPlain(quoting)) return yield* chunks
  const next = redelimiter(quoting)
  for await (const chunk of chunks) yield next(chunk, false)
  yield next(new Uint8Array(0), true)
}

/** The same of a beginning. */
export const redelimitedStart = (bytes: Uint8Array, quoting: Quoting): Uint8Array =>
  isPlain(quoting) ? bytes : redelimiter(quoting)(bytes, true)
