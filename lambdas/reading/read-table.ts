import type { Dataset } from '#core/files/datasets.ts'
import type { Table, TableEvent, TableRow } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Dialect } from '#core/mapping/mapping.ts'
import { evenChunks, type OpenBytes, readHead } from './chunks.ts'
import { asUtf8 } from './encoding.ts'
import { findLayout, headBytes, isBlank, type Layout } from './layout.ts'
import { type ParsedRecord, parseRecords, type RecordTrouble } from './parse-records.ts'
import * as problems from './problems.ts'

export type { OpenBytes } from './chunks.ts'

export type ReadOptions = {
  /** The file's name: tells what an unreadable file probably is. */
  readonly name: string
  /** What is known about the file already; the rest is found out. A byte order mark overrules `encoding`. */
  readonly dialect?: Partial<Dialect> | undefined
  readonly dataset?: Dataset | undefined
}

const chunkBytes = 64 * 1024

type Outcome = TableRow | Exclude<TableEvent, { readonly kind: 'rows' }> | undefined

const endsReading: ReadonlySet<RecordTrouble> = new Set(['QUOTE_NOT_CLOSED', 'RECORD_TOO_LONG', 'FILE_CUT_SHORT'])

const outcomeOfTrouble = (record: ParsedRecord, trouble: RecordTrouble): Outcome => {
  const last: RecordTrouble = record.ended || endsReading.has(trouble) ? trouble : 'FILE_CUT_SHORT'
  const issue = problems.recordTrouble(last, record.row)
  return endsReading.has(last) ? { kind: 'refused', issue } : { kind: 'bad-row', row: record.row, issue }
}

const isPadded = (length: number, { header, missingCells }: Layout): boolean =>
  missingCells > 0 && length === header.length - missingCells

/** A record as a row of exactly as many cells as there are columns; `undefined` for one that holds nothing. */
const outcomeOf = (record: ParsedRecord, layout: Layout): Outcome => {
  const { row, cells, trouble, ended } = record
  const columns = layout.header.length
  if (trouble !== undefined) return outcomeOfTrouble(record, trouble)
  if (cells.length === columns && cells[0] !== '') return { row, cells }
  if (isBlank(cells)) return undefined
  if (cells.length === columns) return { row, cells }
  if (cells.length > columns) {
    if (isBlank(cells.slice(columns))) return { row, cells: cells.slice(0, columns) }
    return { kind: 'bad-row', row, issue: problems.rowTooLong(row, cells.length, columns) }
  }
  if (isPadded(cells.length, layout)) return { row, cells: [...cells, ...Array<string>(layout.missingCells).fill('')] }
  if (!ended) return { kind: 'refused', issue: problems.recordTrouble('FILE_CUT_SHORT', row) }
  return { kind: 'bad-row', row, issue: problems.rowTooShort(row, cells.length, columns) }
}

async function* readEvents(open: OpenBytes, layout: Layout): AsyncGenerator<TableEvent> {
  const even = evenChunks(await open(), chunkBytes, layout.encoding.markBytes)
  for await (const records of parseRecords(asUtf8(even, layout.encoding), layout.delimiter)) {
    let rows: TableRow[] = []
    for (const record of records) {
      if (record.row <= layout.headerRow) continue
      const outcome = outcomeOf(record, layout)
      if (outcome === undefined) continue
      if (!('kind' in outcome)) {
        rows.push(outcome)
        continue
      }
      if (rows.length > 0) yield { kind: 'rows', rows }
      rows = []
      yield outcome
      if (outcome.kind === 'refused') return
    }
    if (rows.length > 0) yield { kind: 'rows', rows }
  }
}

async function* ofDataset(events: AsyncIterable<TableEvent>, dataset: Dataset | undefined): AsyncGenerator<TableEvent> {
  for await (const event of events) {
    yield event.kind === 'rows' || dataset === undefined ? event : { ...event, issue: { ...event.issue, dataset } }
  }
}

/**
 * Opens an export file as a table. `open` is called once to understand the file and once each time the events are iterated, so the
 * file is never held in memory. The result does not depend on how the bytes arrive. Expected trouble is in the answer; only `open` can throw.
 */
export const readTable = async (open: OpenBytes, { name, dialect, dataset }: ReadOptions): Promise<Table> => {
  const layout = await findLayout(await readHead(open, headBytes), name, dialect ?? {})
  const stamped = (issue: Issue): Issue => ({ ...issue, dataset: dataset ?? null })
  if (layout.kind === 'refused') return { kind: 'refused', issues: [stamped(layout.issue)] }
  const { encoding } = layout.encoding
  return {
    kind: 'table',
    dialect: {
      encoding: encoding === 'undecided' ? 'utf-8' : encoding,
      delimiter: layout.delimiter,
      headerRow: layout.headerRow,
    },
    header: layout.header,
    issues: layout.issues.map(stamped),
    events: { [Symbol.asyncIterator]: () => ofDataset(readEvents(open, layout), dataset) },
  }
}
