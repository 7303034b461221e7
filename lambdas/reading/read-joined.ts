import { joinTables, type Part } from '#core/files/joined-table.ts'
import type { Table } from '#core/files/table.ts'
import type { Join } from '#core/mapping/join.ts'
import { type OpenBytes, type ReadOptions, readTable } from './read-table.ts'

/** A file that another one is joined with. */
export type PartSource = {
  readonly join: Join
  readonly id: string
  readonly name: string
  readonly open: OpenBytes
}

export type JoinedOptions = ReadOptions & { readonly parts?: readonly PartSource[] | undefined }

const openParts = async (parts: readonly PartSource[], { dataset }: ReadOptions) => {
  const opened: Part[] = []
  for (const { join, id, name, open } of parts) {
    const table = await readTable(open, { name, dataset })
    if (table.kind === 'refused')
      return {
        ...table,
        issues: table.issues.map((each) => ({ ...each, message: `${name}: ${each.message}` })),
        part: id,
      }
    opened.push({ join, fileId: id, fileName: name, table })
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
