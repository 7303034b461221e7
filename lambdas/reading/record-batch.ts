import { concatBytes, type RecordBlock } from '#core/files/record-splitter.ts'
import type { KnownRun, Recognise } from '#core/files/table.ts'
import type { ParsedRecord, ParseRecords, Unparsed } from './record-parser.ts'

/** How known rows are told from others. */
export type LookForKnown = {
  readonly recognise?: Recognise | undefined
  /** The row after which to look for them. */
  readonly after: number
  /** Bytes of other rows that are collected before they are parsed together. */
  readonly enough?: number
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** A record without its line end. */
export const withoutLineEnd = (bytes: Uint8Array, start: number, recordEnd: number): Uint8Array => {
  let end = recordEnd
  if (end > start && bytes[end - 1] === lineFeed) end -= 1
  if (end > start && bytes[end - 1] === carriageReturn) end -= 1
  return bytes.subarray(start, end)
}

/** Records that must be parsed, to be parsed together. */
const unparsedRecords = () => {
  let parts: Uint8Array[] = []
  let ends: number[] = []
  let records: Unparsed[] = []
  let bytes = 0
  return {
    bytes: (): number => bytes,
    add: (record: Unparsed, length: number): void => {
      bytes += length
      records.push(record)
      ends.push(bytes)
    },
    /** The bytes of all that were added since. */
    addBytes: (part: Uint8Array): void => {
      if (part.length > 0) parts.push(part)
    },
    take: () => {
      const [only] = parts
      const taken = { bytes: only && parts.length === 1 ? only : concatBytes(parts), ends, records }
      parts = []
      ends = []
      records = []
      bytes = 0
      return taken
    },
  }
}

/** A parser costs as much as some ten records. */
const enoughBytes = 64 * 1024
const enoughRecords = 10_000

/** Collects records until enough of them must be parsed; known ones wait among them for their turn. */
export const recordBatch = (parse: ParseRecords, { recognise, after, enough = enoughBytes }: LookForKnown) => {
  const unparsed = unparsedRecords()
  let items: (KnownRun | undefined)[] = []
  let run: number[] = []
  let count = 0

  const addKnown = (row: number, number: number): void => {
    if (run.length === 0) items.push({ row, known: run })
    run.push(number)
  }

  const add = ({ bytes, ends }: RecordBlock, firstRow: number): void => {
    let start = 0
    let from = 0
    let row = firstRow
    for (const end of ends) {
      const found = recognise && row > after ? recognise(withoutLineEnd(bytes, start, end)) : undefined
      if (typeof found === 'number') {
        addKnown(row, found)
        if (from < start) unparsed.addBytes(bytes.subarray(from, start))
        from = end
      } else {
        if (run.length > 0) run = []
        items.push(undefined)
        unparsed.add({ row, marks: found }, end - start)
      }
      start = end
      row += 1
    }
    if (from < start) unparsed.addBytes(bytes.subarray(from, start))
    count += ends.length
  }

  /** Without one that must be parsed there is nothing to collect for. */
  const isFull = (): boolean =>
    !recognise || unparsed.bytes() === 0 || unparsed.bytes() >= enough || count >= enoughRecords

  /** All records since the last time, in order. */
  const take = async (): Promise<readonly (ParsedRecord | KnownRun)[]> => {
    const all = items
    const { bytes, ends, records } = unparsed.take()
    items = []
    run = []
    count = 0
    const parsed = await parse.all(bytes, ends, records)
    let next = 0
    return all.flatMap((known) => known ?? parsed[next++] ?? [])
  }

  return { add, isFull, take }
}
