import type { FieldType } from '#core/mapping/fields.ts'
import { isFlaw } from '#core/values/reading.ts'
import { valueReader } from '#core/values/value-reader.ts'
import type { WordCount } from './client.ts'
import type { ColumnSource } from './edits.ts'

/** What a word of the file becomes: a unified value, nothing (null), or `undefined` where nobody has said it. */
type Meaning = string | null | undefined

export type WordRow = WordCount & { readonly meaning: Meaning }

const tableKey = (word: string): string => word.trim().toLowerCase()

/** What each word of a column becomes, as a sync would read it. */
export const wordRows = (
  field: string,
  type: FieldType,
  { values }: ColumnSource,
  words: readonly WordCount[],
): readonly WordRow[] => {
  const table = new Map(Object.entries(values ?? {}).map(([word, value]) => [tableKey(word), value]))
  const read = valueReader(field, type, { ownWords: values !== undefined })
  const meaningOf = (word: string): Meaning => {
    const said = table.get(tableKey(word))
    if (said === null || said === '') return null
    const reading = read(said ?? word)
    return isFlaw(reading) || reading === undefined ? undefined : reading === null ? null : String(reading)
  }
  return words.map((word) => ({ ...word, meaning: meaningOf(word.value) }))
}

/** The source with another meaning of a word. A table of its own replaces the words that are known anyway, so all are written down. */
export const withWord = (
  source: ColumnSource,
  rows: readonly WordRow[],
  word: string,
  meaning: Meaning,
): ColumnSource => {
  const said = rows.flatMap((row): [string, string | null][] =>
    row.meaning === undefined ? [] : [[row.value, row.meaning]],
  )
  const kept = [...Object.entries(source.values ?? {}), ...said].filter(([each]) => tableKey(each) !== tableKey(word))
  const entries: [string, string | null][] = meaning === undefined ? kept : [...kept, [word, meaning]]
  const byKey = new Map(entries.map((entry) => [tableKey(entry[0]), entry]))
  return { ...source, values: Object.fromEntries(byKey.values()) }
}
