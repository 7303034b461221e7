import { columnIndex } from '#core/mapping/columns.ts'
import type { CurrentRow } from '#core/mapping/rows.ts'
import { dateReader } from '#core/values/date.ts'
import { isFlaw } from '#core/values/reading.ts'
import type { Validity } from './current-rows.ts'

/** Reads from when and until when a row holds. */
export const validityReader = ({ from, to, dateFormat, flag }: CurrentRow, header: readonly string[]) => {
  const index = (column: string | undefined): number => (column === undefined ? -1 : columnIndex(header, column))
  const [fromAt, toAt, flagAt] = [index(from), index(to), index(flag?.column)]
  const words = new Set(flag?.values.map((word) => word.trim().toLowerCase()))
  const read = dateReader(dateFormat)
  const dayAt = (cells: readonly string[], at: number): string | null | 'unreadable' => {
    const text = at < 0 ? '' : (cells[at] ?? '').trim()
    if (text === '') return null
    const day = read(text)
    if (isFlaw(day)) return 'unreadable'
    return typeof day === 'string' ? day : null
  }
  return (cells: readonly string[]): Validity | 'unreadable' => {
    const [first, last] = [dayAt(cells, fromAt), dayAt(cells, toAt)]
    if (first === 'unreadable' || last === 'unreadable') return 'unreadable'
    const isFlagged = flagAt < 0 || words.has((cells[flagAt] ?? '').trim().toLowerCase())
    // A row without the flag is over since ever.
    return isFlagged ? { from: first, to: last } : { from: first, to: '0000-00-00' }
  }
}
