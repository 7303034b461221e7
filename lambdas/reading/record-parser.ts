import { isUtf8 } from 'node:buffer'
import { parse } from 'fast-csv'
import type { ColumnChoice } from '#core/files/cut-columns.ts'
import { concatBytes } from '#core/files/record-splitter.ts'
import type { RowMarks } from '#core/files/table.ts'
import type { Recalled } from './cell-memory.ts'

/** Why a record has no cells. The last three end the reading of the file. */
export type RecordTrouble =
  | 'QUOTE_MISPLACED'
  | 'ENCODING_INVALID'
  | 'QUOTE_NOT_CLOSED'
  | 'RECORD_TOO_LONG'
  | 'FILE_CUT_SHORT'

export type ParsedRecord = {
  /** Its spreadsheet row. */
  readonly row: number
  readonly cells: readonly string[]
  /** Set when known rows were looked for and this is none. */
  readonly marks?: RowMarks | undefined
  readonly trouble?: RecordTrouble
  /** Set at the end of a table where it is nobody's: it holds sums, or says something of the export. */
  readonly aside?: 'sums' | 'text'
  /** False for a last record without a line end. */
  readonly ended: boolean
}

/** A record that must be parsed: its row, its marks if it has any, and whether only its chosen columns are there. */
export type Unparsed = Pick<ParsedRecord, 'row' | 'marks'> & {
  readonly isCut: boolean
  /** Adds the cells that need not be parsed to those that are. */
  readonly complete?: Recalled['complete'] | undefined
}

const lineFeed = 0x0a
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf)
/** A last record of our own: missing when a quote before it is still open. */
const sentinelText = 'end'
const sentinel = new TextEncoder().encode(`${sentinelText}\n`)

const startsWithMark = (bytes: Uint8Array): boolean => byteOrderMark.every((byte, i) => bytes[i] === byte)

/** fast-csv swallows a leading byte order mark, which may be text here, and leaves a record without line feed for later. */
const prepared = (bytes: Uint8Array): Uint8Array => {
  const before = startsWithMark(bytes) ? [byteOrderMark] : []
  const behind = bytes.at(-1) === lineFeed ? [sentinel] : [Uint8Array.of(lineFeed), sentinel]
  return concatBytes([...before, bytes, ...behind])
}

type Parse = (bytes: Uint8Array) => Promise<readonly (readonly string[])[] | undefined>

/**
 * Parses whole records, `undefined` when they hold a mistake. One parser serves for many: making one costs as much as some ten records.
 * fast-csv's own error holds the contents of cells, so it stops here.
 */
const parserOfMany = (delimiter: string): Parse => {
  let rows: string[][] = []
  const open = () =>
    parse<string[], string[]>({ headers: false, delimiter })
      .transform((row: string[], done) => {
        rows.push(row)
        // Rows that leave the stream as events cost as much again.
        done(null)
      })
      .on('error', () => undefined)
      .resume()
  let parser: ReturnType<typeof open> | undefined

  return async (bytes) => {
    rows = []
    parser ??= open()
    const current = parser
    const failed = await new Promise<unknown>((resolve) => current.write(prepared(bytes), resolve))
    const parsed = rows
    if (!failed && parsed.pop()?.[0] === sentinelText) return parsed
    current.destroy()
    parser = undefined
    return undefined
  }
}

export type ParseRecords = {
  /** Parses one record, its line end included if it has one. */
  one(bytes: Uint8Array, record: Unparsed, ended: boolean): Promise<ParsedRecord>
  /** Parses whole records that lie one behind another; `ends[i]` is where record i ends. */
  all(bytes: Uint8Array, ends: readonly number[], records: readonly Unparsed[]): Promise<readonly ParsedRecord[]>
}

/** Puts the cells of the chosen columns where they stand in the file; the others are empty. */
const cellSpreader =
  (choice: ColumnChoice | undefined) =>
  (cells: readonly string[]): readonly string[] => {
    if (choice?.columns.length !== cells.length) return cells
    const all = Array<string>(choice.width).fill('')
    for (let i = 0; i < cells.length; i += 1) all[choice.columns[i] ?? 0] = cells[i] ?? ''
    return all
  }

/** `choice` tells which columns a record has of which only some are there. */
export const recordParser = (delimiter: string, choice?: ColumnChoice): ParseRecords => {
  const parseBytes = parserOfMany(delimiter)
  const spread = cellSpreader(choice)
  const wholeOf = (cells: readonly string[], { isCut, complete = spread }: Unparsed): readonly string[] =>
    isCut ? complete(cells) : cells

  const one: ParseRecords['one'] = async (bytes, record, ended) => {
    const { row, marks } = record
    if (!isUtf8(bytes)) return { row, cells: [], trouble: 'ENCODING_INVALID', ended, marks }
    const rows = await parseBytes(bytes)
    if (rows === undefined || rows.length > 1) return { row, cells: [], trouble: 'QUOTE_MISPLACED', ended, marks }
    const [cells = []] = rows
    return { row, cells: wholeOf(cells, record), ended, marks }
  }

  /** Parses records together; when that fails, in halves, so that only those with trouble are lost and the others cost little more. */
  const all: ParseRecords['all'] = async (bytes, ends, records) => {
    const [first] = records
    if (first === undefined) return []
    if (records.length === 1) return [await one(bytes, first, true)]
    const rows = isUtf8(bytes) ? await parseBytes(bytes) : undefined
    if (rows?.length === records.length)
      return records.map((record, i) => {
        const { row, marks } = record
        return { row, cells: wholeOf(rows[i] ?? [], record), ended: true, marks }
      })
    const middle = records.length >> 1
    const border = ends[middle - 1] ?? 0
    const later = ends.slice(middle).map((end) => end - border)
    const parsed = await all(bytes.subarray(0, border), ends.slice(0, middle), records.slice(0, middle))
    return parsed.concat(await all(bytes.subarray(border), later, records.slice(middle)))
  }

  return { one, all }
}
