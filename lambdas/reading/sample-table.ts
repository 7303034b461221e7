import type { Table, TableRow } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Dialect } from '#core/mapping/dialect.ts'
import type { Evidence } from '#core/mapping/evidence.ts'
import { type JoinedOptions, readJoined } from './read-joined.ts'
import type { OpenBytes } from './read-table.ts'

/** What a draft mapping is made from. */
export type TableSample =
  | Extract<Table, { readonly kind: 'refused' }>
  | {
      readonly kind: 'sample'
      readonly dialect: Dialect
      readonly evidence: readonly Evidence[]
      readonly tables: readonly string[]
      readonly header: readonly string[]
      readonly rows: readonly TableRow[]
      readonly issues: readonly Issue[]
    }

export const sampledRows = 1_000

/** The header and the first `limit` readable rows of a table. */
export const sampleOf = async (table: Table, limit = sampledRows): Promise<TableSample> => {
  if (table.kind === 'refused') return table
  const { dialect, evidence, tables, header } = table
  const rows: TableRow[] = []
  for await (const event of table.events) {
    if (event.kind === 'refused') return { kind: 'refused', issues: [...table.issues, event.issue] }
    if (event.kind === 'rows') for (const row of event.rows) rows.push(row)
    if (rows.length >= limit) break
  }
  return { kind: 'sample', dialect, evidence, tables, header, rows: rows.slice(0, limit), issues: table.issues }
}

/** The same of a file. */
export const sampleTable = async (open: OpenBytes, options: JoinedOptions, limit?: number): Promise<TableSample> =>
  sampleOf(await readJoined(open, options), limit)
