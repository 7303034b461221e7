import { concatBytes } from '#core/files/record-splitter.ts'
import type { Dialect } from '#core/mapping/dialect.ts'
import type { Evidence } from '#core/mapping/evidence.ts'
import { ibm850Decoder } from './ibm850.ts'

/** `undecided`: plain ASCII so far; the first other character of the file tells UTF-8 from Windows-1252. */
export type FoundEncoding = {
  readonly encoding: Dialect['encoding'] | 'undecided'
  readonly markBytes: number
  readonly by?: Evidence['by']
}

const marks: readonly (readonly [readonly number[], Dialect['encoding']])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

const lengthByLead = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf

/** Counts characters beyond ASCII that are whole in UTF-8, and bytes that are not. A character cut off at the end counts as neither. */
export const utf8Evidence = (bytes: Uint8Array): { readonly whole: number; readonly broken: number } => {
  let whole = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) continue
    const length = lengthByLead(lead)
    const tail = bytes.subarray(i + 1, i + length)
    if (length === 0 || !tail.every(isContinuation)) broken += 1
    else if (tail.length === length - 1) {
      whole += 1
      i += length - 1
    } else return { whole, broken }
  }
  return { whole, broken }
}

/** UTF-16 without a mark: every other byte of Western text is zero, and hardly any byte between them. */
const unmarkedUtf16 = (head: Uint8Array): Dialect['encoding'] | undefined => {
  let even = 0
  let odd = 0
  for (let i = head.indexOf(0); i >= 0; i = head.indexOf(0, i + 1))
    if (i % 2 === 0) even += 1
    else odd += 1
  const many = head.length * 0.2
  const few = head.length * 0.025
  if (odd > many && even < few) return 'utf-16le'
  return even > many && odd < few ? 'utf-16be' : undefined
}

/** A byte order mark decides, then `wanted`, then the bytes: what is no UTF-8 is taken for Windows-1252. */
export const findEncoding = (head: Uint8Array, wanted: Dialect['encoding'] | undefined): FoundEncoding => {
  const mark = marks.find(([bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (mark !== undefined) return { encoding: mark[1], markBytes: mark[0].length, by: 'mark' }
  if (wanted !== undefined) return { encoding: wanted, markBytes: 0, by: 'said' }
  const encoding = unmarkedUtf16(head)
  if (encoding !== undefined) return { encoding, markBytes: 0, by: 'utf16' }
  const { whole, broken } = utf8Evidence(head)
  if (whole + broken === 0) return { encoding: 'undecided', markBytes: 0, by: 'ascii' }
  return { encoding: whole >= broken ? 'utf-8' : 'windows-1252', markBytes: 0, by: 'utf8' }
}

const encoder = new TextEncoder()
const windows1252 = new TextDecoder('windows-1252')

/** What is no character becomes a byte that is invalid in UTF-8, so that its row is found, not silently changed. */
const encodeWellFormed = (text: string): Uint8Array => {
  if (text.isWellFormed() && !text.includes('\ufffd')) return encoder.encode(text)
  const parts = text.split(/\p{Surrogate}|\ufffd/u).map((part) => encoder.encode(part))
  return concatBytes(parts.flatMap((part, i) => (i === 0 ? [part] : [Uint8Array.of(0xff), part])))
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const longestLine = 1024 * 1024

/** Decodes whole lines: Node's decoders of EUC and GB 18030 throw where a character that is none lies across two pieces. */
async function* fromOther(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Dialect['encoding'],
): AsyncGenerator<Uint8Array> {
  const decoder = encoding === 'ibm850' ? ibm850Decoder : new TextDecoder(encoding)
  let kept: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunks) {
    const bytes = kept.length === 0 ? chunk : concatBytes([kept, chunk])
    const lines = Math.max(bytes.lastIndexOf(lineFeed), bytes.lastIndexOf(carriageReturn)) + 1
    const end = bytes.length - lines > longestLine ? bytes.length : lines
    kept = bytes.slice(end)
    yield encodeWellFormed(decoder.decode(bytes.subarray(0, end)))
  }
  yield encodeWellFormed(decoder.decode(kept))
}

async function* from16(chunks: AsyncIterable<Uint8Array>, littleEndian: boolean): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunks) {
    const bytes = concatBytes([kept, chunk])
    let end = bytes.length & ~1
    const highByte = bytes[end - (littleEndian ? 1 : 2)] ?? 0
    if (highByte >= 0xd8 && highByte <= 0xdb) end -= 2
    kept = bytes.slice(end)
    const units = Buffer.from(bytes.subarray(0, end))
    yield encodeWellFormed((littleEndian ? units : units.swap16()).toString('utf16le'))
  }
  if (kept.length > 0) yield Uint8Array.of(0xff)
}

const firstBeyondAscii = (bytes: Uint8Array): number => bytes.findIndex((byte) => byte >= 0x80)

/** Passes ASCII on; the first other character decides how the rest is read. */
async function* fromUndecided(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decided: FoundEncoding['encoding'] = 'undecided'
  let kept: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunks) {
    const bytes = kept.length === 0 ? chunk : concatBytes([kept, chunk])
    kept = new Uint8Array(0)
    if (decided === 'undecided') {
      const at = firstBeyondAscii(bytes)
      const evidence = utf8Evidence(bytes.subarray(at < 0 ? bytes.length : at, at + 4))
      if (evidence.whole > 0) decided = 'utf-8'
      else if (evidence.broken > 0) decided = 'windows-1252'
      else if (at >= 0) kept = bytes.slice(at)
    }
    const ready = kept.length === 0 ? bytes : bytes.subarray(0, bytes.length - kept.length)
    yield decided === 'windows-1252' ? encoder.encode(windows1252.decode(ready)) : ready
  }
  yield kept
}

/** The same text as UTF-8 without its byte order mark. Text that was UTF-8 already is passed on as it is, invalid bytes included. */
export const asUtf8 = (chunks: AsyncIterable<Uint8Array>, found: FoundEncoding): AsyncIterable<Uint8Array> => {
  const { encoding } = found
  if (encoding === 'utf-8') return chunks
  if (encoding === 'undecided') return fromUndecided(chunks)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return from16(chunks, encoding === 'utf-16le')
  return fromOther(chunks, encoding)
}
