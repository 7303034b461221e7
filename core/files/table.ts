import type { Issue } from '#core/issues/issue.ts'
import type { Dialect } from '#core/mapping/mapping.ts'

/** A row as cut from a file, before mapping. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] }

/** What reading the body of a table yields, in file order. After `refused` nothing follows, and nothing of the file may be applied. */
export type TableEvent =
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  /** A record that could not be cut into cells, or has the wrong number of them. */
  | { readonly kind: 'bad-row'; readonly row: number; readonly issue: Issue }
  | { readonly kind: 'refused'; readonly issue: Issue }

/** A file opened as a table: its dialect and column names are known, its rows stream. */
export type Table =
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | {
      readonly kind: 'table'
      readonly dialect: Dialect
      readonly header: readonly string[]
      /** Warnings about the file as a whole. */
      readonly issues: readonly Issue[]
      readonly events: AsyncIterable<TableEvent>
    }
