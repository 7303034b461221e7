import { csv, employeeRows, type Person, people } from './company.ts'

/** What a customer may push by mistake, and what must come of it. */
export type BadFile = {
  readonly name: string
  /** The name it is pushed under; `employees.csv` unless it says otherwise. */
  readonly as?: string
  readonly content: (rows: Rows) => string | Uint8Array
  /** `refused`: nothing of the file is applied. `partly`: one row is left out. `whole`: there is nothing to complain about. */
  readonly becomes: 'ignored' | 'rejected' | 'refused' | 'partly' | 'whole'
  readonly issue?: {
    readonly code: string
    readonly rows?: readonly number[]
    readonly column?: string | null
    readonly says: RegExp
  }
}

type Rows = readonly (readonly string[])[]

/** Only names that Windows-1252 can write. */
export const staff: readonly Person[] = people(12).map((each) => ({
  ...each,
  first: each.first.replace('Łucja', 'José'),
}))

/** The person whose job is new in every file: what of a file applies shows in this record. */
export const changing = '000012'
export const rowsWith = (job: string): Rows =>
  employeeRows(staff.map((each) => (each.id === changing ? { ...each, job } : each)))

const column = { id: 0, job: 3, start: 7, hours: 8 }
/** The sixth line of the file: the person 000005. */
const victim = 5

const replaceCell = (rows: Rows, at: number, text: string): Rows =>
  rows.map((cells, row) => (row === victim ? cells.with(at, text) : cells))
const insertLine = (rows: Rows, line: string): string => csv(rows.slice(0, 6)) + line + csv(rows.slice(6))

const utf16 = (text: string, mark: boolean): Uint8Array =>
  Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')])
const utf16BigEndian = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
const windows1252 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const noise = Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256)
const aMegabyte = 'x'.repeat(1_000_000)

const neverRead: readonly BadFile[] = [
  {
    name: 'a file of 0 bytes',
    content: () => '',
    becomes: 'rejected',
    issue: { code: 'FILE_EMPTY', says: /no content \(0 bytes\).*nothing was changed/ },
  },
  {
    name: 'a temporary name',
    as: 'employees.csv.filepart',
    content: csv,
    becomes: 'ignored',
    issue: { code: 'FILE_TEMPORARY', says: /while an upload is under way/ },
  },
  {
    name: 'the temporary name of another client',
    as: '.in.employees.csv.',
    content: csv,
    becomes: 'ignored',
    issue: { code: 'FILE_TEMPORARY', says: /while an upload is under way/ },
  },
  {
    name: 'a name that no dataset claims',
    as: 'Gehälter März.csv',
    content: csv,
    becomes: 'ignored',
    issue: { code: 'FILE_NAME_UNCLAIMED', says: /does not say what the file holds.*employees\.csv.*absences\.csv/ },
  },
]

