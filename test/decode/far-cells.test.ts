import { describe, expect, it } from 'vitest'
import { makeWorkbook } from './make-workbook.ts'
import { readFile } from './read-file.ts'

type Cells = Readonly<Record<string, string | number>>

/** A sheet by the places of its cells. */
const bookOf = (rows: Readonly<Record<number, Cells>>) => {
  const cell = (row: string, [column, value]: [string, string | number]) =>
    `<c r="${column}${row}" t="str"><v>${value}</v></c>`
  const lines = Object.entries(rows).map(
    ([row, cells]) =>
      `<row r="${row}">${Object.entries(cells)
        .map((each) => cell(row, each))
        .join('')}</row>`,
  )
  return makeWorkbook({
    sheets: [{ name: 'Staff', xml: `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>` }],
  })
}

const people = { 1: { A: 'Nr', B: 'Name' }, 2: { A: '1', B: 'Ada' }, 3: { A: '2', B: 'Grace' } }

describe('a cell far from the table', () => {
  it('is left out and named where it stands beside people, who stay', async () => {
    const read = await readFile(bookOf({ ...people, 3: { ...people[3], XFD: 'x' } }))
    expect(read).toMatchObject({ header: ['Nr', 'Name'], rows: { 2: ['1', 'Ada'], 3: ['2', 'Grace'] }, refused: false })
    expect(read.issues).toEqual([
      expect.stringContaining('CELLS_FAR: Cells that stand far to the right of the table were left out: XFD3.'),
    ])
  })

  it('is left out and named in the last corner of a sheet', async () => {
    const read = await readFile(bookOf({ ...people, 1048576: { XFD: 'x' } }))
    expect(read).toMatchObject({ header: ['Nr', 'Name'], rows: { 2: ['1', 'Ada'], 3: ['2', 'Grace'] }, refused: false })
    expect(read.issues).toEqual([expect.stringContaining('XFD1048576')])
  })

  it('is a row of its own, with its number, far below', async () => {
    const read = await readFile(bookOf({ ...people, 1048576: { A: '3', B: 'Mary' } }))
    expect(read).toMatchObject({ rows: { 1048576: ['3', 'Mary'] }, issues: [], refused: false })
  })

  it('makes its row too long behind the rows that tell how wide the table is', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [i + 2, { A: String(i), B: 'Ada' }]))
    const read = await readFile(bookOf({ 1: people[1], ...many, 300: { A: '298', B: 'Ada', XFD: 'x' } }))
    expect(read.issues).toEqual([expect.stringMatching(/^ROW_TOO_LONG: /)])
    expect(read.rows).toMatchObject({ 299: ['297', 'Ada'], 301: ['299', 'Ada'] })
  })

  it('is none where columns without values stand before it that are fewer', async () => {
    const wide = { 1: { A: 'Nr', IV: 'Name' }, 2: { A: '1', IV: 'Ada' } }
    const read = await readFile(bookOf(wide))
    expect(read.header).toHaveLength(256)
    expect(read.issues).toEqual([])
  })
})
