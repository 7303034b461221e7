import { groupIssues, type IssueGroups } from '#core/issues/group.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import { mappedColumns } from '#core/mapping/compile.ts'
import { mappedColumnMissing } from '#core/mapping/compile-issues.ts'
import {
  lookedUp,
  managerColumn,
  managerDirectory,
  managerLookups,
  withManagersLookedUp,
} from '#core/mapping/manager-lookup.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { cellIssue } from '#core/mapping/row-issues.ts'
import { columnsOfRows } from '#core/mapping/rows.ts'
import { remoteIdOf } from '#core/records/build.ts'
import { earlierDay } from '#core/values/zoned-day.ts'
import { currentRows, type Validity } from './current-rows.ts'
import { recognised } from './joined-table.ts'
import { joinKey } from './part-rows.ts'
import { isUndated, validityReader } from './row-validity.ts'
import type { KnownRowsEvent, Recognise, Table, TableEvent, TableRow } from './table.ts'

type OpenTable = Extract<Table, { readonly kind: 'table' }>
type Event = TableEvent | KnownRowsEvent

/** A table that could not be settled stays as it is, with the mapping for the rows as they are. */
export type Settled = { readonly table: OpenTable; readonly mapping: Mapping } & (
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'settled' }
)

/** Without a day, of rows that follow each other the last one counts. */
export const lastDay = '9999-12-31'

const columnMissing = (column: string, dataset: Mapping['dataset']): Issue =>
  issue('MAPPED_COLUMN_MISSING', { ...say('mappedColumnMissing', { column, field: 'rows' }), dataset, column })

/** Columns that name managers otherwise than by their ids, which the file does not have. */
const managersMissing = (mapping: Mapping, header: readonly string[]): readonly Issue[] => {
  const unused = header.filter((name) => !mappedColumns(mapping).some((column) => columnIndex([name], column) === 0))
  return lookedUp(mapping)
    .filter(({ column }) => columnIndex(header, column) < 0)
    .map(({ field, column }) => mappedColumnMissing(mapping.dataset, column, field, unused))
}

const managerAmbiguous = (row: number, column: string | undefined, example: string): Issue =>
  issue('MANAGER_AMBIGUOUS', {
    ...say('managerAmbiguous'),
    dataset: 'employees',
    rows: [row],
    column: column ?? null,
    example,
  })

/** Fills empty cells from the row above, row by row in the order of the file. */
export const filler = (indexes: readonly number[]) => {
  const above = new Map<number, string>()
  return (row: TableRow): TableRow => {
    if (indexes.length === 0) return row
    const cells = [...row.cells]
    for (const index of indexes) {
      const cell = (cells[index] ?? '').trim()
      if (cell === '') cells[index] = above.get(index) ?? ''
      else above.set(index, cell)
    }
    return { ...row, cells }
  }
}

const always: Validity = { from: null, to: null }

/** What has to be settled in a table, with its columns found. */
const planOf = (source: OpenTable, mapping: Mapping, today: string) => {
  const { header } = source
  const { fillDown = [], current } = mapping.rows ?? {}
  return {
    source,
    lookups: managerLookups(mapping, header),
    ids: mapping.id.columns.map((column) => columnIndex(header, column)),
    fillDown: fillDown.map((column) => columnIndex(header, column)),
    dataset: mapping.dataset,
    current: current && { today, read: validityReader(current, header), format: current.dateFormat },
  }
}
type Plan = ReturnType<typeof planOf>

/** Who is who and which rows count, by all rows. */
const survey = async ({ source, lookups, ids, fillDown, current }: Plan) => {
  const people = managerDirectory(lookups)
  const counting = current && currentRows(current.today)
  const fill = filler(fillDown)
  for await (const event of source.events) {
    if (event.kind !== 'rows') continue
    for (const row of event.rows.map(fill)) {
      const key = joinKey(row.cells, ids)
      if (key === null) continue
      people.add(remoteIdOf(key), row.cells)
      const validity = current?.read(row.cells) ?? always
      counting?.add(key, row.row, isUndated(validity) ? 'unreadable' : validity)
    }
  }
  return { people, counting }
}
type Surveyed = Awaited<ReturnType<typeof survey>>

