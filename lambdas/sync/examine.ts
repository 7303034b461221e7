import { datasetTraits } from '#core/files/datasets.ts'
import { lastDay, settleRows } from '#core/files/settled-table.ts'
import type { Table } from '#core/files/table.ts'
import { unapplied } from '#core/issues/consequence.ts'
import type { Issue } from '#core/issues/issue.ts'
import { quoting } from '#core/issues/quoting.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { cellDelimiter } from '#core/mapping/dialect.ts'
import { partColumn } from '#core/mapping/join.ts'
import { managerColumn, withManagersLookedUp } from '#core/mapping/manager-lookup.ts'
import type { MappedRow, RowMapper } from '#core/mapping/mapped-row.ts'
import type { Mapping, Source } from '#core/mapping/mapping.ts'
import { withReferenceColumns } from '#core/mapping/reference-columns.ts'
import { inDateOrder } from '#core/mapping/watch-date-order.ts'
import { emptyManifest, type ManifestTable } from '#core/sync/manifest-table.ts'
import { earlierDay } from '#core/values/zoned-day.ts'
import { readJoined } from '../reading/read-joined.ts'
import type { OpenBytes } from '../reading/read-table.ts'
import { inPieces, measuredText, tooLarge } from './chunks/large-file.ts'
import type { Examined, ExamineInput } from './examined.ts'
import { type Found, gatherRead, gatherTold, until, upTo } from './gather-events.ts'
import { gatherRows } from './gather-rows.ts'
import { rowRecogniser } from './recognise-rows.ts'
import { survey } from './survey.ts'

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

/** A mapping without what comes from the files that a file is joined with. */
const ofMainAlone = (mapping: Mapping): Mapping => {
  const names = (mapping.joins ?? []).map((join) => partColumn(join, ''))
  const isOwn = (source: Source): boolean =>
    source.from !== 'column' || !names.some((name) => source.column.startsWith(name))
  const own = Object.entries<readonly Source[]>(mapping.fields).map(([field, sources]) => [
    field,
    sources.filter(isOwn),
  ])
  return { ...mapping, fields: Object.fromEntries(own) }
}

/** What is wrong with a file that cannot be joined. */
const surveyAlone = async (
  input: ExamineInput,
  open: OpenBytes,
  refused: Extract<Examined, { readonly kind: 'refused' }>,
): Promise<Examined> => {
  const { name, dataset, mapping } = input
  const table = await readJoined(open, { name, dataset, dialect: mapping.dialect ?? {}, ids: mapping.id.columns })
  if (table.kind === 'refused') return refused
  const within = input.rules?.mapping(mapping, table.header) ?? mapping
  const compiled = compileMapping(withManagersLookedUp(ofMainAlone(within)), [...table.header, managerColumn])
  const ofColumns = compiled.kind === 'refused' ? compiled.issues : []
  const isTold = mapping.rows === undefined && (compiled.kind === 'compiled' || compiled.hasIds)
  return survey(input, { table, why: [...refused.issues, ...ofColumns], map: compiled.map, isTold })
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
  if (read.kind === 'refused') return read.part === undefined && parts?.length ? surveyAlone(input, open, read) : read
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
