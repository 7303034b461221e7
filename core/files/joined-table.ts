import { groupIssues, type IssueGroups } from '#core/issues/group.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { ofPart } from '#core/issues/of-part.ts'
import { say } from '#core/issues/say.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import { type Join, partColumn } from '#core/mapping/join.ts'
import { columnsOfRows } from '#core/mapping/rows.ts'
import { earlierDay } from '#core/values/zoned-day.ts'
import type { ColumnChoice } from './cut-columns.ts'
import { joinKey, type PartRoom, partLimits, partRoom } from './part-rows.ts'
import { type OpenPart, openPart } from './part-timeline.ts'
import type { KnownRowsEvent, Recognise, Table, TableEvent, TableRow } from './table.ts'

type OpenTable = Extract<Table, { readonly kind: 'table' }>
type Refusal = Extract<Table, { readonly kind: 'refused' }>
type Event = TableEvent | KnownRowsEvent

/** A part that was opened, and the file it was opened from. */
export type Part = {
  readonly join: Join
  readonly fileId: string
  readonly fileName: string
  readonly table: OpenTable
}

/** A part whose columns were found. */
type Linked = Part & {
  /** Where its columns begin in the joined header. */
  readonly start: number
  readonly key: readonly number[]
  /** Where the other half of the key stands in the joined header. */
  readonly to: readonly number[]
  readonly onlyIndex: number
  readonly only: ReadonlySet<string>
}

const dayColumns = ({ day }: Join): readonly string[] => (day ? [day.column] : [])

const columnMissing = (column: string, { join }: Part, dataset: Issue['dataset']): Issue =>
  issue('JOIN_COLUMN_MISSING', { ...say('joinColumnMissing', { column, join: join.name }), dataset, column })

const link = (
  part: Part,
  header: readonly string[],
  dataset: Issue['dataset'],
): Linked | (Refusal & { readonly part?: string | undefined }) => {
  const { join, table } = part
  const key = join.key.map((column) => columnIndex(table.header, column))
  const to = join.to.map((column) => columnIndex(header, column))
  const onlyIndex = join.only ? columnIndex(table.header, join.only.column) : -1
  const dated = join.day ? columnsOfRows({ ...(join.current && { current: join.current }) }) : []
  const inPart = [
    ...dated.filter((column) => columnIndex(table.header, column) < 0),
    ...join.key.filter((_, i) => key[i] === -1),
    ...(join.only && onlyIndex < 0 ? [join.only.column] : []),
  ]
  if (inPart.length > 0) {
    const issues = inPart.map((column) => ofPart(part.fileName, columnMissing(column, part, dataset)))
    return { kind: 'refused', issues, part: part.fileId }
  }
  const inMain = [...join.to, ...dayColumns(join)].filter((column) => columnIndex(header, column) < 0)
  if (inMain.length > 0)
    return { kind: 'refused', issues: inMain.map((column) => columnMissing(column, part, dataset)) }
  const only = new Set(join.only?.values.map((word) => word.trim().toLowerCase()))
  return { ...part, start: header.length, key, to, onlyIndex, only }
}

const keyRepeated = ({ join }: Part, dataset: Issue['dataset'], row: number): Issue =>
  issue('JOIN_KEY_REPEATED', { ...say('joinKeyRepeated'), dataset, rows: [row], column: join.key.join(' + ') })

const rowMissing = ({ join, fileName }: Part, dataset: Issue['dataset'], row: number): Issue =>
  issue('JOIN_ROW_MISSING', {
    ...say('joinRowMissing', { file: fileName }),
    dataset,
    rows: [row],
    column: join.to.join(' + '),
  })

/** A row of a part of which nobody can tell when it holds. */
const undated = ({ join: { current = {} } }: Part, dataset: Issue['dataset'], row: number): Issue =>
  issue('DATE_UNREADABLE', {
    ...say('dateUnreadable', { field: 'rows', format: current.dateFormat ?? 'yyyy-MM-dd' }),
    dataset,
    rows: [row],
    column: current.from ?? current.to ?? null,
  })

const tooLarge = (dataset: Issue['dataset']): Issue =>
  issue('JOIN_TOO_LARGE', { ...say('joinTooLarge', partLimits), dataset })

/** Of the columns of a part those that are looked at, as they stand in its own file. */
const columnsInUse = ({ start, table }: Linked, wanted: ReadonlySet<number>): readonly number[] =>
  table.header.flatMap((_, index) => (wanted.has(start + index) ? [index] : []))

type Loaded = Linked & Pick<OpenPart, 'find'> & { readonly columns: readonly number[] }
type Noting = {
  readonly dataset: Issue['dataset']
  readonly issues: IssueGroups
  readonly room: PartRoom
  readonly header: readonly string[]
}

