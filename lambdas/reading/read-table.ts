import type { ColumnChoice } from '#core/files/cut-columns.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { KnownRowsEvent, Recognise, SliceEvent, Table, TableEvent, TableRow } from '#core/files/table.ts'
import { totalsLabel } from '#core/files/totals.ts'
import type { Issue } from '#core/issues/issue.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import { cellDelimiter, type Dialect } from '#core/mapping/dialect.ts'
import { isBlank } from './blank.ts'
import { evenChunks, type OpenBytes, once, readHead } from './chunks.ts'
import { asUtf8 } from './encoding.ts'
import { withLastTotals } from './last-totals.ts'
import { findLayout, headBytes, type Layout } from './layout.ts'
import { parseRecords } from './parse-records.ts'
import * as problems from './problems.ts'
import type { ParsedRecord, RecordTrouble } from './record-parser.ts'
import { redelimited } from './redelimit.ts'
import { requoted } from './requote.ts'
import { sliceRecords } from './slice-records.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { withTotalsWhole } from './whole-totals.ts'

export type { OpenBytes } from './chunks.ts'

export type ReadOptions = {
  /** The file's name: tells what an unreadable file probably is. */
  readonly name: string
  /** What a mapping says of the file; the rest is found out. A byte order mark overrules `encoding`. */
  readonly dialect?: Partial<Dialect> | undefined
  readonly dataset?: Dataset | undefined
  /** The names of the columns that identify a row: where they are known, rows of totals are told from others. */
  readonly ids?: readonly string[] | undefined
  /** Nobody has said how it is to be read, beside what `dialect` says: then it may lack column names. */
  readonly isDraft?: boolean | undefined
}

const chunkBytes = 64 * 1024

/** What reading rows needs of a layout. */
type Body = Omit<Layout, 'kind' | 'evidence' | 'tables' | 'issues'>

type Outcome = TableRow | Exclude<TableEvent, { readonly kind: 'rows' }> | undefined

const endsReading: ReadonlySet<RecordTrouble> = new Set(['QUOTE_NOT_CLOSED', 'RECORD_TOO_LONG', 'FILE_CUT_SHORT'])

const outcomeOfTrouble = (record: ParsedRecord, trouble: RecordTrouble): Outcome => {
  const last: RecordTrouble = record.ended || endsReading.has(trouble) ? trouble : 'FILE_CUT_SHORT'
  const issue = problems.recordTrouble(last, record.row)
  return endsReading.has(last) ? { kind: 'refused', issue } : { kind: 'bad-row', row: record.row, issue }
}

const isPadded = (length: number, { header, missingCells }: Body): boolean =>
  missingCells > 0 && length === header.length - missingCells

/** A line with one cell in a table of several columns has no place for an id. */
const totalsIn = ({ cells, trouble }: ParsedRecord, { ids, header }: Body): string | undefined => {
  if (ids === undefined || trouble !== undefined) return undefined
  return totalsLabel(cells, cells.length === 1 && header.length > 2 ? [] : ids)
}

/** A record as a row of exactly as many cells as there are columns; `undefined` for one that holds nothing. */
const outcomeOf = (record: ParsedRecord, layout: Body): Outcome => {
  const { row, aside } = record
  const label = totalsIn(record, layout)
  if (label !== undefined) return { kind: 'bad-row', row, issue: problems.rowOfTotals(row, label) }
  if (!aside) return rowOf(record, layout)
  const said = record.cells.find((cell) => cell.trim() !== '') ?? ''
  return {
    kind: 'bad-row',
    row,
    issue: aside === 'sums' ? problems.rowOfTotals(row, said) : problems.rowOfText(row, said),
  }
}

/** `="0001"`: what keeps spreadsheets from making a number of an id. */
const isTextFormula = (cell: string): boolean => cell.startsWith('="') && cell.endsWith('"') && cell.length > 2

const withoutFormula = (cell: string): string => (isTextFormula(cell) ? cell.slice(2, -1).replaceAll('""', '"') : cell)

