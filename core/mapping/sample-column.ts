import type { TableRow } from '#core/files/table.ts'
import { saysNothing } from '#core/values/nothing.ts'

/** What the rows behind the sample tell of a column. */
export type LaterValues = {
  /** The first of them, of a column that the sample leaves empty. */
  readonly values: readonly string[]
  /** How many dates can be read with the day first only, and with the month first only. */
  readonly dayFirst: number
  readonly monthFirst: number
  /** The first row that tells the two apart. */
  readonly tellingRow?: number
}

/** A column of the sample a draft is made from. */
export type SampleColumn = {
  readonly index: number
  readonly name: string
  /** Its filled cells, trimmed, in order, without those that only say that there is no value. */
  readonly values: readonly string[]
  readonly distinct: ReadonlySet<string>
  /** Share of the rows that fill it, 0 to 1; 0 without rows. */
  readonly filled: number
  /** Words of the column that say that there is no value, as they are written. */
  readonly empty: readonly string[]
  /** What the rows behind the sample tell of it, where they were looked at. */
  readonly later?: LaterValues
}

/** What is no value in a column that has others, though it might be one in another column. */
const hardlyAValue = /^(?:nd|\.|\?|#ref!|#value!)$/i

export const isEmptied = (cell: string): boolean => saysNothing(cell) || hardlyAValue.test(cell)

/** A column that the sample leaves empty has the values of later rows. */
export const sampleColumns = (
  header: readonly string[],
  rows: readonly TableRow[],
  laterValues?: ReadonlyMap<number, LaterValues>,
): readonly SampleColumn[] =>
  header.map((name, index) => {
    const cells = rows.map((row) => (row.cells[index] ?? '').trim()).filter((cell) => cell !== '')
    const found = cells.filter((cell) => !isEmptied(cell))
    const later = laterValues?.get(index)
    const values = found.length > 0 ? found : (later?.values ?? [])
    return {
      index,
      name,
      values,
      distinct: new Set(values),
      filled: rows.length === 0 ? 0 : found.length / rows.length,
      empty: [...new Set(cells.filter(isEmptied))],
      ...(later && { later }),
    }
  })

/** Share of the values that pass a test; 1 when there are none. */
export const share = (values: Iterable<string>, test: (value: string) => boolean): number => {
  const all = [...values]
  return all.length === 0 ? 1 : all.filter(test).length / all.length
}
