import type { RowMarks } from '#core/files/table.ts'
import type { BuiltRecord } from '#core/records/built-record.ts'

/** Days that a file covers, `yyyy-MM-dd`, and which of the records missing from it may be there all the same. */
export type Window = {
  readonly oldest: string
  readonly newest: string
  readonly quarantined: ReadonlySet<string>
  readonly rowsWithoutId: number
}

/** A record with its row; the marks are null when the row must be parsed again next time. */
export type FileRecord = { readonly row: number; readonly record: BuiltRecord; readonly marks: RowMarks | null }

/** What a file came to: its accepted records with their rows, what they mention, and who was quarantined. */
export type FileContents = {
  readonly records: ReadonlyMap<string, FileRecord>
  /** What rows say about the records they mention; the first one decides. Where a known row came first, it stays as it is. */
  readonly derived: ReadonlyMap<string, BuiltRecord>
  /** The row of the file where each committed row, by its number, stands as it was; 0 where it does not. */
  readonly known: Uint32Array
  readonly quarantined: ReadonlySet<string>
  readonly rowsWithoutId: number
  /** The days it covers, where several files were merged; else those of its records. */
  readonly windows?: readonly Window[]
}
