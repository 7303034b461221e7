import { columnIndex } from './columns.ts'
import type { Mapping } from './mapping.ts'

/** What the id columns of a row say, joined by U+001F, as far as they are filled; undefined when a file has not all of them. */
export const rowKeys = (
  { id }: Pick<Mapping, 'id'>,
  header: readonly string[],
): ((cells: readonly string[]) => string) | undefined => {
  const ids = id.columns.map((name) => columnIndex(header, name))
  if (ids.includes(-1)) return undefined
  return (cells) => ids.map((index) => (cells[index] ?? '').trim()).join('\u001f')
}
