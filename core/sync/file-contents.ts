import type { FileTable } from './file-table.ts'
import type { IdSet } from './id-table.ts'

/** Days that a file covers, `yyyy-MM-dd`, and which of the records missing from it may be there all the same. */
export type Window = {
  readonly oldest: string
  readonly newest: string
  readonly quarantined: Iterable<string> & IdSet
  readonly rowsWithoutId: number
}

/** What a file came to: the records that its rows give, those that came into being by mention among them, and who was quarantined. */
export type FileContents = {
  /** A record that rows mention is what the first of them says. Where a known row came first, it stays as it is. */
  readonly table: FileTable
  /** The row of the file where each committed row, by its number, stands as it was; 0 where it does not. */
  readonly known: Uint32Array
  readonly quarantined: Iterable<string> & IdSet
  readonly rowsWithoutId: number
  /** Ids of people whom the filter leaves out: they go, uncounted and without a word. */
  readonly dropped?: ReadonlySet<string>
  /** Ids of people whom the filter leaves out and who stay all the same, until somebody approves that they go. */
  readonly withheld?: ReadonlySet<string>
  /** Ids of committed records that it gives under another one, since what they are called was linked, or unlinked. */
  readonly successors?: ReadonlyMap<string, string>
  /** The days it covers, where several files were merged, or none was read; else those of its records. */
  readonly windows?: readonly Window[]
}