const rowOf = (record: ParsedRecord, layout: Body): Outcome => {
  const { row, cells, trouble, ended, marks } = record
  const asRow = (all: readonly string[]): TableRow => {
    const read = all.some(isTextFormula) ? all.map(withoutFormula) : all
    return marks ? { row, cells: read, marks } : { row, cells: read }
  }
  const columns = layout.header.length
  if (trouble !== undefined) return outcomeOfTrouble(record, trouble)
  if (cells.length === columns && cells[0] !== '') return asRow(cells)
  if (isBlank(cells)) return undefined
  if (cells.length === columns) return asRow(cells)
  if (cells.length > columns) {
    if (isBlank(cells.slice(columns))) return asRow(cells.slice(0, columns))
    return { kind: 'bad-row', row, issue: problems.rowTooLong(row, cells.length, columns) }
  }
  if (isPadded(cells.length, layout)) return asRow([...cells, ...Array<string>(layout.missingCells).fill('')])
  if (!ended) return { kind: 'refused', issue: problems.recordTrouble('FILE_CUT_SHORT', row) }
  return { kind: 'bad-row', row, issue: problems.rowTooShort(row, cells.length, columns) }
}

type Event = TableEvent | KnownRowsEvent

/** Rows one behind another. */
const rowRun = () => {
  let rows: TableRow[] = []
  const add = (row: TableRow): void => {
    rows.push(row)
  }
  const take = (): readonly Event[] => {
    const run = rows
    rows = []
    return run.length > 0 ? [{ kind: 'rows', rows: run }] : []
  }
  return { add, take }
}

async function* readEvents(
  open: OpenBytes,
  layout: Body,
  look: { readonly recognise?: Recognise; readonly choice?: ColumnChoice; readonly isPiece?: boolean } = {},
): AsyncGenerator<Event> {
  const { recognise, choice, isPiece = false } = look
  const isWhole = !recognise || !choice || !layout.ids
  const known = {
    ...look,
    ...(isWhole ? {} : { recognise: withTotalsWhole(recognise, choice, layout.ids) }),
    after: layout.bodyAfter,
    firstRow: layout.firstRow,
  }
  const parsed = parseRecords(await bodyOf(open, layout), cellDelimiter(layout.delimiter), known)
  // Where a piece ends, a table need not.
  for await (const records of isPiece ? parsed : withLastTotals(parsed, layout)) {
    const run = rowRun()
    for (const record of records) {
      if (record.row <= layout.bodyAfter) continue
      const outcome = 'known' in record ? ({ kind: 'known', ...record } as const) : outcomeOf(record, layout)
      if (outcome === undefined) continue
      if (!('kind' in outcome)) {
        run.add(outcome)
        continue
      }
      yield* run.take()
      yield outcome
      if (outcome.kind === 'refused') return
    }
    yield* run.take()
  }
}

const stamp = <Each extends Event>(event: Each, dataset: Dataset | undefined): Each =>
  dataset !== undefined && 'issue' in event ? { ...event, issue: { ...event.issue, dataset } } : event

async function* ofDataset(events: AsyncIterable<Event>, dataset: Dataset | undefined): AsyncGenerator<Event> {
  for await (const event of untilUnreadable(events)) yield stamp(event, dataset)
}

/** Bytes that do not go on refuse the file. */
async function* untilUnreadable(events: AsyncIterable<Event>): AsyncGenerator<Event> {
  try {
    yield* events
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    yield { kind: 'refused', issue: error.issue }
  }
}

const isTableEvent = (event: Event): event is TableEvent => event.kind !== 'known'

async function* parsedOnly(events: AsyncIterable<Event>, dataset: Dataset | undefined): AsyncGenerator<TableEvent> {
  for await (const event of untilUnreadable(events)) if (isTableEvent(event)) yield stamp(event, dataset)
}

