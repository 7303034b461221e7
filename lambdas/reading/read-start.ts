import { isUtf8 } from 'node:buffer'
import { type RecordShape, shapeReader } from '#core/files/record-shape.ts'
import { filledCells, isBlank } from './blank.ts'
import { once } from './chunks.ts'
import { parseRecords } from './parse-records.ts'
import type { ParsedRecord } from './record-parser.ts'

/** What the first bytes of a table show. */
export type TableStart = {
  readonly header: ParsedRecord | undefined
  /** Whether anything stands below the header. */
  readonly hasBody: boolean
  /** Whole records below the header that can be read and are not blank. */
  readonly data: readonly RecordShape[]
}

/** Stands for the column names where no row holds them. */
const unnamed: ParsedRecord = { row: 0, cells: [], ended: true }

/** The row of the column names, and the number that the first row has. */
type Place = { readonly headerRow: number; readonly firstRow: number }

const endsLine = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d

/** Recognises records behind the first one by their shape: that one may be the header. */
const knownShapes = (delimiter: string) => {
  const shapeOf = shapeReader(delimiter)
  const shapes: RecordShape[] = []
  const recognise = (record: Uint8Array): number | undefined => {
    const shape = isUtf8(record) ? shapeOf(record) : undefined
    return shape && shapes.push(shape) > 1 ? shapes.length - 1 : undefined
  }
  return { recognise, shapesOf: (known: readonly number[]) => known.flatMap((number) => shapes[number] ?? []) }
}

/** Reads the first bytes of a table (UTF-8). Only the header and records whose shape does not show are parsed. */
export const readStart = async (
  text: Uint8Array,
  delimiter: string,
  { headerRow, firstRow }: Place,
): Promise<TableStart> => {
  const { recognise, shapesOf } = knownShapes(delimiter)
  const data: RecordShape[] = []
  let header = headerRow < firstRow ? unnamed : undefined
  let hasBody = false
  let endsKnown = false
  for await (const records of parseRecords(once(text), delimiter, { recognise, after: headerRow, firstRow }))
    for (const record of records) {
      endsKnown = 'known' in record
      if ('known' in record) data.push(...shapesOf(record.known))
      else if (!header) header = record.row === headerRow ? record : undefined
      else if (record.trouble !== undefined) hasBody = true
      else if (!isBlank(record.cells)) {
        hasBody = true
        if (record.ended) data.push({ cells: record.cells.length, filled: filledCells(record.cells) })
      }
    }
  hasBody ||= data.length > 0
  if (endsKnown && !endsLine(text.at(-1))) data.pop()
  return { header, hasBody, data }
}
