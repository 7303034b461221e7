import { cellEnd } from './cut-columns.ts'

/** How many cells a record has, and how many up to the last one that holds something. */
export type RecordShape = { readonly cells: number; readonly filled: number }

const quote = 0x22
const isVisible = (byte: number | undefined): boolean => byte !== undefined && byte > quote && byte < 0x7f

/** The shape of a record (UTF-8, without its line end); `undefined` when only a parser can tell, or nothing may be in it. */
export const shapeReader = (delimiter: string): ((record: Uint8Array) => RecordShape | undefined) => {
  const delimiterByte = delimiter.charCodeAt(0)

  const countCells = (record: Uint8Array): number => {
    let cells = 1
    for (let end = cellEnd(record, 0, delimiterByte); end < record.length; cells += 1) {
      if (end < 0) return 0
      end = cellEnd(record, end + 1, delimiterByte)
    }
    return cells
  }

  return (record) => {
    const cells = countCells(record)
    let last = record.length - 1
    while (record[last] === delimiterByte) last -= 1
    const filled = cells - (record.length - 1 - last)
    const holdsSomething = isVisible(record[record[last] === quote ? last - 1 : last])
    return cells > 0 && holdsSomething ? { cells, filled } : undefined
  }
}