/** Reads a part into memory; answers why if it cannot be read. */
const load = async (
  part: Linked,
  wanted: ReadonlySet<number>,
  { dataset, issues, room, header }: Noting,
): Promise<Loaded | Extract<TableEvent, { readonly kind: 'refused' }>> => {
  const { table, key, onlyIndex, only, fileId } = part
  const columns = columnsInUse(part, wanted)
  const rows = openPart(part.join, room, { part: table.header, main: header })
  const refused = (why: Issue) => ({ kind: 'refused', issue: ofPart(part.fileName, why), part: fileId }) as const
  const counts = (cells: readonly string[]): boolean =>
    onlyIndex < 0 || only.has((cells[onlyIndex] ?? '').trim().toLowerCase())
  const add = ({ cells, row }: TableRow): boolean => {
    const text = counts(cells) ? joinKey(cells, key) : null
    const added = text === null || rows.add(text, { cells, row, inUse: columns.map((index) => cells[index] ?? '') })
    if (typeof added === 'object') issues.add(ofPart(part.fileName, keyRepeated(part, dataset, added.before)))
    if (added === 'undated') issues.add(ofPart(part.fileName, undated(part, dataset, row)))
    return added !== 'full'
  }
  for await (const event of table.events) {
    if (event.kind === 'refused') return refused(event.issue)
    if (event.kind === 'bad-row') issues.add(ofPart(part.fileName, event.issue))
    else if (!event.rows.every(add)) return refused(tooLarge(dataset))
  }
  return { ...part, find: rows.find, columns }
}

/** Adds the cells of the parts to a row of the main file. */
const extended = (main: TableRow, width: number, parts: readonly Loaded[], { dataset, issues }: Noting): TableRow => {
  const cells = [...main.cells, ...Array<string>(width - main.cells.length).fill('')]
  for (const part of parts) {
    const key = joinKey(cells, part.to)
    const found = key === null ? undefined : part.find(key, cells)
    if (key !== null && !found) issues.add(rowMissing(part, dataset, main.row))
    for (const [i, index] of part.columns.entries()) cells[part.start + index] = found?.[i] ?? ''
  }
  return { row: main.row, cells }
}

/** A row as bytes, always the same for the same cells. */
const bytesOf = (cells: readonly string[]): Uint8Array =>
  new TextEncoder().encode(cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))

/** Tells rows that are known from the others, in their order. */
export function* recognised(rows: readonly TableRow[], recognise: Recognise): Generator<Event> {
  let fresh: TableRow[] = []
  let known: number[] = []
  let first = 0
  const freshRun = (): Event[] => (fresh.length > 0 ? [{ kind: 'rows', rows: fresh }] : [])
  const knownRun = (): Event[] => (known.length > 0 ? [{ kind: 'known', row: first, known }] : [])
  for (const row of rows) {
    const found = recognise(bytesOf(row.cells))
    if (typeof found === 'number') {
      yield* freshRun()
      fresh = []
      if (row.row !== first + known.length) {
        yield* knownRun()
        known = []
      }
      if (known.length === 0) first = row.row
      known.push(found)
      continue
    }
    yield* knownRun()
    known = []
    fresh.push(found ? { ...row, marks: found.marks } : row)
  }
  yield* freshRun()
  yield* knownRun()
}

const linkAll = (main: OpenTable, parts: readonly Part[], dataset: Issue['dataset']) => {
  const linked: Linked[] = []
  const header = [...main.header]
  for (const part of parts) {
    const found = link(part, header, dataset)
    if ('kind' in found) return found
    linked.push(found)
    header.push(...part.table.header.map((column) => partColumn(part.join, column)))
  }
  return { header, linked }
}

/**
 * A file joined with its parts, as one table: one row for each of its rows, the columns of the parts behind its own. The parts are read
 * into memory, of each only the columns in use. Rows without a match have empty cells; row numbers are those of the file.
 * What is wrong with the parts is among the issues once the events are through.
 */
export const joinTables = (main: OpenTable, parts: readonly Part[], dataset: Issue['dataset']): Table => {
  const all = linkAll(main, parts, dataset)
  if ('kind' in all) return all
  const { header, linked } = all
  const ofParts = parts.flatMap((part) => part.table.issues.map((found) => ofPart(part.fileName, found)))
  let noted = groupIssues()

  async function* joined<Shaped extends Event>(
    columns: Iterable<number>,
    shape: (rows: readonly TableRow[]) => Iterable<Shaped>,
  ): AsyncGenerator<Shaped | TableEvent> {
    noted = groupIssues()
    const noting = { dataset, issues: noted, room: partRoom(), header }
    const needed = linked.flatMap(({ to, join }) => [
      ...to,
      ...dayColumns(join).map((column) => columnIndex(header, column)),
    ])
    const wanted = new Set([...columns, ...needed])
    const loaded: Loaded[] = []
    for (const part of linked) {
      const found = await load(part, wanted, noting)
      if ('kind' in found) {
        yield found
        return
      }
      loaded.push(found)
    }
    for await (const event of main.events)
      if (event.kind === 'rows') yield* shape(event.rows.map((row) => extended(row, header.length, loaded, noting)))
      else yield event
  }

  const asRows = (rows: readonly TableRow[]): readonly TableEvent[] => [{ kind: 'rows', rows }]
  return {
    kind: 'table',
    dialect: { ...main.dialect, delimiter: ',' },
    evidence: main.evidence,
    tables: main.tables,
    header,
    get issues() {
      return [...main.issues, ...ofParts, ...noted.all()]
    },
    missingCells: 0,
    due: () => linked.map(({ table }) => table.due?.() ?? null).reduce(earlierDay, main.due?.() ?? null),
    events: { [Symbol.asyncIterator]: () => joined(header.keys(), asRows) },
    eventsBut: (recognise: Recognise, { columns }: ColumnChoice) =>
      joined(columns, (rows) => recognised(rows, recognise)),
  }
}