/** Why a person with several rows has none that counts. */
const undated = ({ current, dataset }: Plan, row: TableRow): readonly Issue[] => {
  const validity = current?.read(row.cells) ?? always
  if (!isUndated(validity)) return []
  const context = { dataset, field: 'rows', column: validity.column, kind: 'date', format: current?.format } as const
  return [cellIssue('DATE_UNREADABLE', context, row.row, validity.text)]
}

/** A row as it counts, with the id of its manager behind its cells where that was looked up; nothing of a row that does not count. */
const settler = (plan: Plan, { people, counting }: Surveyed, noted: IssueGroups) => {
  const { source, lookups, ids } = plan
  return (row: TableRow): readonly TableRow[] => {
    const key = joinKey(row.cells, ids)
    if (key !== null && counting && !counting.isCurrent(key, row.row)) return []
    if (key !== null && counting?.isRepeated(key)) for (const each of undated(plan, row)) noted.add(each)
    if (lookups.length === 0) return [row]
    const { text, several } = people.find(key === null ? '' : remoteIdOf(key), row.cells)
    if (several !== undefined) noted.add(managerAmbiguous(row.row, source.header[several.index], several.text))
    const padding = Array<string>(Math.max(0, source.header.length - row.cells.length)).fill('')
    return [{ row: row.row, cells: [...row.cells, ...padding, text] }]
  }
}

const settledTable = (plan: Plan): OpenTable => {
  const { source, lookups, fillDown } = plan
  let due: string | null = null
  let noted = groupIssues()
  async function* events<Shaped extends Event>(
    shape: (rows: readonly TableRow[]) => Iterable<Shaped>,
  ): AsyncGenerator<Shaped | TableEvent> {
    noted = groupIssues()
    const surveyed = await survey(plan)
    due = surveyed.counting?.due() ?? null
    const fill = filler(fillDown)
    const settle = settler(plan, surveyed, noted)
    for await (const event of source.events)
      if (event.kind === 'rows') yield* shape(event.rows.map(fill).flatMap(settle))
      else yield event
  }
  const asRows = (rows: readonly TableRow[]): readonly TableEvent[] => [{ kind: 'rows', rows }]
  return {
    kind: 'table',
    dialect: { ...source.dialect, delimiter: ',' },
    evidence: source.evidence,
    tables: source.tables,
    header: lookups.length > 0 ? [...source.header, managerColumn] : source.header,
    get issues() {
      return [...source.issues, ...noted.all()]
    },
    missingCells: 0,
    events: { [Symbol.asyncIterator]: () => events(asRows) },
    eventsBut: (recognise: Recognise) => events((rows) => recognised(rows, recognise)),
    due: () => earlierDay(source.due?.() ?? null, due),
  }
}

/**
 * A table in which what only several rows tell together is settled: each person has the row that counts `today`, empty cells of blocks
 * are filled, and managers are named by ids. It is read twice; behind it rows are known, mapped and compared as any others.
 */
export const settleRows = (source: OpenTable, mapping: Mapping, today: string): Settled => {
  const { header } = source
  const columns = columnsOfRows(mapping.rows ?? {})
  const issues = [
    ...columns
      .filter((column) => columnIndex(header, column) < 0)
      .map((column) => columnMissing(column, mapping.dataset)),
    ...managersMissing(mapping, header),
  ]
  if (issues.length > 0) {
    const table: OpenTable = {
      ...source,
      header: [...header, managerColumn],
      get issues() {
        return source.issues
      },
    }
    return { kind: 'refused', issues, table, mapping: withManagersLookedUp(mapping) }
  }
  const plan = planOf(source, mapping, today)
  const isSettled = plan.lookups.length === 0 && columns.length === 0
  return { kind: 'settled', mapping: withManagersLookedUp(mapping), table: isSettled ? source : settledTable(plan) }
}
