import { isUtf8 } from 'node:buffer'
import { shapeReader } from '#core/files/record-shape.ts'
import { cellDelimiter, type Dialect, delimiters, rareDelimiters } from '#core/mapping/dialect.ts'
import { evenChunks, once } from './chunks.ts'
import { parseRecords } from './parse-records.ts'
import { redelimitedStart } from './redelimit.ts'
import { type Quoting, requotedStart } from './requote.ts'

const enoughRecords = 40
/** Small, so that not much more is parsed than is needed. */
const chunkBytes = 4 * 1024

const firstWidths = async (head: Uint8Array, delimiter: string): Promise<readonly number[]> => {
  const widths: number[] = []
  const shapeOf = shapeReader(delimiter)
  const recognise = (record: Uint8Array) => (isUtf8(record) ? shapeOf(record)?.cells : undefined)
  const chunks = evenChunks(once(head), chunkBytes, 0)
  for await (const records of parseRecords(chunks, delimiter, { recognise, after: 0, enough: 1 })) {
    for (const record of records) {
      if ('known' in record) widths.push(...record.known)
      else if (record.trouble !== undefined || record.cells.length > 0) widths.push(record.cells.length)
    }
    if (widths.length >= enoughRecords) break
  }
  return widths.slice(0, enoughRecords)
}

type Fit = { readonly score: number; readonly rows: number; readonly share: number }
const none: Fit = { score: 0, rows: 0, share: 0 }

/** How well a delimiter cuts rows of one width: the share of the commonest width, better the wider. */
const fitOf = (widths: readonly number[]): Fit => {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = none
  for (const [width, rows] of counts) {
    const score = width < 2 ? 0 : (rows / widths.length) * (1 - 1 / width)
    if (score > best.score) best = { score, rows, share: rows / widths.length }
  }
  return best
}

/** The beginning of a text with a delimiter of one character and double quotes. */
export const plainStart = (bytes: Uint8Array, quoting: Quoting): Uint8Array =>
  requotedStart(redelimitedStart(bytes, quoting), { ...quoting, delimiter: cellDelimiter(quoting.delimiter) })

/** A delimiter stands in the first rows. */
const tellingBytes = 32 * 1024
const mostly = 0.9

type Found = {
  readonly delimiter: Dialect['delimiter']
  /** How many of the first rows it cuts into as many cells; 0 where there is but one column. */
  readonly rows: number
}

/** The delimiter that cuts the first rows (UTF-8) most evenly, quotes respected; a comma when there is but one column. */
export const findDelimiter = async (head: Uint8Array, quote: NonNullable<Dialect['quote']>): Promise<Found> => {
  let [best, delimiter]: [Fit, Dialect['delimiter']] = [none, ',']
  const start = Buffer.from(head.subarray(0, tellingBytes))
  for (const each of [...delimiters, ...rareDelimiters].toSorted((a, b) => b.length - a.length)) {
    if (!start.includes(each)) continue
    const found = fitOf(await firstWidths(plainStart(head, { delimiter: each, quote }), cellDelimiter(each)))
    // Each sign of a longer one would cut as evenly, into more.
    if (each.length > 1 && found.share >= mostly) return { delimiter: each, rows: found.rows }
    if (found.score > best.score) [best, delimiter] = [found, each]
  }
  return { delimiter, rows: best.rows }
}
