import type { RecordRow } from './use-records.ts'

export type Sorting = { readonly column: number; readonly direction: 'ascending' | 'descending' }

type Value = string | number | boolean | null

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Empty cells come last, whichever way the rest is sorted. */
const compare = (a: Value, b: Value, sign: number): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * byText.compare(String(a), String(b))
}

/** The value of a row in a column: in the first one, -1, what it is called. */
const valueIn = (row: RecordRow, column: number): Value =>
  column < 0 ? (row.name ?? row.remote_id) : (row.cells[column] ?? null)

export const sortRows = (rows: readonly RecordRow[], sorting: Sorting | undefined): readonly RecordRow[] => {
  if (!sorting) return rows
  const { column, direction } = sorting
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => compare(valueIn(a, column), valueIn(b, column), sign))
}
