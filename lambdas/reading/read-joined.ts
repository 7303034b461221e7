import type { Dataset } from '#core/files/datasets.ts'
import { joinTables, type Part } from '#core/files/joined-table.ts'
import { lastDay, settleRows } from '#core/files/settled-table.ts'
import type { Table } from '#core/files/table.ts'
import { ofPart } from '#core/issues/of-part.ts'
import type { Join } from '#core/mapping/join.ts'
import { type OpenBytes, type ReadOptions, readTable } from './read-table.ts'

/** A file that another one is joined with. */
export type PartSource = {
  readonly join: Join
  readonly id: string
  readonly name: string
  readonly open: OpenBytes
}

export type JoinedOptions = ReadOptions & {
  readonly parts?: readonly PartSource[] | undefined
  /** Of several rows, those count that hold on this day, `yyyy-MM-dd`; without it the last ones. */
  readonly today?: string | undefined
}

type OpenTable = Extract<Table, { readonly kind: 'table' }>

/** The rows of a part of which one with each key counts, unless that depends on the row of the main file. */
const settlePart = (
  table: OpenTable,
  { key, current, day }: Join,
  dataset: Dataset = 'employees',
  today: string = lastDay,
) =>
  settleRows(table, { dataset, id: { columns: key }, fields: {}, ...(current && !day && { rows: { current } }) }, today)

const openParts = async (parts: readonly PartSource[], { dataset, today }: JoinedOptions) => {
  const opened: Part[] = []
  for (const { join, id, name, open } of parts) {
    const table = await readTable(open, { name, dataset, dialect: join.dialect, isDraft: true })
    if (table.kind === 'refused') return { ...table, issues: table.issues.map((each) => ofPart(name, each)), part: id }
    const settled = settlePart(table, join, dataset, today)
    if (settled.kind === 'refused')
      return { kind: 'refused' as const, issues: settled.issues.map((each) => ofPart(name, each)), part: id }
    opened.push({ join, fileId: id, fileName: name, table: settled.table })
  }
  return opened
}

/** Opens an export file as a table, joined with its parts if it has any. */
export const readJoined = async (open: OpenBytes, { parts = [], ...options }: JoinedOptions): Promise<Table> => {
  const table = await readTable(open, options)
  if (table.kind === 'refused' || parts.length === 0) return table
  const opened = await openParts(parts, options)
  return 'kind' in opened ? opened : joinTables(table, opened, options.dataset ?? null)
}
