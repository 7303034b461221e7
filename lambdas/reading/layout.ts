import type { Issue } from '#core/issues/issue.ts'
import type { Dialect } from '#core/mapping/mapping.ts'
import { evenChunks, type Head, once } from './chunks.ts'
import { findDelimiter } from './delimiter.ts'
import { asUtf8, type FoundEncoding, findEncoding } from './encoding.ts'
import { formatByBytes, formatByName, formatByText, isBinary } from './format.ts'
import { nameColumns, whyNoHeader } from './header.ts'
import { parseEveryRecord } from './parse-records.ts'
import * as problems from './problems.ts'
import type { ParsedRecord } from './record-parser.ts'

/** Bytes looked at to understand a file. 2,000 columns with long names fit. */
export const headBytes = 128 * 1024

/** How the records of a file become rows. */
export type Layout = {
  readonly kind: 'layout'
  readonly encoding: FoundEncoding
  readonly delimiter: Dialect['delimiter']
  readonly headerRow: number
  readonly header: readonly string[]
  /** Cells that every row of the sample leaves out at its end. */
  readonly missingCells: number
  readonly issues: readonly Issue[]
}

type Refusal = { readonly kind: 'refused'; readonly issue: Issue }

const refuse = (issue: Issue): Refusal => ({ kind: 'refused', issue })

const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  for await (const chunk of evenChunks(chunks, 4 * headBytes, 0)) return chunk
  return new Uint8Array(0)
}

const endOfFileMark = '\u001a'

/** Nothing in it but delimiters, space, or the end mark of old systems. */
export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.trim() === '' || cell.trim() === endOfFileMark)

const withoutEmptyEnd = (cells: readonly string[]): readonly string[] => {
  let width = cells.length
  while (width > 0 && isBlank([cells[width - 1] ?? ''])) width -= 1
  return cells.slice(0, width)
}

const foreignFormat = (head: Head, name: string, encoding: FoundEncoding, start: string): Issue | undefined => {
  const binary = !encoding.encoding.startsWith('utf-16') && isBinary(head.bytes)
  const format = formatByBytes(head.bytes, name) ?? (binary ? formatByName(name) : formatByText(start))
  if (format !== undefined) return problems.formatNotSupported(format.name, format.instead)
  return binary ? problems.fileBinary() : undefined
}

const isHeader = (record: ParsedRecord, wanted: number | undefined): boolean =>
  wanted === undefined ? record.trouble !== undefined || !isBlank(record.cells) : record.row === wanted

/** The widest row of data may be wider than the names, by empty names only. */
const columnCount = (names: readonly string[], data: readonly ParsedRecord[]): number => {
  const named = withoutEmptyEnd(names).length
  const widest = data.reduce((most, { cells }) => Math.max(most, withoutEmptyEnd(cells).length), 0)
  return Math.max(named, Math.min(names.length, widest))
}

const commonMissing = (width: number, data: readonly ParsedRecord[]): number => {
  const missing = new Set(data.map(({ cells }) => Math.max(0, width - cells.length)))
  const [only] = missing
  return missing.size === 1 && only !== undefined && only < width - 1 ? only : 0
}

const headerProblem = (record: ParsedRecord, complete: boolean): Issue | undefined => {
  if (withoutEmptyEnd(record.cells).length > problems.maxColumns) return problems.tooManyColumns(record.row)
  if (record.trouble !== undefined && (complete || record.ended))
    return problems.recordTrouble(record.trouble, record.row)
  if (!record.ended && !complete) return problems.headerTooLong(record.row)
  if (isBlank(record.cells)) return problems.headerMissing(record.row, 'it is empty')
  const why = whyNoHeader(record.cells)
  return why === undefined ? undefined : problems.headerMissing(record.row, why)
}

const parseAll = async (text: Uint8Array, delimiter: string): Promise<readonly ParsedRecord[]> => {
  const records: ParsedRecord[] = []
  for await (const batch of parseEveryRecord(once(text), delimiter)) for (const record of batch) records.push(record)
  return records
}

const readLayout = async (
  head: Head,
  text: Uint8Array,
  encoding: FoundEncoding,
  dialect: Partial<Dialect>,
): Promise<Layout | Refusal> => {
  const delimiter = dialect.delimiter ?? (await findDelimiter(text))
  const records = await parseAll(text, delimiter)
  const at = records.findIndex((record) => isHeader(record, dialect.headerRow))
  const first = records[at]
  if (first === undefined) {
    if (dialect.headerRow === undefined) return refuse(problems.fileEmpty())
    return refuse(problems.headerMissing(dialect.headerRow, 'the file has fewer rows'))
  }
  const problem = headerProblem(first, head.complete)
  if (problem !== undefined) return refuse(problem)
  const body = records.slice(at + 1).filter((record) => record.trouble !== undefined || !isBlank(record.cells))
  const data = body.filter((record) => record.trouble === undefined && record.ended)
  const { names, issues } = nameColumns(first.cells, columnCount(first.cells, data), first.row)
  const missingCells = commonMissing(names.length, data)
  const padded = missingCells > 0 ? [problems.rowsPadded(names.slice(-missingCells))] : []
  const none = head.complete && body.length === 0 ? [problems.noRows()] : []
  return {
    kind: 'layout',
    encoding,
    delimiter,
    headerRow: first.row,
    header: names,
    missingCells,
    issues: [...issues, ...padded, ...none],
  }
}

/** Understands a file by its first bytes; what `dialect` says is not guessed. */
export const findLayout = async (head: Head, name: string, dialect: Partial<Dialect>): Promise<Layout | Refusal> => {
  if (head.bytes.length === 0) return refuse(problems.fileEmpty())
  const encoding = findEncoding(head.bytes, dialect.encoding)
  const text = await collect(asUtf8(once(head.bytes.subarray(encoding.markBytes)), encoding))
  const foreign = foreignFormat(head, name, encoding, new TextDecoder().decode(text.subarray(0, 4096)))
  return foreign === undefined ? readLayout(head, text, encoding, dialect) : refuse(foreign)
}
