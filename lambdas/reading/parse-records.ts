import { type RecordBlock, recordSplitter } from '#core/files/record-splitter.ts'
import type { KnownRun } from '#core/files/table.ts'
import { type LookForKnown, recordBatch, withoutLineEnd } from './record-batch.ts'
import { type ParsedRecord, type ParseRecords, recordParser } from './record-parser.ts'

/** UTF-8 bytes one record may have. A cell of a megabyte fits; a quote that never closes is found before it costs memory. */
export const maxRecordBytes = 2 * 1024 * 1024

const lineFeed = 0x0a
const carriageReturn = 0x0d

const holdsLineBreak = (bytes: Uint8Array): boolean => bytes.includes(lineFeed) || bytes.includes(carriageReturn)

/** What makes a record too long: judged on its first bytes only, so that it does not depend on when it was noticed. */
const tooLong = (bytes: Uint8Array, row: number, delimiter: string): ParsedRecord => {
  const splitter = recordSplitter(delimiter)
  splitter.split(bytes.subarray(0, maxRecordBytes))
  const trouble = splitter.rest().inQuotes ? 'QUOTE_NOT_CLOSED' : 'RECORD_TOO_LONG'
  return { row, cells: [], trouble, ended: false }
}

const firstTooLong = ({ bytes, ends }: RecordBlock): number =>
  bytes.length > maxRecordBytes ? ends.findIndex((end, i) => end - (ends[i - 1] ?? 0) > maxRecordBytes) : -1

type Rest = ReturnType<ReturnType<typeof recordSplitter>['rest']>

/** The last record when it has no line end. */
const lastRecord = async (
  { bytes, inQuotes, lineEnds }: Rest,
  row: number,
  parse: ParseRecords,
  known: LookForKnown,
): Promise<readonly (ParsedRecord | KnownRun)[]> => {
  if (inQuotes) {
    const trouble = holdsLineBreak(bytes) ? 'QUOTE_NOT_CLOSED' : 'FILE_CUT_SHORT'
    return [{ row, cells: [], trouble, ended: false }]
  }
  if (bytes.length === 0) return []
  const found = row > known.after ? known.recognise?.(withoutLineEnd(bytes, 0, bytes.length)) : undefined
  if (typeof found === 'number') return [{ row, known: [found] }]
  return [await parse.one(bytes, { row, marks: found?.marks, isCut: false }, lineEnds)]
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
  const parse = recordParser(delimiter, known.choice)
  const batch = recordBatch(parse, known)
  let row = known.firstRow ?? 1
  for await (const chunk of chunks) {
    for (const block of splitter.split(chunk)) {
      const { bytes, ends } = block
      const cut = firstTooLong(block)
      const whole = cut < 0 ? ends : ends.slice(0, cut)
      for (let added = 0; added < whole.length; ) {
        added = batch.add({ bytes, ends: whole }, added, row)
        if (batch.hasEnough()) yield await batch.take()
      }
      row += whole.length
      if (cut < 0) continue
      yield await batch.take()
      return yield [tooLong(bytes.subarray(whole.at(-1) ?? 0), row, delimiter)]
    }
    if (splitter.held() > maxRecordBytes) {
      yield await batch.take()
      return yield [tooLong(splitter.rest().bytes, row, delimiter)]
    }
    if (batch.isFull()) yield await batch.take()
  }
  yield await batch.take()
  yield await lastRecord(splitter.rest(), row, parse, known)
}
