import { columnIndex } from '#core/mapping/columns.ts'
import type { CurrentRow } from '#core/mapping/rows.ts'
import { dateReader } from '#core/values/date.ts'
import { saysNothing } from '#core/values/nothing.ts'
import { isFlaw } from '#core/values/reading.ts'
import { wordKey } from '#core/values/word-key.ts'
import type { Validity } from './current-rows.ts'

/** What stands where a row has no end. Per language: English, German, French, Italian, Spanish, Dutch, Portuguese. */
const openEnds: ReadonlySet<string> = new Set(
  'present|current|today|now|ongoing|open|open ended|heute|aktuell|laufend|offen|unbefristet|present|actuel|en cours|indeterminee|presente|attuale|in corso|indeterminato|actual|actualidad|vigente|indefinido|heden|huidig|lopend|onbepaald|atual|indeterminado|until further notice|bis auf weiteres'.split(
    '|',
  ),
)

/** A cell that was to say from when or until when a row holds, and is no day. */
export type Undated = { readonly column: string; readonly text: string }

export const isUndated = (validity: Validity | Undated | string | null): validity is Undated =>
  typeof validity === 'object' && validity !== null && 'column' in validity

/** Reads from when and until when a row holds. */
export const validityReader = ({ from, to, dateFormat, flag }: CurrentRow, header: readonly string[]) => {
  const index = (column: string | undefined): number => (column === undefined ? -1 : columnIndex(header, column))
  const [fromAt, toAt, flagAt] = [index(from), index(to), index(flag?.column)]
  const words = new Set(flag?.values.map((word) => word.trim().toLowerCase()))
  const read = dateReader(dateFormat)
  const dayAt = (cells: readonly string[], at: number): string | null | Undated => {
    const text = at < 0 ? '' : (cells[at] ?? '').trim()
    if (text === '') return null
    const day = read(text)
    if (!isFlaw(day)) return typeof day === 'string' ? day : null
    const isOpen = saysNothing(text) || (at === toAt && openEnds.has(wordKey(text)))
    return isOpen ? null : { column: header[at] ?? '', text }
  }
  return (cells: readonly string[]): Validity | Undated => {
    const [first, last] = [dayAt(cells, fromAt), dayAt(cells, toAt)]
    if (isUndated(first)) return first
    if (isUndated(last)) return last
    const isFlagged = flagAt < 0 || words.has((cells[flagAt] ?? '').trim().toLowerCase())
    // A row without the flag is over since ever.
    return isFlagged ? { from: first, to: last } : { from: first, to: '0000-00-00' }
  }
}
