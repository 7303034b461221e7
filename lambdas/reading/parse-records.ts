import { isUtf8 } from 'node:buffer'
import { parse } from 'fast-csv'
import { concatBytes, type RecordBlock, recordSplitter } from '#core/files/record-splitter.ts'
import type { KnownRun, Recognise, RowMarks } from '#core/files/table.ts'

/** UTF-8 bytes one record may have. A cell of a megabyte fits; a quote that never closes is found before it costs memory. */
export const maxRecordBytes = 2 * 1024 * 1024

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
  readonly marks?: RowMarks
  readonly trouble?: RecordTrouble
  /** False for a last record without a line end. */
  readonly ended: boolean
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
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
const recordParser = (delimiter: string): Parse => {
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
  let parser = open()

  return async (bytes) => {
    rows = []
    const failed = await new Promise<unknown>((resolve) => parser.write(prepared(bytes), resolve))
    const parsed = rows
    if (!failed && parsed.pop()?.[0] === sentinelText) return parsed
    parser.destroy()
    parser = open()
    return undefined
  }
}

const parseOne = async (bytes: Uint8Array, row: number, parseBytes: Parse, ended: boolean): Promise<ParsedRecord> => {
  if (!isUtf8(bytes)) return { row, cells: [], trouble: 'ENCODING_INVALID', ended }
  const rows = await parseBytes(bytes)
  if (rows === undefined || rows.length > 1) return { row, cells: [], trouble: 'QUOTE_MISPLACED', ended }
  return { row, cells: rows[0] ?? [], ended }
}

type RecordRange = { readonly block: RecordBlock; readonly from: number; readonly to: number }

/** Parses records together; when that fails, in halves, so that only those with trouble are lost and the others cost little more. */
const parseRange = async (
  { block, from, to }: RecordRange,
  rowOf: (index: number) => number,
  parseBytes: Parse,
): Promise<readonly ParsedRecord[]> => {
  const bytes = block.bytes.subarray(block.ends[from - 1] ?? 0, block.ends[to - 1] ?? 0)
  if (to - from === 1) return [await parseOne(bytes, rowOf(from), parseBytes, true)]
  const rows = isUtf8(bytes) ? await parseBytes(bytes) : undefined
  if (rows?.length === to - from) return rows.map((cells, i) => ({ row: rowOf(from + i), cells, ended: true }))
  const middle = (from + to) >> 1
  const first = await parseRange({ block, from, to: middle }, rowOf, parseBytes)
  return first.concat(await parseRange({ block, from: middle, to }, rowOf, parseBytes))
}

const parseBlock = async (
  block: RecordBlock,
  rowOf: (index: number) => number,
  parseBytes: Parse,
): Promise<readonly ParsedRecord[]> =>
  block.ends.length === 0 ? [] : parseRange({ block, from: 0, to: block.ends.length }, rowOf, parseBytes)

const holdsLineBreak = (bytes: Uint8Array): boolean => bytes.includes(lineFeed) || bytes.includes(carriageReturn)

/** What makes a record too long: judged on its first bytes only, so that it does not depend on when it was noticed. */
const tooLong = (bytes: Uint8Array, row: number, delimiter: string): ParsedRecord => {
  const splitter = recordSplitter(delimiter)
  splitter.split(bytes.subarray(0, maxRecordBytes))
  const trouble = splitter.rest().inQuotes ? 'QUOTE_NOT_CLOSED' : 'RECORD_TOO_LONG'
  return { row, cells: [], trouble, ended: false }
}

const firstTooLong = (ends: readonly number[]): number =>
  ends.findIndex((end, i) => end - (ends[i - 1] ?? 0) > maxRecordBytes)

const withoutLineEnd = (bytes: Uint8Array, start: number, recordEnd: number): Uint8Array => {
  let end = recordEnd
  if (end > start && bytes[end - 1] === lineFeed) end -= 1
  if (end > start && bytes[end - 1] === carriageReturn) end -= 1
  return bytes.subarray(start, end)
}

/** How known rows are told from others, and the row after which to look for them. */
export type LookForKnown = { readonly recognise?: Recognise | undefined; readonly after: number }

/** So much is parsed at once: a parser costs as much as some ten records. */
const enoughBytes = 64 * 1024
const enoughRecords = 10_000

type Batch = {
  add(block: RecordBlock, row: number): void
  isFull(): boolean
  /** All records since the last time, in order. */
  take(): Promise<readonly (ParsedRecord | KnownRun)[]>
}

