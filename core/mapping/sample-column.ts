import type { TableRow } from '#core/files/table.ts'

/** A column of the sample a draft is made from. */
export type SampleColumn = {
  readonly index: number
  readonly name: string
  /** Its filled cells, trimmed, in order. */
  readonly values: readonly string[]
  readonly distinct: ReadonlySet<string>
  /** Share of the rows that fill it, 0 to 1; 0 without rows. */
  readonly filled: number
}

export const sampleColumns = (header: readonly string[], rows: readonly TableRow[]): readonly SampleColumn[] =>
  header.map((name, index) => {
    const values = rows.map(({ cells }) => (cells[index] ?? '').trim()).filter((value) => value !== '')
    return {
      index,
      name,
      values,
      distinct: new Set(values),
      filled: rows.length === 0 ? 0 : values.length / rows.length,
    }
  })

/** Share of the values that pass a test; 1 when there are none. */
export const share = (values: Iterable<string>, test: (value: string) => boolean): number => {
  const all = [...values]
  return all.length === 0 ? 1 : all.filter(test).length / all.length
}
