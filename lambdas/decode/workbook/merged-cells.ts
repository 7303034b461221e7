import type { Bytes } from '../bytes.ts'

/** Cells below one another that are shown as one: the column counts from 0, the rows as the sheet numbers them. */
export type Merged = { readonly column: number; readonly firstRow: number; readonly lastRow: number }

/** The number of a column by its letters, from 0; -1 where they are none. */
export const columnNumber = (letters: string): number => {
  let number = 0
  for (let i = 0; i < letters.length; i += 1) number = number * 26 + letters.charCodeAt(i) - 64
  return number - 1
}

/** The letters of a column by its number. */
export const columnLetters = (column: number): string =>
  (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const mergeCell = /<(?:\w+:)?mergeCell [^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g
const longestElement = 300
const maxMerged = 100_000

/** What is merged stands behind the cells in the file, so it is looked for first, in the bytes: parsing takes ten times as long. */
export const findMerged = async (sheet: Bytes): Promise<readonly Merged[]> => {
  const found: Merged[] = []
  let rest = ''
  for await (const chunk of sheet) {
    const text = rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')
    let end = 0
    if (text.includes('mergeCell'))
      for (const { 0: whole, 1: letters = '', 2: first = '', 3: last = '', index } of text.matchAll(mergeCell)) {
        end = index + whole.length
        if (Number(last) > Number(first) && found.length < maxMerged)
          found.push({ column: columnNumber(letters), firstRow: Number(first), lastRow: Number(last) })
      }
    rest = text.slice(Math.max(end, text.length - longestElement))
  }
  return found.toSorted((a, b) => a.firstRow - b.firstRow)
}

/** Repeats the value of merged cells in each of their rows, in their first column. Rows are given in their order. */
export const mergedFiller = (merged: readonly Merged[]) => {
  let next = 0
  // Cells are part of one at most: of those that overlap the last counts.
  const active = new Map<number, { readonly lastRow: number; readonly text: string }>()
  return (row: number, cells: (string | undefined)[]): void => {
    for (const [column, { lastRow, text }] of active)
      if (lastRow >= row) cells[column] ||= text
      else active.delete(column)
    for (let each = merged[next]; each && each.firstRow <= row; next += 1, each = merged[next]) {
      const text = cells[each.column]
      if (each.firstRow === row && text) active.set(each.column, { lastRow: each.lastRow, text })
    }
  }
}
