import type { BuiltRecord } from '#core/records/built-record.ts'

/** Days that a file covers, `yyyy-MM-dd`, and which of the records missing from it may be there all the same. */
export type Window = {
  readonly oldest: string
  readonly newest: string
  readonly quarantined: ReadonlySet<string>
  readonly rowsWithoutId: number
}

/** What a file came to: its accepted records with their rows, what they mention, and who was quarantined. */
export type FileContents = {
  readonly records: ReadonlyMap<string, { readonly row: number; readonly record: BuiltRecord }>
  readonly derived: ReadonlyMap<string, BuiltRecord>
  readonly quarantined: ReadonlySet<string>
  readonly rowsWithoutId: number
  /** The days it covers, where several files were merged; else those of its records. */
  readonly windows?: readonly Window[]
}
