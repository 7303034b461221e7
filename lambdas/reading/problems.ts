import { type Issue, issue } from '#core/issues/issue.ts'
import { maxRecordBytes } from './parse-records.ts'
import type { RecordTrouble } from './record-parser.ts'

export const maxColumns = 2_000

const uploadAgain = 'Export the file again and upload it again, as a whole.'

const troubles: Readonly<Record<RecordTrouble, (row: number) => Issue>> = {
  QUOTE_MISPLACED: (row) =>
    issue('QUOTE_MISPLACED', {
      rows: [row],
      message:
        'A quotation mark stands where it may not, so the cells of this row cannot be told apart. Lines up to the next quotation mark may belong to it.',
      fix: 'Put the whole cell in quotation marks and double those inside it ("5"" pipe"), or remove the stray one.',
    }),
  ENCODING_INVALID: (row) =>
    issue('ENCODING_INVALID', {
      rows: [row],
      message: 'This row holds bytes that are no characters in the encoding of the rest of the file.',
      fix: 'Export the whole file in one encoding, UTF-8 if there is a choice.',
    }),
  QUOTE_NOT_CLOSED: (row) =>
    issue('QUOTE_NOT_CLOSED', {
      rows: [row],
      message: `A quotation mark opens in row ${row} and never closes, so everything after it would be one cell. Nothing of this file was applied.`,
      fix: `Remove or double the stray quotation mark in row ${row}. If the file was cut off while it was written, upload it again.`,
    }),
  RECORD_TOO_LONG: (row) =>
    issue('RECORD_TOO_LONG', {
      rows: [row],
      message: `Row ${row} is longer than ${maxRecordBytes / 1024 / 1024} MB. Nothing of this file was applied.`,
      fix: 'Check that every row ends with a line break, and leave documents and pictures out of the export.',
    }),
  FILE_CUT_SHORT: (row) =>
    issue('FILE_CUT_SHORT', {
      rows: [row],
      message: `The file ends in the middle of row ${row}. Nothing of it was applied.`,
      fix: uploadAgain,
    }),
}

export const recordTrouble = (trouble: RecordTrouble, row: number): Issue => troubles[trouble](row)

export const fileEmpty = (): Issue =>
  issue('FILE_EMPTY', { message: 'The file is empty. Nothing was changed.', fix: uploadAgain })

export const formatNotSupported = (name: string, instead: string): Issue =>
  issue('FORMAT_NOT_SUPPORTED', { message: `The file is ${name}, not a table of text.`, fix: instead })

export const fileBinary = (): Issue =>
  issue('FILE_BINARY', {
    message: 'The file holds no readable text, although its name says so.',
    fix: 'Check what the HR system wrote into it; upload the export as CSV.',
  })

export const noRows = (): Issue =>
  issue('NO_ROWS', {
    message: 'The file has column names but no rows below them.',
    fix: 'Check the filter of the export in the HR system. If it is meant to be empty, nothing needs to be done.',
  })

export const tooManyColumns = (row: number): Issue =>
  issue('TOO_MANY_COLUMNS', {
    rows: [row],
    message: `Row ${row} has more than ${maxColumns.toLocaleString('en')} columns. Nothing of this file was applied.`,
    fix: 'Export only the columns that are needed. If the export has fewer, its delimiter or its line breaks are damaged.',
  })

export const headerTooLong = (row: number): Issue =>
  issue('HEADER_MISSING', {
    rows: [row],
    message: `Row ${row} should hold the column names, but it is too long for that.`,
    fix: 'Check that the first row holds the column names and ends with a line break.',
  })

export const headerMissing = (row: number, why: string): Issue =>
  issue('HEADER_MISSING', {
    rows: [row],
    message: `Row ${row} should hold the column names, but ${why}.`,
    fix: 'Switch column names (headers) on in the export, so that they are the first row of the file.',
  })

export const headerDuplicate = (row: number, name: string, renamed: string): Issue =>
  issue('HEADER_DUPLICATE', {
    rows: [row],
    column: name,
    message: `Two columns are named "${name}"; the later one is called "${renamed}" here.`,
    fix: 'Give every column of the export a name of its own.',
  })

export const rowTooLong = (row: number, cells: number, columns: number): Issue =>
  issue('ROW_TOO_LONG', {
    rows: [row],
    example: `${cells} cells`,
    message: `The row has more cells than the ${columns} columns.`,
    fix: 'A cell that holds the delimiter must stand in quotation marks: check the export, or the text in this row.',
  })

export const rowTooShort = (row: number, cells: number, columns: number): Issue =>
  issue('ROW_TOO_SHORT', {
    rows: [row],
    example: cells === 1 ? '1 cell' : `${cells} cells`,
    message: `The row has fewer cells than the ${columns} columns.`,
    fix: 'Every row needs a cell for every column, empty ones too. A line break inside a cell must stand in quotation marks.',
  })

export const rowsPadded = (columns: readonly string[]): Issue =>
  issue('ROWS_PADDED', {
    column: columns[0] ?? null,
    message: `No row has a cell for the last ${columns.length === 1 ? 'column' : `${columns.length} columns`} (${columns.join(', ')}); they are taken as empty.`,
    fix: 'If these columns should hold something, check the export: delimiters at the end of the rows are missing.',
  })
