import type { RecordShape } from '#core/files/record-shape.ts'
import type { Issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { Dialect } from '#core/mapping/mapping.ts'
import { filledCells, isBlank } from './blank.ts'
import { evenChunks, type Head, once, type Wish } from './chunks.ts'
import { findDelimiter } from './delimiter.ts'
import { detectEncoding } from './detect-encoding.ts'
import { asUtf8, type FoundEncoding } from './encoding.ts'
import { findHeader } from './find-header.ts'
import { formatByBytes, formatByName, formatByText, isBinary } from './format.ts'
import { type Header, nameColumns, whyNoHeader } from './header.ts'
import * as problems from './problems.ts'
import { readStart } from './read-start.ts'
import type { ParsedRecord } from './record-parser.ts'

/** Bytes looked at to understand a file. 2,000 columns with long names fit. */
export const headBytes = 128 * 1024

/** How the records of a file become rows. */
export type Layout = {
  readonly kind: 'layout'
  readonly encoding: FoundEncoding
  readonly delimiter: Dialect['delimiter']
  readonly headerRow: number
  readonly firstRow: number
  /** Which table of the file was read, where it may hold several. */
  readonly wish: Wish
  readonly header: readonly string[]
  /** Cells that every row of the sample leaves out at its end. */
  readonly missingCells: number
  readonly issues: readonly Issue[]
  /** The columns that identify a row, where that is known. */
  readonly ids?: readonly number[]
}

const plainText: FoundEncoding = { encoding: 'utf-8', markBytes: 0 }

type Refusal = { readonly kind: 'refused'; readonly issue: Issue }

const refuse = (issue: Issue): Refusal => ({ kind: 'refused', issue })

const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  for await (const chunk of evenChunks(chunks, 4 * headBytes, 0)) return chunk
  return new Uint8Array(0)
}

const foreignFormat = (head: Head, name: string, encoding: FoundEncoding, start: string): Issue | undefined => {
  const binary = !encoding.encoding.startsWith('utf-16') && isBinary(head.bytes)
  const format = formatByBytes(head.bytes) ?? (binary ? formatByName(name) : formatByText(start))
  if (format !== undefined) return problems.formatNotSupported(format)
  return binary ? problems.fileBinary() : undefined
}

/** The widest row of data may be wider than the names, by empty names only. */
const columnCount = (names: readonly string[], data: readonly RecordShape[]): number => {
  const widest = data.reduce((most, { filled }) => Math.max(most, filled), 0)
  return Math.max(filledCells(names), Math.min(names.length, widest))
}

const commonMissing = (width: number, data: readonly RecordShape[]): number => {
  const missing = new Set(data.map(({ cells }) => Math.max(0, width - cells)))
  const [only] = missing
  return missing.size === 1 && only !== undefined && only < width - 1 ? only : 0
}

const headerProblem = (record: ParsedRecord, complete: boolean): Issue | undefined => {
  if (filledCells(record.cells) > problems.maxColumns) return problems.tooManyColumns(record.row)
  if (record.trouble !== undefined && (complete || record.ended))
    return problems.recordTrouble(record.trouble, record.row)
  if (!record.ended && !complete) return problems.headerMissing(record.row, say('headerTooLong', { row: record.row }))
  if (isBlank(record.cells)) return problems.headerMissing(record.row, say('headerBlank', { row: record.row }))
  const why = whyNoHeader(record.row, record.cells)
  return why === undefined ? undefined : problems.headerMissing(record.row, why)
}

/** How many columns a table without names has. */
const widestOf = (data: readonly RecordShape[]): number => data.reduce((most, { cells }) => Math.max(most, cells), 0)

const namesOf = (header: ParsedRecord, data: readonly RecordShape[]): Header =>
  header.row === 0 && header.cells.length === 0
    ? nameColumns(Array<string>(widestOf(data)).fill(''), widestOf(data), 0)
    : nameColumns(header.cells, columnCount(header.cells, data), header.row)

type Text = { readonly bytes: Uint8Array; readonly encoding: FoundEncoding }

const readLayout = async (head: Head, text: Text, said: Partial<Dialect> | undefined): Promise<Layout | Refusal> => {
  const { made, complete } = head
  const firstRow = made?.firstRow ?? 1
  const delimiter = made ? ',' : (said?.delimiter ?? (await findDelimiter(text.bytes)))
  const wanted = firstRow === 0 ? 0 : said?.headerRow
  const place =
    wanted === undefined
      ? await findHeader(text.bytes, delimiter, said === undefined)
      : { headerRow: wanted, issues: [] }
  if (!place) return refuse(problems.fileEmpty())
  const { headerRow } = place
  const { header, hasBody, data } = await readStart(text.bytes, delimiter, { headerRow, firstRow })
  if (header === undefined) return refuse(problems.headerMissing(headerRow, say('headerBelowEnd', { row: headerRow })))
  const isNamed = headerRow >= firstRow
  const problem = isNamed && !made?.dialect.records ? headerProblem(header, complete) : undefined
  if (problem !== undefined) return refuse(problem)
  const { names, issues } = namesOf(header, data)
  if (names.length === 0) return refuse(problems.fileEmpty())
  const missingCells = commonMissing(names.length, data)
  const padded = missingCells > 0 ? [problems.rowsPadded(names.slice(-missingCells))] : []
  const none = complete && !hasBody ? [problems.noRows()] : []
  return {
    kind: 'layout',
    encoding: text.encoding,
    delimiter,
    headerRow,
    firstRow,
    wish: made?.dialect ?? {},
    header: names,
    missingCells,
    issues: [...(made?.issues ?? []), ...place.issues, ...issues, ...padded, ...none],
  }
}

/**
 * Understands a file by its first bytes; what `dialect` says is not guessed. Only where nothing at all is known of the file, a table
 * may lack column names: under a mapping that does not expect it, they were lost.
 */
export const findLayout = async (
  head: Head,
  name: string,
  dialect: Partial<Dialect> | undefined,
): Promise<Layout | Refusal> => {
  if (head.bytes.length === 0) return refuse(problems.fileEmpty())
  if (head.made) return readLayout(head, { bytes: head.bytes, encoding: plainText }, dialect)
  const { guessed, ...encoding } = await detectEncoding(head.bytes, dialect?.encoding)
  const text = await collect(asUtf8(once(head.bytes.subarray(encoding.markBytes)), encoding))
  const foreign = foreignFormat(head, name, encoding, new TextDecoder().decode(text.subarray(0, 4096)))
  if (foreign !== undefined) return refuse(foreign)
  const layout = await readLayout(head, { bytes: text, encoding }, dialect)
  // Most old files are Windows-1252: under a mapping that is not worth a word every day.
  const isUsual = dialect !== undefined && encoding.encoding === 'windows-1252'
  if (layout.kind === 'refused' || !guessed || isUsual) return layout
  return { ...layout, issues: [problems.encodingGuessed(encoding.encoding), ...layout.issues] }
}
