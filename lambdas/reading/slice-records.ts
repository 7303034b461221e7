import { recordSplitter } from '#core/files/record-splitter.ts'
import type { KnownRange, Recognise, Slice } from '#core/files/table.ts'
import { maxRecordBytes } from './parse-records.ts'
import { withoutLineEnd } from './record-batch.ts'

/** A line feed alone would be taken for the end of a line that a carriage return closed before it. */
const emptyRecord = Uint8Array.of(0x0d, 0x0a)

/** Runs of known rows beyond which a piece has no room for more. */
const maxRanges = 250_000

type Grown = { -readonly [Key in keyof KnownRange]: KnownRange[Key] }

/** Gathers records until a piece is full. */
const sliceRoom = (size: number, first: number) => {
  let text = new Uint8Array(size)
  let [used, fresh, firstRow, row] = [0, 0, first, first]
  let known: Grown[] = []

  const append = (bytes: Uint8Array): void => {
    if (used + bytes.length > text.length) {
      const larger = new Uint8Array(2 * (used + bytes.length))
      larger.set(text.subarray(0, used))
      text = larger
    }
    text.set(bytes, used)
    used += bytes.length
  }
  const addFresh = (record: Uint8Array): void => {
    append(record)
    fresh += 1
    row += 1
  }
  const addKnown = (index: number): void => {
    const last = known.at(-1)
    if (last && last.row + last.count === row && last.index + last.count === index) last.count += 1
    else known.push({ row, index, count: 1 })
    append(emptyRecord)
    row += 1
  }
  const take = (): Slice => {
    const taken = { firstRow, text: text.subarray(0, used), known, fresh }
    text = new Uint8Array(size)
    known = []
    ;[used, fresh, firstRow] = [0, 0, row]
    return taken
  }
  return {
    addFresh,
    addKnown,
    take,
    isFull: () => used >= size || known.length >= maxRanges,
    isEmpty: () => used === 0,
  }
}

type Cutting = {
  readonly delimiter: string
  /** The number of the first record. */
  readonly firstRow: number
  /** The last row that belongs to no piece. */
  readonly after: number
  /** Bytes of text, about. */
  readonly size: number
  readonly recognise?: Recognise | undefined
}

/**
 * Cuts UTF-8 text into pieces of whole records without parsing them. A record that is too long ends the text with its beginning, by which
 * whoever parses the piece finds that out.
 */
export async function* sliceRecords(
  chunks: AsyncIterable<Uint8Array>,
  { delimiter, firstRow, after, size, recognise }: Cutting,
): AsyncGenerator<Slice> {
  const splitter = recordSplitter(delimiter)
  const room = sliceRoom(size, Math.max(firstRow, after + 1))
  let row = firstRow
  const add = (record: Uint8Array): boolean => {
    const isTooLong = record.length > maxRecordBytes
    if (row > after) {
      const found = isTooLong ? undefined : recognise?.(withoutLineEnd(record, 0, record.length))
      if (typeof found === 'number') room.addKnown(found)
      else room.addFresh(isTooLong ? record.subarray(0, maxRecordBytes + 1) : record)
    }
    row += 1
    return !isTooLong
  }
  for await (const chunk of chunks) {
    for (const { bytes, ends } of splitter.split(chunk)) {
      let start = 0
      for (const end of ends) {
        if (!add(bytes.subarray(start, end))) return yield room.take()
        if (room.isFull()) yield room.take()
        start = end
      }
    }
    if (splitter.held() > maxRecordBytes) {
      add(splitter.rest().bytes)
      return yield room.take()
    }
  }
  const rest = splitter.rest()
  // An open quotation mark says nothing of what the row was.
  if (rest.inQuotes && row > after) room.addFresh(rest.bytes)
  else if (rest.bytes.length > 0) add(rest.bytes)
  if (!room.isEmpty()) yield room.take()
}
