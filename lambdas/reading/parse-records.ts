import { isUtf8 } from 'node:buffer'
import { parse } from 'fast-csv'
import { concatBytes, type RecordBlock, recordSplitter } from '#core/files/record-splitter.ts'

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
  readonly trouble?: RecordTrouble
  /** False for a last record without a line end. */
  readonly ended: boolean
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf)

const startsWithMark = (bytes: Uint8Array): boolean => byteOrderMark.every((byte, i) => bytes[i] === byte)

/** fast-csv swallows a leading byte order mark, which may be text here, and leaves a record without line feed for a second pass. */
const prepared = (bytes: Uint8Array): Uint8Array => {
  const before = startsWithMark(bytes) ? [byteOrderMark] : []
  const behind = bytes.at(-1) === lineFeed ? [] : [Uint8Array.of(lineFeed)]
  return before.length + behind.length === 0 ? bytes : concatBytes([...before, bytes, ...behind])
}

/** fast-csv's own error holds the contents of cells, so it stops here. */
const parseBytes = (bytes: Uint8Array, delimiter: string): Promise<string[][] | undefined> =>
  new Promise((resolve) => {
    const rows: string[][] = []
    parse({ headers: false, delimiter })
      .on('data', (row: string[]) => rows.push(row))
      .on('error', () => resolve(undefined))
      .on('end', () => resolve(rows))
      .end(prepared(bytes))
  })

const parseOne = async (bytes: Uint8Array, row: number, delimiter: string, ended: boolean): Promise<ParsedRecord> => {
  if (!isUtf8(bytes)) return { row, cells: [], trouble: 'ENCODING_INVALID', ended }
  const rows = await parseBytes(bytes, delimiter)
  if (rows === undefined || rows.length > 1) return { row, cells: [], trouble: 'QUOTE_MISPLACED', ended }
  return { row, cells: rows[0] ?? [], ended }
}

/** Parses all records at once; when that fails, each alone, so that only those with trouble are lost. */
const parseBlock = async (block: RecordBlock, row: number, delimiter: string): Promise<readonly ParsedRecord[]> => {
  if (block.ends.length === 0) return []
  const bytes = block.bytes.subarray(0, block.ends.at(-1))
  const rows = isUtf8(bytes) ? await parseBytes(bytes, delimiter) : undefined
  if (rows?.length === block.ends.length) return rows.map((cells, i) => ({ row: row + i, cells, ended: true }))
  const records: ParsedRecord[] = []
  for (const [i, end] of block.ends.entries()) {
    records.push(await parseOne(block.bytes.subarray(block.ends[i - 1] ?? 0, end), row + i, delimiter, true))
  }
  return records
}

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

/** The records of delimited UTF-8 text, in order, a few at a time. After one that ends the reading nothing follows. */
export async function* parseRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<readonly ParsedRecord[]> {
  const splitter = recordSplitter(delimiter)
  let row = 1
  for await (const chunk of chunks) {
    const block = splitter.split(chunk)
    const cut = firstTooLong(block.ends)
    const ends = cut < 0 ? block.ends : block.ends.slice(0, cut)
    yield await parseBlock({ bytes: block.bytes, ends }, row, delimiter)
    row += ends.length
    if (cut >= 0) return yield [tooLong(block.bytes.subarray(ends.at(-1) ?? 0), row, delimiter)]
    if (splitter.held() > maxRecordBytes) return yield [tooLong(splitter.rest().bytes, row, delimiter)]
  }
  const { bytes, inQuotes, lineEnds } = splitter.rest()
  if (inQuotes) {
    const trouble = holdsLineBreak(bytes) ? 'QUOTE_NOT_CLOSED' : 'FILE_CUT_SHORT'
    yield [{ row, cells: [], trouble, ended: false }]
  } else if (bytes.length > 0) yield [await parseOne(bytes, row, delimiter, lineEnds)]
}