const refused: readonly BadFile[] = [
  {
    name: 'a binary file',
    content: () => noise,
    becomes: 'refused',
    issue: { code: 'FILE_BINARY', says: /no readable text/ },
  },
  {
    name: 'an Excel workbook that is cut short, under the name of a CSV file',
    content: () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('[Content_Types].xml'), noise]),
    becomes: 'refused',
    issue: { code: 'FILE_CUT_SHORT', says: /its end is missing/ },
  },
  {
    name: 'an old Excel workbook',
    content: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), noise]),
    becomes: 'refused',
    issue: { code: 'FORMAT_NOT_SUPPORTED', says: /\.xls.* save it as \.xlsx/ },
  },
  {
    name: 'JSON that is cut short',
    content: (rows) => JSON.stringify({ Report_Entry: rows }).slice(0, -5),
    becomes: 'refused',
    issue: { code: 'FILE_CUT_SHORT', says: /its end is missing.* Nothing of it was applied/ },
  },
  {
    name: 'the login page of the HR system',
    content: () => '<!DOCTYPE html><html><body>Please log in</body></html>',
    becomes: 'refused',
    issue: { code: 'FORMAT_NOT_SUPPORTED', says: /XML or HTML/ },
  },
  {
    name: 'a file cut in mid-row',
    content: (rows) => csv(rows).slice(0, -40),
    becomes: 'refused',
    issue: { code: 'FILE_CUT_SHORT', rows: [13], says: /ends in the middle of row 13\. Nothing of it was applied/ },
  },
  {
    name: 'a file cut inside a quoted cell',
    content: (rows) => `${csv(rows)}000099;"Mül`,
    becomes: 'refused',
    issue: { code: 'FILE_CUT_SHORT', rows: [14], says: /ends in the middle of row 14/ },
  },
  {
    name: 'a quotation mark that never closes',
    content: (rows) => `${csv(rows)}000098;"Müller;x\r\n000099;Meier;x\r\n`,
    becomes: 'refused',
    issue: { code: 'QUOTE_NOT_CLOSED', rows: [14], says: /opens in row 14 and never closes/ },
  },
  {
    name: 'a header without the id column',
    content: (rows) => csv(rows.map((cells) => cells.slice(1))),
    becomes: 'refused',
    issue: {
      code: 'ID_COLUMN_MISSING',
      column: 'Personalnummer',
      says: /no column "Personalnummer".*columns are: Vorname/,
    },
  },
  {
    name: 'a header in which a mapped column has another name',
    content: (rows) => csv(rows).replace('Eintrittsdatum', 'Eintritt'),
    becomes: 'refused',
    issue: { code: 'MAPPED_COLUMN_MISSING', column: 'Eintrittsdatum', says: /may be called "Eintritt" now/ },
  },
  {
    name: 'no header at all',
    content: (rows) => csv(rows.slice(1)),
    becomes: 'refused',
    issue: { code: 'HEADER_MISSING', rows: [1], says: /Row 1 should hold the column names, but its cell 8 is a date/ },
  },
  {
    name: '5,000 columns',
    content: (rows) =>
      csv(
        rows.map((cells, row) => [...cells, ...Array.from({ length: 4_991 }, (_, at) => (row === 0 ? `c${at}` : ''))]),
      ),
    becomes: 'refused',
    issue: { code: 'TOO_MANY_COLUMNS', rows: [1], says: /more than 2000 columns/ },
  },
  {
    name: '3 MB in one cell',
    content: (rows) => csv(replaceCell(rows, column.job, aMegabyte.repeat(3))),
    becomes: 'refused',
    issue: { code: 'RECORD_TOO_LONG', rows: [6], says: /Row 6 is longer than 2 MB/ },
  },
  {
    name: 'nothing but blank lines',
    content: () => ' \r\n\r\n \r\n',
    becomes: 'refused',
    issue: { code: 'HEADER_MISSING', says: /empty/ },
  },
]

