import { takenPart } from '#core/mapping/compile-field.ts'
import type { FieldType } from '#core/mapping/fields.ts'
import { isFlaw } from '#core/values/reading.ts'
import { valueReader } from '#core/values/value-reader.ts'
import type { WordCount } from './client.ts'
import type { ColumnSource } from './edits.ts'

/** What a word of the file becomes: a unified value, nothing (null), or `undefined` where nobody has said it. */
type Meaning = string | null | undefined

export type WordRow = WordCount & { readonly meaning: Meaning }

/** Words of a table are the same word in whatever case. */
export const tableKey = (word: string): string => word.trim().toLowerCase()

/** The words that a table is asked for: of each cell the part that counts, none that says nothing, and those of the table that no row has. */
export const wordsAsRead = ({ part, empty = [], values = {} }: ColumnSource, words: readonly WordCount[]) => {
  const blank = new Set(empty.map(tableKey))
  const counts = new Map<string, number>()
  for (const { value, count } of words) {
    const word = part ? takenPart(part, value) : value
    if (word !== '' && !blank.has(tableKey(value))) counts.set(word, (counts.get(word) ?? 0) + count)
  }
  const seen = new Set([...counts.keys()].map(tableKey))
  for (const word of Object.keys(values)) if (!seen.has(tableKey(word))) counts.set(word, 0)
  return [...counts].map(([value, count]) => ({ value, count }))
}

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
