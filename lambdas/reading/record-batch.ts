import type { ColumnChoice } from '#core/files/cut-columns.ts'
import { concatBytes, type RecordBlock } from '#core/files/record-splitter.ts'
import type { FreshRow, KnownRun, Recognise } from '#core/files/table.ts'
import { cellMemory } from './cell-memory.ts'
import type { ParsedRecord, ParseRecords, Unparsed } from './record-parser.ts'

/** How known rows are told from others. */
export type LookForKnown = {
  readonly recognise?: Recognise | undefined
  /** The columns of which the cells of a row that is not known may be told. */
  readonly choice?: ColumnChoice | undefined
  /** The row after which to look for them. */
  readonly after: number
  /** The number of the first row; 1 unless it is said. */
  readonly firstRow?: number | undefined
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

/** Whether a record is nothing but its line end. */
const isEmpty = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start < 3 && withoutLineEnd(bytes, start, end).length === 0

/** So much is parsed together: enough for a call, and little enough for the cells to be at hand when they are mapped. */
const enoughBytes = 8 * 1024
const enoughRecords = 10_000

/** Records that must be parsed, to be parsed together. */
const unparsedRecords = () => {
  let bytes = new Uint8Array(2 * enoughBytes)
  let used = 0
  let ends: number[] = []
  let records: Unparsed[] = []
  return {
    bytes: (): number => used,
    /** `record` with its line end, or its chosen cells, each followed by a delimiter. */
    add: (record: Uint8Array, unparsed: Unparsed): void => {
      if (used + record.length > bytes.length) bytes = concatBytes([bytes, new Uint8Array(used + record.length)])
      bytes.set(record, used)
      used += record.length
      if (unparsed.isCut) bytes[used - 1] = lineFeed
      records.push(unparsed)
      ends.push(used)
    },
    /** All that were added since. Their bytes hold until the next is added. */
    take: () => {
      const taken = { bytes: bytes.subarray(0, used), ends, records }
      used = 0
      ends = []
      records = []
      return taken
    },
  }
}

/** Collects records until enough of them must be parsed; known ones wait among them for their turn. */
export const recordBatch = (parse: ParseRecords, { recognise, choice, after, enough = enoughBytes }: LookForKnown) => {
  const recall = choice ? cellMemory(choice) : () => undefined
  const unparsed = unparsedRecords()
  let items: (KnownRun | undefined)[] = []
  let run: number[] = []
  let count = 0

  const addKnown = (row: number, number: number): void => {
    if (run.length === 0) items.push({ row, known: run })
    run.push(number)
  }

  const addFresh = (row: number, record: Uint8Array, found: FreshRow | undefined): void => {
    if (run.length > 0) run = []
    items.push(undefined)
    const { cells, marks } = found ?? {}
    const recalled = cells && recall(cells)
    const complete = recalled?.complete
    unparsed.add(recalled?.rest ?? cells ?? record, { row, marks, isCut: cells !== undefined, complete })
  }

  /** Whether the rest of a block has to wait. */
  const hasEnough = (): boolean => unparsed.bytes() >= enoughBytes

  /** Adds records of a block, its number `from` and those behind, until there are enough; answers how many of the block are added. */
  const add = ({ bytes, ends }: RecordBlock, from: number, firstRow: number): number => {
    let start = ends[from - 1] ?? 0
    let at = from
    for (; at < ends.length && !hasEnough(); at += 1) {
      const row = firstRow + at
      const end = ends[at] ?? 0
      const found = recognise && row > after ? recognise(withoutLineEnd(bytes, start, end)) : undefined
      if (typeof found === 'number') addKnown(row, found)
      // A stray cell far below a table makes a million of them.
      else if (row <= after || !isEmpty(bytes, start, end)) addFresh(row, bytes.subarray(start, end), found)
      start = end
    }
    count += at - from
    return at
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

  return { add, hasEnough, isFull, take }
}
