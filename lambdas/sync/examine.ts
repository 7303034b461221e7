import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { lastDay, settleRows } from '#core/files/settled-table.ts'
import type { KnownRowsEvent, Table, TableEvent } from '#core/files/table.ts'
import type { LinkedKeys } from '#core/ids/linked-keys.ts'
import type { Issue } from '#core/issues/issue.ts'
import { quoting } from '#core/issues/quoting.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { MappedRow, RowMapper } from '#core/mapping/mapped-row.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
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
  /** `part`: the id of the file to blame, if it is one that the file is joined with. */
  | { readonly kind: 'refused'; readonly issues: readonly Issue[]; readonly part?: string | undefined }
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
export const readingVersion = 5

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

/** Gathers rows as they are read here. */
const gatherRead = async (
  { addMapped, addKnown, addBad, finish }: Gathering,
  events: AsyncIterable<TableEvent | KnownRowsEvent>,
  map: RowMapper,
): Promise<Gathered | Refused> => {
  for await (const event of events) {
    if (event.kind === 'refused') return event
    if (event.kind === 'bad-row') addBad(event.issue)
    else if (event.kind === 'known')
      for (let i = 0; i < event.known.length; i += 1) addKnown(event.row + i, event.known[i] ?? 0)
    else for (const { row, cells, marks } of event.rows) addMapped(map(cells, row), marks)
  }
  return finish()
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
): Promise<Gathered | Refused> => {
  for await (const events of pieces)
    for (const event of events) {
      if (event.kind === 'refused') return event
      if (event.kind === 'bad-row') addBad(event.issue)
      else if (event.kind === 'known') for (let i = 0; i < event.count; i += 1) addKnown(event.row + i, event.index + i)
      else addTold(event)
    }
  return finish()
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
): Promise<Gathered | Refused> => {
  const { dataset, idOf, employees, rules, fill, keys, large } = input
  const { header, missingCells, dialect } = table
  const choice = { delimiter: dialect.delimiter, width: header.length - missingCells, columns }
  const gathering = () => gatherRows(dataset, idOf, input, rules, employees)
  const recognise = () => rowRecogniser(memory, choice, employees)
  const known = memory.size > 0 ? recognise : undefined
  const pieces =
    fill || keys
      ? undefined
      : inPieces(table, { file: large, dataset, mapping, rules, readingVersion, recognise: known })
  const events = table.eventsBut(recognise(), choice)
  if (!pieces) {
    const { rowsAlone } = large?.fanOut.limits ?? { rowsAlone: Number.POSITIVE_INFINITY }
    return gatherRead(gathering(), upTo(rowsAlone, events, tooLarge(dataset, 'fileTooLargeAlone', rowsAlone)), map)
  }
  const read = await gatherRead(gathering(), until(isLarge, events), map)
  return isLarge() ? gatherTold(gathering(), pieces()) : read
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
  if (settled.kind === 'refused') return settled
  const { table, mapping } = settled
  const compiled = compileMapping(mapping, table.header)
  if (compiled.kind === 'refused') return { kind: 'refused', issues: [...table.issues, ...compiled.issues] }
  const untold = input.rules?.untold(mapping) ?? []
  if (untold.length > 0) return { kind: 'refused', issues: untold }
  const reading = readingOf(table, mapping, input)
  const memory = input.afresh || base.head.reading !== reading ? emptyManifest : base
  const map: RowMapper = (cells, row) => fill(compiled.map(cells, row))
  const found = await gatherTable(input, { table, mapping, columns: compiled.columns, map, memory, isLarge })
  if ('kind' in found) return { kind: 'refused', issues: [...table.issues, found.issue], part: found.part }
  const contents = { ...found, dueAt: earlierDay(found.dueAt, table.due?.() ?? null) }
  const { ofAnybody } = quoting(input.rules?.quotes ?? 'all')
  return {
    kind: 'examined',
    header: read.header,
    contents,
    reading,
    issues: [...table.issues.map(ofAnybody), ...contents.issues],
  }
}
