import type { TableRow } from '#core/files/table.ts'
import { turnOf } from '#core/values/date-turn.ts'
import { isEmptied, type LaterValues, type SampleColumn, share } from './sample-column.ts'

const enoughValues = 100
const half = 0.5

/** Columns of which later rows may tell more: those of dates that could be turned round, and those without values so far. */
export const columnsToFollow = (columns: readonly SampleColumn[]): readonly number[] =>
  columns
    .filter(({ values }) => values.length === 0 || share(values, (value) => turnOf(value) !== undefined) >= half)
    .map(({ index }) => index)

type Tally = { values: string[]; dayFirst: number; monthFirst: number; tellingRow?: number }

/** Notes what rows tell of columns, in little memory however many there are. */
export const laterTally = (columns: readonly SampleColumn[], followed: readonly number[]) => {
  const blank = new Set(columns.filter(({ values }) => values.length === 0).map(({ index }) => index))
  const tallies = new Map(followed.map((index): [number, Tally] => [index, { values: [], dayFirst: 0, monthFirst: 0 }]))
  return {
    add: ({ row, cells }: TableRow): void => {
      for (const [index, tally] of tallies) {
        const text = (cells[index] ?? '').trim()
        if (text === '') continue
        if (blank.has(index) && tally.values.length < enoughValues && !isEmptied(text)) tally.values.push(text)
        const turn = turnOf(text)
        if (turn === undefined || turn === 'either') continue
        tally[turn] += 1
        tally.tellingRow ??= row
      }
    },
    all: (): ReadonlyMap<number, LaterValues> => tallies,
  }
}
