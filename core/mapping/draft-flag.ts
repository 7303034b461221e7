import type { TableRow } from '#core/files/table.ts'
import { readBoolean } from '#core/values/boolean.ts'
import { isFlaw } from '#core/values/reading.ts'
import { headerWords } from './header-words.ts'
import type { CurrentRow } from './rows.ts'
import type { SampleColumn } from './sample-column.ts'

/** `Primary Job`, `Is Current`, `Hauptbeschäftigung`: which of several rows counts. */
const flagWords =
  /^(?:primary|main|current|haupt\p{L}*|aktuell\p{L}*|principal\p{L}*|actuel\p{L}*|actual|attuale|corrente|hoofd\p{L}*|huidig\p{L}*|atual|vigente)$/u

const mostly = 0.9

/** The column that marks one row of each person who has several, and its words for yes. */
export const flagOf = (
  columns: readonly SampleColumn[],
  key: SampleColumn,
  rows: readonly TableRow[],
): NonNullable<CurrentRow['flag']> | undefined => {
  const marksOne = ({ index }: SampleColumn): boolean => {
    const people = Map.groupBy(rows, ({ cells }) => (cells[key.index] ?? '').trim())
    const several = [...people.values()].filter((theirs) => theirs.length > 1)
    const marked = several.filter(
      (theirs) => theirs.filter(({ cells }) => readBoolean((cells[index] ?? '').trim()) === true).length === 1,
    )
    return several.length > 0 && marked.length >= several.length * mostly
  }
  const flag = columns.find(
    (column) =>
      headerWords(column.name).some((word) => flagWords.test(word)) &&
      column.values.length > 0 &&
      ![...column.distinct].some((word) => isFlaw(readBoolean(word))) &&
      marksOne(column),
  )
  return flag && { column: flag.name, values: [...flag.distinct].filter((word) => readBoolean(word) === true) }
}