const bodyOf = async (open: OpenBytes, layout: Body): Promise<AsyncIterable<Uint8Array>> => {
  const { wish, encoding, quote, delimiter } = layout
  const text = redelimited(asUtf8(evenChunks(await open(wish), chunkBytes, encoding.markBytes), encoding), layout)
  return requoted(text, { quote, delimiter: cellDelimiter(delimiter) })
}

/** The body in pieces that are not parsed. */
async function* sliced(
  open: OpenBytes,
  layout: Layout,
  size: number,
  dataset: Dataset | undefined,
  recognise?: Recognise,
): AsyncGenerator<SliceEvent> {
  const { delimiter, firstRow, bodyAfter } = layout
  const cutting = { delimiter: cellDelimiter(delimiter), firstRow, after: bodyAfter, size, recognise }
  try {
    for await (const slice of sliceRecords(await bodyOf(open, layout), cutting)) yield { kind: 'slice', slice }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    yield { kind: 'refused', issue: { ...error.issue, dataset: dataset ?? null } }
  }
}

const layoutOf = async (open: OpenBytes, { name, dialect, isDraft = dialect === undefined }: ReadOptions) => {
  try {
    return await findLayout(await readHead(await open(dialect), headBytes), name, dialect, isDraft)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { kind: 'refused', issue: error.issue, tried: undefined } as const
  }
}

/**
 * Opens an export file as a table. `open` is called once to understand the file and once each time the events are iterated, so the
 * file is never held in memory. The result does not depend on how the bytes arrive. Expected trouble is in the answer, what makes the bytes unreadable too; only `open` can throw.
 */
export const readTable = async (open: OpenBytes, options: ReadOptions): Promise<Table> => {
  const { dataset, ids } = options
  const found = await layoutOf(open, options)
  const stamped = (issue: Issue): Issue => ({ ...issue, dataset: dataset ?? null })
  if (found.kind === 'refused') return { kind: 'refused', issues: [stamped(found.issue)], tried: found.tried }
  const known = ids?.map((id) => columnIndex(found.header, id)) ?? []
  const layout: Layout = known.length > 0 && known.every((index) => index >= 0) ? { ...found, ids: known } : found
  const { encoding } = layout.encoding
  return {
    kind: 'table',
    dialect: {
      encoding: encoding === 'undecided' ? 'utf-8' : encoding,
      delimiter: layout.delimiter,
      headerRow: layout.headerRow,
      ...(layout.quote === '"' ? {} : { quote: layout.quote }),
      ...layout.wish,
    },
    evidence: layout.evidence,
    tables: layout.tables,
    header: layout.header,
    issues: layout.issues.map(stamped),
    missingCells: layout.missingCells,
    events: { [Symbol.asyncIterator]: () => parsedOnly(readEvents(open, layout), dataset) },
    eventsBut: (recognise, choice) => ofDataset(readEvents(open, layout, { recognise, choice }), dataset),
    slices: (bytes, recognise) => sliced(open, layout, bytes, dataset, recognise),
  }
}

/** How the table was read that a piece was cut from. */
export type SliceLayout = Pick<Layout, 'delimiter' | 'header' | 'missingCells' | 'ids'> & {
  readonly dataset: Dataset
  readonly choice: ColumnChoice
}

/** The events of a piece of a table, as the table itself would tell them. */
export const readSlice = (
  text: Uint8Array,
  firstRow: number,
  recognise: Recognise,
  { dataset, choice, ...how }: SliceLayout,
): AsyncIterable<TableEvent | KnownRowsEvent> => {
  const encoding = { encoding: 'utf-8', markBytes: 0 } as const
  const layout = {
    ...how,
    encoding,
    quote: '"',
    headerRow: firstRow - 1,
    bodyAfter: firstRow - 1,
    isWordless: false,
    firstRow,
    wish: {},
  } as const
  return ofDataset(
    readEvents(() => once(text), layout, { recognise, choice, isPiece: true }),
    dataset,
  )
}
