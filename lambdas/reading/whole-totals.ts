import { type ColumnChoice, cellEnd } from '#core/files/cut-columns.ts'
import type { Recognise } from '#core/files/table.ts'
import { mayStandInTotals } from '#core/files/totals.ts'

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** The text of a cell as it stands in a record, outer quotes aside; `undefined` when only a parser can tell. */
const textAt = (record: Uint8Array, place: number, delimiter: number): string | undefined => {
  let start = 0
  for (let cell = 0; cell < place; cell += 1) {
    const end = cellEnd(record, start, delimiter)
    if (end < 0) return undefined
    start = end + 1
  }
  if (isDigit(record[start])) return '0'
  const end = cellEnd(record, start, delimiter)
  return end < 0 ? undefined : Buffer.from(record.subarray(start, end)).toString().replaceAll('"', '')
}

/** Has rows that may hold totals parsed with all their cells: what tells them from people may stand in columns that nobody reads. */
export const withTotalsWhole = (
  recognise: Recognise,
  { delimiter, columns }: ColumnChoice,
  [id]: readonly number[],
): Recognise => {
  const place = id === undefined ? -1 : columns.indexOf(id)
  if (place < 0) return recognise
  const delimiterByte = delimiter.charCodeAt(0)
  return (record) => {
    const found = recognise(record)
    if (typeof found !== 'object' || !found.cells) return found
    const text = textAt(found.cells, place, delimiterByte)
    return text === undefined || mayStandInTotals(text) ? { ...found, cells: undefined } : found
  }
}
