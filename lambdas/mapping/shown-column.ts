import type { TableRow } from '#core/files/table.ts'
import { mask } from '#core/mapping/mask.ts'
import { type SampleColumn, share } from '#core/mapping/sample-column.ts'
import { type Turn, turnOf } from '#core/values/date-turn.ts'

const shownExamples = 3
const maxShownCell = 200
const half = 0.5

export const shortened = (text: string): string =>
  text.length > maxShownCell ? `${text.slice(0, maxShownCell)}…` : text

/** Masked values often look the same: each shape is shown once. */
const examplesOf = ({ distinct }: SampleColumn, masked: boolean): readonly string[] =>
  [...new Set(distinct.values().map((value) => shortened(masked ? mask(value) : value)))].slice(0, shownExamples)

type DayOrder = { readonly order: Turn; readonly row: number }

/** The first row of a column of dates that tells day from month; null where there is none, or the column holds something else. */
const dayOrderOf = ({ index, values, later }: SampleColumn, rows: readonly TableRow[]): DayOrder | null => {
  if (share(values, (value) => turnOf(value) !== undefined) < half) return null
  for (const { row, cells } of rows) {
    const order = turnOf((cells[index] ?? '').trim())
    if (order !== undefined && order !== 'either') return { order, row }
  }
  if (later?.tellingRow === undefined) return null
  return { order: later.dayFirst >= later.monthFirst ? 'dayFirst' : 'monthFirst', row: later.tellingRow }
}

/** A column as the page shows it, with what the rows that it was sampled from tell. */
export const shownColumn = (column: SampleColumn, masked: boolean, rows: readonly TableRow[]) => ({
  name: column.name,
  filled: Math.round(column.filled * 1000) / 1000,
  distinct: column.distinct.size,
  examples: examplesOf(column, masked),
  masked,
  day_order: dayOrderOf(column, rows),
})