const partly: readonly BadFile[] = [
  {
    name: 'an id in two rows that say different things',
    content: (rows) => csv([...rows, (rows[victim] ?? []).with(column.job, 'Anderes')]),
    becomes: 'partly',
    issue: { code: 'ID_DUPLICATE', rows: [6, 14], says: /several rows that say different things/ },
  },
  {
    name: 'a row that is too short',
    content: (rows) => insertLine(rows, '000005;Nur;Drei\r\n'),
    becomes: 'partly',
    issue: { code: 'ROW_TOO_SHORT', rows: [7], says: /fewer cells than the 9 columns/ },
  },
  {
    name: 'a row that is too long',
    content: (rows) => csv(rows.map((cells, row) => (row === victim ? [...cells, 'x', 'y'] : cells))),
    becomes: 'partly',
    issue: { code: 'ROW_TOO_LONG', rows: [6], says: /more cells than the 9 columns/ },
  },
  {
    name: 'a day that does not exist',
    content: (rows) => csv(replaceCell(rows, column.start, '31.02.2020')),
    becomes: 'partly',
    issue: { code: 'DATE_UNREADABLE', rows: [6], column: 'Eintrittsdatum', says: /no date as dd\.MM\.yyyy/ },
  },
  {
    name: 'a date in words',
    content: (rows) => csv(replaceCell(rows, column.start, 'demnächst')),
    becomes: 'partly',
    issue: { code: 'DATE_UNREADABLE', rows: [6], column: 'Eintrittsdatum', says: /no date as dd\.MM\.yyyy/ },
  },
  {
    name: 'a number in words',
    content: (rows) => csv(replaceCell(rows, column.hours, 'vierzig')),
    becomes: 'partly',
    issue: { code: 'NUMBER_UNREADABLE', rows: [6], column: 'Wochenstunden', says: /no number with a decimal comma/ },
  },
  {
    name: 'a row without an id',
    content: (rows) => csv(replaceCell(rows, column.id, ' ')),
    becomes: 'partly',
    issue: { code: 'ID_MISSING', rows: [6], column: 'Personalnummer', says: /has no id/ },
  },
  {
    name: 'a stray quotation mark',
    content: (rows) => csv(replaceCell(rows, column.job, 'HERE')).replace('HERE', '"Leitung" Einkauf'),
    becomes: 'partly',
    issue: { code: 'QUOTE_MISPLACED', rows: [6], says: /quotation mark stands where it may not/ },
  },
  {
    name: '1 MB in one cell',
    content: (rows) => csv(replaceCell(rows, column.job, aMegabyte)),
    becomes: 'partly',
    issue: { code: 'CELL_TOO_LONG', rows: [6], column: 'Position', says: /longer than 32,?767 characters/ },
  },
  {
    name: 'a row in another encoding than the rest',
    content: (rows) =>
      Buffer.concat([Buffer.from(insertLine(rows, '')), windows1252('000005;Jürgen;Müller;;;;;01.10.2020;40,0\r\n')]),
    becomes: 'partly',
    issue: { code: 'ENCODING_INVALID', rows: [14], says: /no characters in the encoding of the rest/ },
  },
]

const whole: readonly BadFile[] = [
  { name: 'a byte order mark', content: (rows) => `\ufeff${csv(rows)}`, becomes: 'whole' },
  { name: 'line feeds alone', content: (rows) => csv(rows, '\n'), becomes: 'whole' },
  { name: 'carriage returns alone', content: (rows) => csv(rows, '\r'), becomes: 'whole' },
  { name: 'UTF-16 with a mark', content: (rows) => utf16(csv(rows), true), becomes: 'whole' },
  { name: 'UTF-16 without a mark', content: (rows) => utf16(csv(rows), false), becomes: 'whole' },
  { name: 'UTF-16, the other byte first', content: (rows) => utf16BigEndian(csv(rows)), becomes: 'whole' },
  { name: 'Windows-1252', content: (rows) => windows1252(csv(rows).replaceAll('–', '-')), becomes: 'whole' },
  { name: 'no final newline', content: (rows) => csv(rows).trimEnd(), becomes: 'whole' },
  {
    name: 'blank lines between the rows',
    content: (rows) => csv(rows).replaceAll('\r\n00', '\r\n\r\n00'),
    becomes: 'whole',
  },
  { name: 'the same row twice', content: (rows) => csv([...rows, rows[victim] ?? []]), becomes: 'whole' },
  {
    name: '1 MB in a cell that nothing is filled from',
    content: (rows) =>
      csv(rows.map((cells, row) => [...cells, row === 0 ? 'Zeugnis' : row === victim ? aMegabyte : ''])),
    becomes: 'whole',
  },
  { name: 'a subfolder', as: '2026/Februar/employees.csv', content: csv, becomes: 'whole' },
  {
    name: 'a date behind the name, and a folder of umlauts, blanks and signs',
    as: 'für Köln +%20&#?(1)/Employees 2026-02-01.CSV',
    content: csv,
    becomes: 'whole',
  },
]

export const badFiles: readonly BadFile[] = [...neverRead, ...refused, ...partly, ...whole]
