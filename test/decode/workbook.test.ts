import { describe, expect, test } from 'vitest'
import { makeWorkbook, sheetOf } from './make-workbook.ts'
import { makeZip } from './make-zip.ts'
import { readFile } from './read-file.ts'

const header = ['Nr', 'Name', 'Born']
const cell = (number: number, style: number): string => `<c s="${style}"><v>${number}</v></c>`
const one = (rows: Parameters<typeof sheetOf>[0], behind?: string) => [{ name: 'Staff', xml: sheetOf(rows, behind) }]

describe('a workbook', () => {
  test('is read as its rows, by the numbers that the sheet shows', async () => {
    const xml =
      '<worksheet><sheetData>' +
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>City</t></is></c></row>' +
      '<row r="4"><c r="A4"><v>1001</v></c><c r="B4" t="str"><f>A1&amp;"x"</f><v>Ann "A"</v></c><c r="D4" t="b"><v>1</v></c></row>' +
      '<row><c><v>1.0020000000000001E3</v></c><c t="s"><v>2</v></c></row>' +
      '</sheetData></worksheet>'
    const strings = [
      '<t>Nr</t>',
      '<t xml:space="preserve"> Name </t>',
      '<r><t>Bo</t></r><r><t>b</t></r><rPh><t>x</t></rPh>',
    ]
    const workbook = makeWorkbook({ sheets: [{ name: 'Staff', xml }], strings })
    const read = await readFile(workbook)
    expect(read).toEqual({
      header: ['Nr', 'Name', 'column 3', 'City'],
      dialect: { encoding: 'utf-8', delimiter: ',', headerRow: 1, sheet: 'Staff' },
      rows: { 4: ['1001', 'Ann "A"', '', 'true'], 5: ['1002', 'Bob', '', ''] },
      issues: [],
      refused: false,
    })
    expect(await readFile(workbook, {}, 11)).toEqual(read)
  })

  test.each([
    ['dd\\.mm\\.yyyy', 45_000, '2023-03-15'],
    ['[$-407]d. mmmm yyyy;@', 45_000.5, '2023-03-15T12:00'],
    ['mmm-yy', 59, '1900-02-28'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['yyyy-mm-dd', -5, '-5'],
    ['hh:mm', 0.354166666666667, '08:30'],
    ['hh:mm:ss', 0.999988425925926, '23:59:59'],
    ['[h]:mm', 1.25, '30:00'],
    ['00000', 42, '00042'],
    ['#,##0.00 &quot;days&quot;', 12.5, '12.5'],
    ['0.00', 0.1 + 0.2, '0.3'],
    ['General', 123_456_789_012, '123456789012'],
    ['0', 1e20, '100000000000000000000'],
    ['[Red]0;[Blue]-0', 7, '7'],
  ])('shows numbers as their format means them: %s', async (format, number, text) => {
    const workbook = makeWorkbook({ sheets: one([header, [1, 'Ann', cell(number, 1)]]), formats: [format] })
    expect((await readFile(workbook)).rows).toEqual({ 2: ['1', 'Ann', text] })
  })

  test('may count days from 1904, and use formats that have no code', async () => {
    const sheets = one([header, [1, 'Ann', cell(43_538, 1)]])
    expect((await readFile(makeWorkbook({ sheets, from1904: true }))).rows).toEqual({ 2: ['1', 'Ann', '2023-03-15'] })
  })

  test('repeats what is merged in each of its rows', async () => {
    const rows = [
      ['Team', 'Name'],
      ['Sales', 'Ann'],
      [null, 'Bob'],
      [null, 'Cy'],
      ['Legal', 'Di'],
    ]
    const merged = '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B5:C5"/></mergeCells>'
    expect((await readFile(makeWorkbook({ sheets: one(rows, merged) }))).rows).toEqual({
      2: ['Sales', 'Ann'],
      3: ['Sales', 'Bob'],
      4: ['Sales', 'Cy'],
      5: ['Legal', 'Di'],
    })
  })

  test('may have a title above its columns', async () => {
    const read = await readFile(makeWorkbook({ sheets: one([['Staff of 2026'], [], header, [1, 'Ann', '1990']]) }))
    expect(read).toMatchObject({ header, rows: { 4: ['1', 'Ann', '1990'] }, dialect: { headerRow: 3 } })
    expect(read.issues).toEqual([expect.stringMatching(/^HEADER_FOUND/)])
  })

  test('tells what is wrong with a row by its number', async () => {
    const rows = [header, ...Array.from({ length: 300 }, (_, i) => [i, 'Ann', '1990']), [1, 'Bob', 'x', 'y', 'z']]
    const read = await readFile(makeWorkbook({ sheets: one(rows) }))
    expect(Object.keys(read.rows)).toHaveLength(300)
    expect(read.issues).toEqual([expect.stringMatching(/^ROW_TOO_LONG/)])
  })

  test('within a zip archive is read as well', async () => {
    const workbook = makeWorkbook({ sheets: one([header, [1, 'Ann', 'x']]) })
    const zipped = makeZip([{ name: 'employees.xlsx', bytes: workbook }])
    expect((await readFile(zipped)).rows).toEqual({ 2: ['1', 'Ann', 'x'] })
  })
})

describe('the sheet of a workbook', () => {
  const rows = (name: string, count: number) =>
    sheetOf([['Nr', 'Name'], ...Array.from({ length: count }, (_, i) => [i, name])])
  const sheets = [
    { name: 'Read me', xml: rows('r', 1) },
    { name: 'Lists', xml: rows('l', 60), state: 'hidden' },
    { name: 'Personen', xml: rows('p', 30) },
    { name: 'Employees', xml: rows('e', 5) },
  ]

  test('is the one named after the dataset, and the others are said', async () => {
    const read = await readFile(makeWorkbook({ sheets }))
    expect(read.dialect?.sheet).toBe('Employees')
    expect(read.issues).toEqual([
      expect.stringMatching(/^SHEET_CHOSEN: .*"Employees".* named like .*: Read me, Personen\./),
    ])
  })

  test('is the largest that is shown where none is named so', async () => {
    const read = await readFile(makeWorkbook({ sheets: sheets.slice(0, 3) }))
    expect(read.dialect?.sheet).toBe('Personen')
    expect(read.issues).toEqual([expect.stringMatching(/^SHEET_CHOSEN: .*largest/)])
  })

  test('is the one that the mapping names, if it is there', async () => {
    const workbook = makeWorkbook({ sheets })
    expect(await readFile(workbook, { dialect: { sheet: ' personen' } })).toMatchObject({
      dialect: { sheet: 'Personen' },
      issues: [],
    })
    expect((await readFile(workbook, { dialect: { sheet: 'Jan' } })).issues).toEqual([
      expect.stringMatching(/^SHEET_MISSING: .*"Jan".*Read me, Personen, Employees/),
    ])
  })

  test('is the only one, however it is called', async () => {
    const read = await readFile(makeWorkbook({ sheets: sheets.slice(2, 3) }), { dialect: { sheet: 'Jan' } })
    expect(read.dialect?.sheet).toBe('Personen')
    expect(read.issues).toEqual([expect.stringMatching(/^SHEET_CHOSEN: .*"Personen", not "Jan"/)])
  })
})

const ole = (name: string): Buffer => {
  const bytes = Buffer.alloc(4_096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(3, 48)
  bytes.write(name, 4 * 512 + 128, 'utf16le')
  return bytes
}

describe('a workbook that is refused', () => {
  const sheet = (xml: string, strings: readonly string[] = []) =>
    makeWorkbook({ sheets: [{ name: 'S', xml }], strings })
  const rows = (inner: string): string => `<worksheet><sheetData>${inner}</sheetData></worksheet>`
  const row = (attributes: string): string => `<row ${attributes}><c t="inlineStr"><is><t>x</t></is></c></row>`
  test.each([
    ['has a password', ole('EncryptedPackage'), /^PASSWORD_PROTECTED: The workbook/],
    ['is old', ole('Workbook'), /^FORMAT_NOT_SUPPORTED: .*\.xlsx/],
    [
      'is OpenDocument',
      makeZip(['mimetype', 'content.xml'].map((name) => ({ name, bytes: 'x' }))),
      /^FORMAT_NOT_SUPPORTED/,
    ],
    ['is no workbook at all', makeZip([{ name: '[Content_Types].xml', bytes: '<x/>' }]), /^FORMAT_NOT_SUPPORTED/],
    ['has no sheets', makeWorkbook({ sheets: [] }), /^SHEET_MISSING/],
    [
      'has hidden sheets only',
      makeWorkbook({ sheets: [{ name: 'S', xml: rows(''), state: 'veryHidden' }] }),
      /^SHEET_MISSING/,
    ],
    ['is empty', sheet(rows('')), /^FILE_EMPTY/],
    ['is no XML', sheet('<worksheet><sheetData></worksheet>'), /^WORKBOOK_UNREADABLE/],
    ['is cut short', sheet('<worksheet><sheetData><row>'), /^WORKBOOK_UNREADABLE/],
    ['declares entities', sheet(`<!DOCTYPE a [<!ENTITY a "aaaa">]>${rows(row(''))}`), /^WORKBOOK_UNREADABLE/],
    ['is deep', sheet(`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`), /^WORKBOOK_UNREADABLE/],
    ['has rows out of order', sheet(rows(row('r="5"') + row('r="4"'))), /^WORKBOOK_UNREADABLE/],
    ['has rows without end', sheet(rows(row('r="99999999"'))), /^WORKBOOK_UNREADABLE/],
    ['refers to a text that is not there', sheet(rows('<row><c t="s"><v>9</v></c></row>')), /^WORKBOOK_UNREADABLE/],
    [
      'holds a text without end',
      sheet(rows(`<row><c t="inlineStr"><is><t>${'x'.repeat(5_000_000)}`)),
      /^WORKBOOK_UNREADABLE|^ARCHIVE_TOO_LARGE/,
    ],
  ])('%s', async (_, workbook, says) => {
    const read = await readFile(workbook)
    expect(read).toMatchObject({ refused: true, issues: [expect.stringMatching(says)] })
  })

  test.each([
    ['its sheet', { sheets: [{ name: 'S', xml: Buffer.alloc(80_000_000, ' ').toString() }] }],
    ['its texts', { sheets: one([header]), strings: [Buffer.alloc(80_000_000, ' ').toString()] }],
  ])('unpacks too far, by what its directory says of %s', async (_, input) => {
    const read = await readFile(makeWorkbook(input))
    expect(read).toMatchObject({ refused: true, issues: [expect.stringMatching(/^ARCHIVE_TOO_LARGE/)] })
  })

  test('repeats a long text in many cells, before its first row is looked at', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(10)}</row>`
    const read = await readFile(sheet(rows(row.repeat(300)), [`<t>${'x'.repeat(30_000)}</t>`]))
    expect(read).toMatchObject({ refused: true, issues: [expect.stringMatching(/^ARCHIVE_TOO_LARGE/)] })
  })

  test('comes to more than anybody waits for', async () => {
    const many = one([header, ...Array.from({ length: 2_000 }, (_, i) => [i, `name ${i * 7919}`, 'x'])])
    const read = await readFile(makeWorkbook({ sheets: many }), { limit: 20_000 })
    expect(read).toMatchObject({ refused: true, issues: [expect.stringMatching(/^ARCHIVE_TOO_LARGE/)] })
  })
})
