import type { RecordShape } from '#core/files/record-shape.ts'
import type { Tried } from '#core/files/table.ts'
import { isSentence } from '#core/files/totals.ts'
import type { Issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { cellDelimiter, type Dialect } from '#core/mapping/dialect.ts'
import type { Evidence } from '#core/mapping/evidence.ts'
import { filledCells, isBlank } from './blank.ts'
import { evenChunks, type Head, once, type Wish } from './chunks.ts'
import { findDelimiter, plainStart } from './delimiter.ts'
import { detectEncoding } from './detect-encoding.ts'
import { asUtf8, type FoundEncoding } from './encoding.ts'
import { explainingRow, findHeader, firstRecords } from './find-header.ts'
import { formatByBytes, formatByName, formatByText, isBinary } from './format.ts'
import { type Header, nameColumns, whyNoHeader } from './header.ts'
import * as problems from './problems.ts'
import { readStart } from './read-start.ts'
import type { ParsedRecord } from './record-parser.ts'
import { findQuote } from './requote.ts'

/** Bytes looked at to understand a file. 2,000 columns with long names fit. */
export const headBytes = 128 * 1024

/** How the records of a file become rows. */
export type Layout = {
  readonly kind: 'layout'
  readonly encoding: FoundEncoding
  readonly delimiter: Dialect['delimiter']
  readonly quote: NonNullable<Dialect['quote']>
  readonly headerRow: number
  readonly firstRow: number
  /** The row behind which records stand. */
  readonly bodyAfter: number
  /** Whether no record begins with words, so that a line of them is none. */
  readonly isWordless: boolean
  /** Which table of the file was read, where it may hold several. */
  readonly wish: Wish
  readonly evidence: readonly Evidence[]
  readonly tables: readonly string[]
  readonly header: readonly string[]
  /** Cells that every row of the sample leaves out at its end. */
  readonly missingCells: number
  readonly issues: readonly Issue[]
  /** The columns that identify a row, where that is known. */
  readonly ids?: readonly number[]
}

const plainText: FoundEncoding = { encoding: 'utf-8', markBytes: 0 }

type Refusal = { readonly kind: 'refused'; readonly issue: Issue; readonly tried?: Tried }

const refuse = (issue: Issue): Refusal => ({ kind: 'refused', issue })

const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  for await (const chunk of evenChunks(chunks, 4 * headBytes, 0)) return chunk
  return new Uint8Array(0)
}

