import { readDocument } from '#core/control/documents.ts'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { mappingKey } from '#core/control/keys.ts'
import { MappingVersionSchema } from '#core/control/mapping-version.ts'
import { csvLine } from '#core/files/csv-line.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { filler } from '#core/files/settled-table.ts'
import type { Table, TableEvent } from '#core/files/table.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { isTrace, type Traces, withTraces } from '#core/rights/person.ts'
import { type IsPerson, type PersonRows, personRows } from '#core/rights/person-rows.ts'
import { readTable } from '../reading/read-table.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { SyncPorts } from '../sync/ports.ts'

type Ports = Pick<SyncPorts, 'archive' | 'decode' | 'control'>
type OpenTable = Extract<Table, { readonly kind: 'table' }>

/** Whom to take out of files, and by what they are found. */
export type Sought = { readonly isPerson: IsPerson; readonly traces: Traces }

/** What a file has of the person. */
export type Looked = {
  /** `own`: rows or cells of theirs, which can be taken out. `unclear`: it names the person, or cannot be read, and nobody can tell where. */
  readonly kind: 'nothing' | 'own' | 'unclear'
  readonly rows: number
  readonly traces: Traces
}

/** The mapping by which a dataset is read, approved or not: it tells whose a row is. */
export const mappingOf = async (
  { control }: Pick<Ports, 'control'>,
  { id, mappings }: Pick<Integration, 'id' | 'mappings'>,
  dataset: Dataset | null,
): Promise<Mapping | undefined> => {
  const { approved = 0, latest = 0 } = (dataset && mappings[dataset]) ?? {}
  if (dataset === null || latest === 0) return undefined
  const document = await readDocument(control, mappingKey(id, dataset, approved || latest), MappingVersionSchema)
  return document?.mapping
}

/** The rows as they count: where an empty cell means what stands above it, whose a row is would change with the row above. */
export async function* filledEvents(table: OpenTable, { rows }: Pick<Mapping, 'rows'>): AsyncGenerator<TableEvent> {
  const fill = filler((rows?.fillDown ?? []).map((name) => columnIndex(table.header, name)).filter((at) => at >= 0))
  for await (const event of table.events)
    yield event.kind === 'rows' ? { kind: 'rows', rows: event.rows.map(fill) } : event
}

const unreadable = { kind: 'unclear', rows: 0 } as const

/** Without a mapping only traces tell: one of them makes the whole file go. */
const lookBlindly = async (table: OpenTable, traces: Traces): Promise<Looked> => {
  for await (const event of table.events) {
    if (event.kind !== 'rows') return { ...unreadable, traces }
    if (event.rows.some(({ cells }) => cells.some((cell) => isTrace(traces, cell)))) return { ...unreadable, traces }
  }
  return { kind: 'nothing', rows: 0, traces }
}

const lookByMapping = async (events: AsyncIterable<TableEvent>, rows: PersonRows, sought: Traces): Promise<Looked> => {
  let [traces, own, touched] = [sought, 0, false]
  for await (const event of events) {
    if (event.kind === 'refused') return { ...unreadable, traces }
    // Whose a row is that cannot be cut into cells, nobody knows.
    if (event.kind === 'bad-row') touched = true
    else
      for (const { cells } of event.rows)
        if (rows.isOwn(cells)) {
          own += 1
          traces = withTraces(traces, rows.traces(cells))
        } else touched ||= rows.without(cells, traces) !== cells
  }
  return { kind: own > 0 || touched ? 'own' : 'nothing', rows: own, traces }
}

const openTable = async (ports: Ports, file: ExportFile, mapping: Mapping | undefined): Promise<Table> => {
  const { name, dataset } = file
  const about = { name, dialect: mapping?.dialect ?? {}, ...(dataset ? { dataset } : {}) }
  return readTable(openArchived(ports, file), about)
}

/** Reads a file for what it has of the person. */
export const lookForPerson = async (
  ports: Ports,
  file: ExportFile,
  mapping: Mapping | undefined,
  { isPerson, traces }: Sought,
): Promise<Looked> => {
  const table = await openTable(ports, file, mapping)
  if (table.kind === 'refused') return { ...unreadable, traces }
  const rows = mapping && personRows(mapping, table.header, isPerson)
  return rows && mapping ? lookByMapping(filledEvents(table, mapping), rows, traces) : lookBlindly(table, traces)
}

const byteOrderMark = '\uFEFF'
/** So much text at a time goes to the archive. */
const pieceLength = 256 * 1024

const linesWithout = async function* (
  table: OpenTable,
  rows: PersonRows,
  traces: Traces,
  mapping: Pick<Mapping, 'dialect' | 'rows'>,
): AsyncGenerator<string> {
  const { dialect } = mapping
  const { headerRow = 1, delimiter = table.dialect.delimiter, quote } = dialect ?? {}
  const cutting = { delimiter, ...(quote === undefined ? {} : { quote }) }
  yield byteOrderMark
  // Whatever stood above the names of the columns goes; they stay where the mapping looks for them, if it does.
  if (headerRow > 0) yield `${'\n'.repeat(headerRow - 1)}${csvLine(table.header, cutting)}`
  for await (const event of filledEvents(table, mapping)) {
    if (event.kind !== 'rows') continue
    for (const { cells } of event.rows) if (!rows.isOwn(cells)) yield csvLine(rows.without(cells, traces), cutting)
  }
}

const inBytes = async function* (lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < pieceLength) continue
    yield encoder.encode(piece)
    piece = ''
  }
  yield encoder.encode(piece)
}

/** Stores what a file says without the person: as plain text, whatever it was packed or encrypted in. Answers where it lies. */
export const storeWithoutPerson = async (
  ports: Ports,
  file: ExportFile,
  mapping: Mapping,
  key: string,
  { isPerson, traces }: Sought,
) => {
  const table = await openTable(ports, file, mapping)
  const rows = table.kind === 'table' ? personRows(mapping, table.header, isPerson) : undefined
  if (table.kind === 'refused' || !rows) return undefined
  const { versionId, size } = await ports.archive.put(key, inBytes(linesWithout(table, rows, traces, mapping)))
  return { archive: { key, versionId }, size }
}
