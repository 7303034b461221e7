import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { parse } from 'fast-csv'
import { recordSplitter } from '#core/files/record-splitter.ts'
import { cutAt, cutsOf, hostileText, mutated } from '../hostile.ts'
import { hold, target } from '../target.ts'

const mark = Uint8Array.of(0xef, 0xbb, 0xbf)
const lineFeed = 0x0a
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A leading mark keeps fast-csv from swallowing one of the text, a line feed at the end from a second pass that does the same. */
const prepared = (bytes: Uint8Array): Buffer => {
  const text = Buffer.from(decoder.decode(bytes))
  const ended = bytes.length === 0 || bytes.at(-1) === lineFeed
  return Buffer.concat([mark, text, Buffer.alloc(ended ? 0 : 1, lineFeed)])
}

/** What fast-csv makes of bytes; undefined when it refuses them. */
const parsed = (bytes: Uint8Array, delimiter: string): Promise<string[][] | undefined> =>
  new Promise((resolve) => {
    const rows: string[][] = []
    parse({ headers: false, delimiter })
      .on('data', (row: string[]) => rows.push(row))
      .on('error', () => resolve(undefined))
      .on('end', () => resolve(rows))
      .end(prepared(bytes))
  })

const split = (chunks: readonly Uint8Array[], delimiter: string): readonly Uint8Array[] => {
  const splitter = recordSplitter(delimiter)
  const records = chunks
    .flatMap((chunk) => splitter.split(chunk))
    .flatMap(({ bytes, ends }) => ends.map((end, i) => bytes.slice(ends[i - 1] ?? 0, end)))
  const { bytes } = splitter.rest()
  return bytes.length > 0 ? [...records, bytes] : records
}

const texts = hostileText(25).map((text) => new TextEncoder().encode(text))
const inputs = fc.record({
  bytes: fc.oneof(texts, mutated(texts), fc.uint8Array({ maxLength: 40 })),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  cuts: cutsOf,
})

export const splitterTarget = target('splitter', inputs, async ({ bytes, delimiter, cuts }) => {
  const records = split([bytes], delimiter)
  hold(Buffer.concat(records).equals(bytes), 'bytes are lost')
  hold(isDeepStrictEqual(split(cutAt(bytes, cuts), delimiter), records), 'the cuts of the stream matter')
  const whole = await parsed(bytes, delimiter)
  const alone = await Promise.all(records.map((record) => parsed(record, delimiter)))
  if (whole === undefined) hold(alone.includes(undefined), 'fast-csv refuses the whole, but none of the records')
  else hold(isDeepStrictEqual(alone.flat(), whole), 'fast-csv finds other records')
})
