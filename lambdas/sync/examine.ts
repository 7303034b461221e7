import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { lastDay, settleRows } from '#core/files/settled-table.ts'
import type { KnownRowsEvent, Table, TableEvent } from '#core/files/table.ts'
import type { LinkedKeys } from '#core/ids/linked-keys.ts'
import { unapplied } from '#core/issues/consequence.ts'
import type { Issue } from '#core/issues/issue.ts'
import { quoting } from '#core/issues/quoting.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { cellDelimiter } from '#core/mapping/dialect.ts'
import type { MappedRow, RowMapper } from '#core/mapping/mapped-row.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { inDateOrder } from '#core/mapping/watch-date-order.ts'
import { withReferenceColumns } from '#core/mapping/reference-columns.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { emptyManifest, type ManifestTable } from '#core/sync/manifest-table.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import { earlierDay } from '#core/values/zoned-day.ts'
import { type PartSource, readJoined } from '../reading/read-joined.ts'
import type { OpenBytes } from '../reading/read-table.ts'
import type { GatherRoom } from './accept-row.ts'
import type { LargeEvent } from './chunks/fan-out-port.ts'
import { inPieces, type LargeFile, measuredText, tooLarge } from './chunks/large-file.ts'
import { type Gathered, gatherRows } from './gather-rows.ts'
import { rowRecogniser } from './recognise-rows.ts'
import type { RecordIdOf } from './record-numbers.ts'

export type Examined =
  | {
      readonly kind: 'refused'
      readonly issues: readonly Issue[]
      /** The id of the file to blame, if it is one that the file is joined with. */
      readonly part?: string | undefined
      /** How many rows could be looked at all the same. */
      readonly rows?: number
      /** What these would have given, if they are all. */
      readonly contents?: Gathered
    }
  | {
      readonly kind: 'examined'
      /** The names of its columns. */
      readonly header: readonly string[]
      readonly contents: Gathered
      /** Names how the rows were read and mapped; null when some were otherwise than others. */
      readonly reading: string | null
      readonly issues: readonly Issue[]
    }

export type ExamineInput = {
  readonly open: OpenBytes
  readonly name: string
  /** The files that it is joined with. */
  readonly parts?: readonly PartSource[] | undefined
  readonly dataset: Dataset
  readonly mapping: Mapping
  readonly idOf: RecordIdOf
  readonly hash: ContentHash
  /** Takes what the rows give. */
  readonly scratch: GatherRoom['scratch']
  /** What is committed. Rows that it remembers, read and mapped as now, are not read again. */
  readonly base: ManifestTable
  /** Take no row for known. */
  readonly afresh: boolean
  readonly employees: PresentIds
  /** Completes rows by what earlier files said. */
  readonly fill?: (row: MappedRow) => MappedRow
  /** Absent where every record is called what its id is made of. */
  readonly keys?: LinkedKeys | undefined
  /** Names the identities by which people are found. */
  readonly identities?: string
  /** Without any, a row becomes what the mapping alone makes of it. */
  readonly rules?: RowRules
  /** The day that counts where no rules say one, `yyyy-MM-dd`. */
  readonly today?: string | undefined
  /** The file as one that others may tell in pieces. */
  readonly large?: LargeFile | undefined
}

/** To be raised whenever the same cells would be read, mapped or built into something else than before. */
export const readingVersion = 6

type OpenTable = Extract<Table, { readonly kind: 'table' }>

/** Names everything but its bytes that decides what a row becomes, whose ids it gets among it: the manifest of other people knows none. */
const readingOf = (
  { header, dialect, missingCells }: OpenTable,
  { id, fields }: Mapping,
  {
    rules,
    hash,
    idOf,
    dataset,
    identities = '',
  }: Pick<ExamineInput, 'rules' | 'hash' | 'idOf' | 'dataset' | 'identities'>,
): string => {
  const nobody = idOf({ model: datasetTraits[dataset].model, key: '' })
  const how = [readingVersion, header, dialect.delimiter, missingCells, id, fields, rules?.name, nobody]
  return hash(JSON.stringify(identities === '' ? how : [...how, identities]))
}

const asMapped = (row: MappedRow): MappedRow => row