const foreignFormat = (head: Head, name: string, encoding: FoundEncoding, start: string): Issue | undefined => {
  // Whoever says the encoding says that it is text.
  const binary = encoding.by !== 'said' && !encoding.encoding.startsWith('utf-16') && isBinary(head.bytes)
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

/** Whether the records with more than one cell, of which there must be some, begin with ids rather than words. */
const beginWithoutWords = (records: readonly ParsedRecord[]): boolean => {
  const wide = records.filter(({ cells }) => filledCells(cells) > 1)
  return wide.length > 0 && !wide.some(({ cells: [first = ''] }) => isSentence(first))
}

/** The beginning of a text, in double quotes, and how it is cut into cells. */
type Text = {
  readonly bytes: Uint8Array
  readonly encoding: FoundEncoding
  readonly delimiter: Dialect['delimiter']
  readonly quote: NonNullable<Dialect['quote']>
  readonly evidence: readonly Evidence[]
  readonly issues: readonly Issue[]
}

type Said = Partial<Dialect> | undefined

/** How a text is quoted and cut. */
const cutting = async (utf8: Uint8Array, encoding: FoundEncoding, said: Said): Promise<Text> => {
  const found = said?.quote === undefined ? findQuote(utf8) : undefined
  const quote = said?.quote ?? found?.quote ?? '"'
  const cut = said?.delimiter === undefined ? await findDelimiter(utf8, quote) : undefined
  const delimiter = said?.delimiter ?? cut?.delimiter ?? ','
  const { by = 'ascii' } = encoding
  const byQuote = found ?? { by: said?.quote === undefined ? ('usual' as const) : ('said' as const) }
  const byWidth = cut && cut.rows > 0 ? ({ by: 'even', count: cut.rows } as const) : { by: 'oneColumn' as const }
  return {
    bytes: plainStart(utf8, { delimiter, quote }),
    encoding,
    delimiter,
    quote,
    evidence: [
      { part: 'encoding', by },
      { part: 'delimiter', ...(cut ? byWidth : { by: 'said' }) },
      { part: 'quote', by: byQuote.by, ...(found && { count: found.count }) },
    ],
    issues: found ? [problems.quoteFound(found)] : [],
  }
}

const madeText = ({ bytes, made }: Head): Text => ({
  bytes,
  encoding: plainText,
  delimiter: ',',
  quote: '"',
  evidence: made ? [made.evidence] : [],
  issues: made?.issues ?? [],
})

const readLayout = async (head: Head, text: Text, said: Said, isDraft: boolean): Promise<Layout | Refusal> => {
  const { made, complete } = head
  const { bytes, encoding, delimiter, quote } = text
  const firstRow = made?.firstRow ?? 1
  const wanted = firstRow === 0 ? 0 : said?.headerRow
  const records = firstRow === 0 ? [] : await firstRecords(bytes, cellDelimiter(delimiter))
  const place =
    wanted === undefined
      ? findHeader(records, isDraft)
      : ({ headerRow: wanted, by: firstRow === 0 ? 'keys' : 'said', issues: [] } as const)
  if (!place) return refuse(problems.fileEmpty())
  const { headerRow, by } = place
  const { header, hasBody, data } = await readStart(bytes, cellDelimiter(delimiter), { headerRow, firstRow })
  if (header === undefined) return refuse(problems.headerMissing(headerRow, say('headerBelowEnd', { row: headerRow })))
  const isNamed = headerRow >= firstRow
  const problem = isNamed && !made?.dialect.records ? headerProblem(header, complete) : undefined
  if (problem !== undefined) return refuse(problem)
  const { names, issues } = namesOf(header, data)
  if (names.length === 0) return refuse(problems.fileEmpty())
  const missingCells = commonMissing(names.length, data)
  const padded = missingCells > 0 ? [problems.rowsPadded(names.slice(-missingCells))] : []
  const explained = isNamed ? explainingRow(records, headerRow) : undefined
  const none = complete && !hasBody ? [problems.noRows()] : []
  return {
    kind: 'layout',
    encoding,
    delimiter,
    quote,
    headerRow,
    firstRow,
    bodyAfter: explained ?? headerRow,
    isWordless: beginWithoutWords(records.filter(({ row }) => row > (explained ?? headerRow))),
    wish: made?.dialect ?? {},
    evidence: [...text.evidence, { part: 'headerRow', by }],
    tables: made?.tables ?? [],
    header: names,
    missingCells,
    issues: [
      ...text.issues,
      ...place.issues,
      ...issues,
      ...(explained ? [problems.rowExplains(explained)] : []),
      ...padded,
      ...none,
    ],
  }
}

/** How a text was understood that cannot be read so. */
const triedOf = ({ encoding, delimiter, quote, evidence }: Text, { rows }: Issue, said: Said): Tried => ({
  dialect: {
    encoding: encoding.encoding === 'undecided' ? 'utf-8' : encoding.encoding,
    delimiter,
    headerRow: said?.headerRow ?? rows[0] ?? 1,
    ...(quote === '"' ? {} : { quote }),
  },
  evidence,
})

/** What is to be said of an encoding. Most old files are Windows-1252: under a mapping that is not worth a word every day. */
const aboutEncoding = (
  { encoding, guessed, doubtful }: Awaited<ReturnType<typeof detectEncoding>>,
  isDraft: boolean,
): readonly Issue[] => {
  if (doubtful) return [problems.encodingDoubted(encoding)]
  return guessed && (isDraft || encoding !== 'windows-1252') ? [problems.encodingGuessed(encoding)] : []
}

/**
 * Understands a file by its first bytes; what `dialect` says is not guessed. Only for a draft a table may lack column names: under a
 * mapping that does not expect it, they were lost.
 */
export const findLayout = async (
  head: Head,
  name: string,
  dialect: Said,
  isDraft: boolean,
): Promise<Layout | Refusal> => {
  if (head.bytes.length === 0) return refuse(problems.fileEmpty())
  if (head.made) return readLayout(head, madeText(head), dialect, isDraft)
  const found = await detectEncoding(head.bytes, dialect?.encoding)
  const utf8 = await collect(asUtf8(once(head.bytes.subarray(found.markBytes)), found))
  const foreign = foreignFormat(head, name, found, new TextDecoder().decode(utf8.subarray(0, 4096)))
  if (foreign !== undefined) return refuse(foreign)
  const { encoding, markBytes, by = 'ascii' } = found
  const text = await cutting(utf8, { encoding, markBytes, by }, dialect)
  const layout = await readLayout(head, text, dialect, isDraft)
  if (layout.kind === 'refused') return { ...layout, tried: triedOf(text, layout.issue, dialect) }
  return { ...layout, issues: [...aboutEncoding(found, isDraft), ...layout.issues] }
}