/** Parsed records and runs of known ones in the order of the file; `found` tells of each record whether it is known, else its marks. */
const inOrder = (
  found: readonly (number | RowMarks | undefined)[],
  parsed: readonly ParsedRecord[],
  firstRow: number,
): readonly (ParsedRecord | KnownRun)[] => {
  const records: (ParsedRecord | KnownRun)[] = []
  let known: number[] = []
  let next = 0
  for (const [i, each] of found.entries()) {
    if (typeof each === 'number') {
      if (known.length === 0) records.push({ row: firstRow + i, known })
      known.push(each)
      continue
    }
    known = []
    const record = parsed[next]
    next += 1
    if (record) records.push(each ? { ...record, marks: each } : record)
  }
  return records
}

/** Collects records until enough of them must be parsed; known ones wait among them for their turn. */
const recordBatch = (parseBytes: Parse, known: LookForKnown): Batch => {
  let records: (number | RowMarks | undefined)[] = []
  let firstRow = 0
  let fresh: { readonly bytes: Uint8Array; readonly at: number }[] = []
  let freshBytes = 0

  const add = ({ bytes, ends }: RecordBlock, row: number): void => {
    if (records.length === 0) firstRow = row
    let start = 0
    for (const end of ends) {
      const number = firstRow + records.length
      const found = number > known.after ? known.recognise?.(withoutLineEnd(bytes, start, end)) : undefined
      if (typeof found !== 'number') {
        fresh.push({ bytes: bytes.subarray(start, end), at: records.length })
        freshBytes += end - start
      }
      records.push(found)
      start = end
    }
  }

  // Without a fresh one there is nothing to collect for.
  const isFull = (): boolean =>
    !known.recognise || fresh.length === 0 || freshBytes >= enoughBytes || records.length >= enoughRecords

  const take = async (): Promise<readonly (ParsedRecord | KnownRun)[]> => {
    const [all, parts] = [records, fresh]
    records = []
    fresh = []
    freshBytes = 0
    let end = 0
    const ends = parts.map(({ bytes }) => (end += bytes.length))
    const block = { bytes: concatBytes(parts.map(({ bytes }) => bytes)), ends }
    const parsed = await parseBlock(block, (i) => firstRow + (parts[i]?.at ?? 0), parseBytes)
    return inOrder(all, parsed, firstRow)
  }

  return { add, take, isFull }
}

type Rest = ReturnType<ReturnType<typeof recordSplitter>['rest']>

/** The last record when it has no line end. */
const lastRecord = async (
  { bytes, inQuotes, lineEnds }: Rest,
  row: number,
  parseBytes: Parse,
  known: LookForKnown,
): Promise<readonly (ParsedRecord | KnownRun)[]> => {
  if (inQuotes) {
    const trouble = holdsLineBreak(bytes) ? 'QUOTE_NOT_CLOSED' : 'FILE_CUT_SHORT'
    return [{ row, cells: [], trouble, ended: false }]
  }
  if (bytes.length === 0) return []
  const found = row > known.after ? known.recognise?.(withoutLineEnd(bytes, 0, bytes.length)) : undefined
  if (typeof found === 'number') return [{ row, known: [found] }]
  const record = await parseOne(bytes, row, parseBytes, lineEnds)
  return [found ? { ...record, marks: found } : record]
}

/**
 * The records of delimited UTF-8 text, in order, a few at a time. After one that ends the reading nothing follows.
 * Known ones are not parsed.
 */
export async function* parseRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
  known: LookForKnown,
): AsyncGenerator<readonly (ParsedRecord | KnownRun)[]> {
  const splitter = recordSplitter(delimiter)
  const parseBytes = recordParser(delimiter)
  const batch = recordBatch(parseBytes, known)
  let row = 1
  for await (const chunk of chunks) {
    const block = splitter.split(chunk)
    const cut = firstTooLong(block.ends)
    const ends = cut < 0 ? block.ends : block.ends.slice(0, cut)
    batch.add({ bytes: block.bytes, ends }, row)
    row += ends.length
    if (cut >= 0 || splitter.held() > maxRecordBytes) {
      yield await batch.take()
      const overlong = cut >= 0 ? block.bytes.subarray(ends.at(-1) ?? 0) : splitter.rest().bytes
      return yield [tooLong(overlong, row, delimiter)]
    }
    if (batch.isFull()) yield await batch.take()
  }
  yield await batch.take()
  yield await lastRecord(splitter.rest(), row, parseBytes, known)
}

/** The same when no row is known. */
export async function* parseEveryRecord(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<readonly ParsedRecord[]> {
  for await (const records of parseRecords(chunks, delimiter, { after: 0 }))
    yield records.filter((record) => 'cells' in record)
}