type Gathering = ReturnType<typeof gatherRows>
type Refused = { readonly kind: 'refused'; readonly issue: Issue; readonly part?: string | undefined }

/** What was gathered, and why nothing of it may be applied, if so. */
type Found = { readonly contents: Gathered; readonly refused?: Refused }

/** Gathers rows as they are read here. */
const gatherRead = async (
  { addMapped, addKnown, addBad, finish }: Gathering,
  events: AsyncIterable<TableEvent | KnownRowsEvent>,
  map: RowMapper,
): Promise<Found> => {
  for await (const event of events) {
    if (event.kind === 'refused') return { contents: finish(), refused: event }
    if (event.kind === 'bad-row') addBad(event.issue)
    else if (event.kind === 'known')
      for (let i = 0; i < event.known.length; i += 1) addKnown(event.row + i, event.known[i] ?? 0)
    else for (const { row, cells, marks } of event.rows) addMapped(map(cells, row), marks)
  }
  return { contents: finish() }
}

const lastRow = (event: Exclude<TableEvent, { readonly kind: 'refused' }> | KnownRowsEvent): number => {
  if (event.kind === 'rows') return event.rows.at(-1)?.row ?? 0
  return event.kind === 'known' ? event.row + event.known.length - 1 : event.row
}

/** The events of a table that has no more rows than that. */
async function* upTo(
  rows: number,
  events: AsyncIterable<TableEvent | KnownRowsEvent>,
  refused: Refused,
): AsyncGenerator<TableEvent | KnownRowsEvent> {
  for await (const event of events) {
    if (event.kind !== 'refused' && lastRow(event) > rows) return yield refused
    yield event
  }
}

async function* until<Event>(isOver: () => boolean, events: AsyncIterable<Event>): AsyncGenerator<Event> {
  if (isOver()) return
  for await (const event of events) {
    yield event
    if (isOver()) return
  }
}

/** Gathers rows that others have told. */
const gatherTold = async (
  { addTold, addKnown, addBad, finish }: Gathering,
  pieces: AsyncIterable<Iterable<LargeEvent>>,
): Promise<Found> => {
  for await (const events of pieces)
    for (const event of events) {
      if (event.kind === 'refused') return { contents: finish(), refused: event }
      if (event.kind === 'bad-row') addBad(event.issue)
      else if (event.kind === 'known') for (let i = 0; i < event.count; i += 1) addKnown(event.row + i, event.index + i)
      else addTold(event)
    }
  return { contents: finish() }
}

type Compiled = {
  readonly table: OpenTable
  readonly mapping: Mapping
  readonly columns: readonly number[]
  readonly map: RowMapper
  /** What is remembered of rows that are read and mapped as now. */
  readonly memory: ManifestTable
  readonly isLarge: () => boolean
}

/** Gathers the rows of a table; those of a large one as others tell them, where a row alone says what it is. */
const gatherTable = async (
  input: ExamineInput,
  { table, mapping, columns, map, memory, isLarge }: Compiled,
): Promise<Found> => {
  const { dataset, idOf, employees, rules, fill, keys, large } = input
  const { header, missingCells, dialect } = table
  const choice = { delimiter: cellDelimiter(dialect.delimiter), width: header.length - missingCells, columns }
  const gathering = () => gatherRows(dataset, idOf, input, rules, employees)
  const recognise = () => rowRecogniser(memory, choice, employees)
  const known = memory.size > 0 ? recognise : undefined
  const pieces =
    fill || keys
      ? undefined
      : inPieces(table, { file: large, dataset, mapping, rules, readingVersion, recognise: known })
  const events = inDateOrder(table.eventsBut(recognise(), choice), mapping, header)
  if (!pieces) {
    const { rowsAlone } = large?.fanOut.limits ?? { rowsAlone: Number.POSITIVE_INFINITY }
    return gatherRead(gathering(), upTo(rowsAlone, events, tooLarge(dataset, 'fileTooLargeAlone', rowsAlone)), map)
  }
  const read = await gatherRead(gathering(), until(isLarge, events), map)
  return isLarge() ? gatherTold(gathering(), pieces()) : read
}

/** How many rows of a file that is refused already are looked at. */
const maxSurveyed = 1_000_000

