import { isUtf8 } from 'node:buffer'
import { shapeReader } from '#core/files/record-shape.ts'
import { type Dialect, delimiters } from '#core/mapping/mapping.ts'
import { evenChunks, once } from './chunks.ts'
import { parseRecords } from './parse-records.ts'

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

/** How well a delimiter cuts rows of one width: the share of the commonest width, better the wider. */
const fitness = (widths: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const scores = [...counts].map(([width, count]) => (width < 2 ? 0 : (count / widths.length) * (1 - 1 / width)))
  return Math.max(0, ...scores)
}

/** The delimiter that cuts the first rows (UTF-8) most evenly, quotes respected; a comma when there is but one column. */
export const findDelimiter = async (head: Uint8Array): Promise<Dialect['delimiter']> => {
  let best: Dialect['delimiter'] = ','
  let bestFitness = 0
  for (const delimiter of delimiters) {
    const found = fitness(await firstWidths(head, delimiter))
    if (found > bestFitness) {
      best = delimiter
      bestFitness = found
    }
  }
  return best
}