async function* firstOf(rows: number, events: AsyncIterable<TableEvent>): AsyncGenerator<TableEvent> {
  for await (const event of events) {
    if (event.kind !== 'refused' && lastRow(event) > rows) return
    yield event
  }
}

type Unusable = {
  readonly table: OpenTable
  readonly why: readonly Issue[]
  readonly map: RowMapper
  /** Whether it can be told which rows are about the same. */
  readonly isTold: boolean
}

/** Nobody can tell for certain whom a filter leaves out, nor without ids who was erased: nothing is quoted then. */
const withoutJudge = ({ judge, ...rules }: RowRules, isTold: boolean): RowRules =>
  judge || (!isTold && rules.suppressed?.size) ? { ...rules, quotes: 'none' } : rules

/** Says of a file that cannot be applied what is wrong with its rows as well: nobody is to learn of it one upload after the other. */
const survey = async (input: ExamineInput, { table, why, map, isTold }: Unusable): Promise<Examined> => {
  const { dataset, idOf, employees } = input
  const rules = input.rules && withoutJudge(input.rules, isTold)
  const { contents, refused } = await gatherRead(
    gatherRows(dataset, idOf, input, rules, employees),
    firstOf(maxSurveyed, table.events),
    map,
  )
  const found = isTold ? contents.issues : contents.issues.filter(({ code }) => code !== 'ID_DUPLICATE')
  const { ofAnybody } = quoting(rules?.quotes ?? 'all')
  const issues = [...why, ...table.issues.map(ofAnybody), ...(refused ? [refused.issue] : []), ...found]
  return {
    kind: 'refused',
    issues: withReferenceColumns(issues, input.mapping).map(unapplied('refused')),
    part: refused?.part,
    rows: contents.rows,
    ...(isTold && !refused ? { contents } : {}),
  }
}

/** Reads a whole file under a mapping: what it holds, what is quarantined, and everything that is wrong with it. Nothing is written. */
export const examineFile = async (input: ExamineInput): Promise<Examined> => {
  const { name, parts, dataset, base, fill = asMapped } = input
  const today = input.rules?.today ?? input.today ?? lastDay
  const { open, isLarge } = measuredText(input.open, input.large)
  const read = await readJoined(open, {
    name,
    dataset,
    parts,
    today,
    dialect: input.mapping.dialect ?? {},
    ids: input.mapping.id.columns,
  })
  if (read.kind === 'refused') return read
  const within = input.rules?.mapping(input.mapping, read.header) ?? input.mapping
  const settled = settleRows(read, within, today)
  const { table, mapping } = settled
  const compiled = compileMapping(mapping, table.header)
  const untold = input.rules?.untold(mapping) ?? []
  if (settled.kind === 'refused' || compiled.kind === 'refused' || untold.length > 0) {
    const ofTable = settled.kind === 'refused' ? settled.issues : []
    const ofColumns = compiled.kind === 'refused' ? compiled.issues : []
    const isTold = ofTable.length === 0 && (compiled.kind === 'compiled' || compiled.hasIds)
    return survey(input, { table, why: [...ofTable, ...ofColumns, ...untold], map: compiled.map, isTold })
  }
  const reading = readingOf(table, mapping, input)
  const memory = input.afresh || base.head.reading !== reading ? emptyManifest : base
  const map: RowMapper = (cells, row) => fill(compiled.map(cells, row))
  const found = await gatherTable(input, { table, mapping, columns: compiled.columns, map, memory, isLarge })
  const { ofAnybody } = quoting(input.rules?.quotes ?? 'all')
  const told = (issues: readonly Issue[]) => withReferenceColumns(issues, input.mapping)
  if (found.refused) {
    const { issue, part } = found.refused
    const issues = [issue, ...table.issues.map(ofAnybody), ...found.contents.issues]
    return { kind: 'refused', issues: told(issues).map(unapplied('refused')), part, rows: found.contents.rows }
  }
  const contents = { ...found.contents, dueAt: earlierDay(found.contents.dueAt, table.due?.() ?? null) }
  return {
    kind: 'examined',
    header: read.header,
    contents,
    reading,
    issues: told([...table.issues.map(ofAnybody), ...contents.issues]),
  }
}
