import { type Issue, issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'
import type { ForeignFormat } from './format.ts'
import { maxRecordBytes } from './parse-records.ts'
import type { RecordTrouble } from './record-parser.ts'
import type { FoundQuote } from './requote.ts'

export const maxColumns = 2_000

const troubles: Readonly<Record<RecordTrouble, (row: number) => Said>> = {
  QUOTE_MISPLACED: () => say('quoteMisplaced'),
  ENCODING_INVALID: () => say('encodingInvalid'),
  QUOTE_NOT_CLOSED: (row) => say('quoteNotClosed', { row }),
  RECORD_TOO_LONG: (row) => say('recordTooLong', { row, limit: maxRecordBytes / 1024 / 1024 }),
  FILE_CUT_SHORT: (row) => say('fileCutShort', { row }),
}

export const recordTrouble = (trouble: RecordTrouble, row: number): Issue =>
  issue(trouble, { ...troubles[trouble](row), rows: [row] })

export const fileEmpty = (): Issue => issue('FILE_EMPTY', say('fileBlank'))

export const formatNotSupported = (format: ForeignFormat): Issue => issue('FORMAT_NOT_SUPPORTED', say(format))

export const fileBinary = (): Issue => issue('FILE_BINARY', say('fileBinary'))

export const noRows = (): Issue => issue('NO_ROWS', say('noRows'))

export const tooManyColumns = (row: number): Issue =>
  issue('TOO_MANY_COLUMNS', { ...say('tooManyColumns', { row, limit: maxColumns }), rows: [row] })

/** Why the row that should hold the column names does not. */
export const headerMissing = (row: number, why: Said): Issue => issue('HEADER_MISSING', { ...why, rows: [row] })

/** No row holds the column names; this one is the first with data. */
export const headerAbsent = (row: number): Issue =>
  issue('HEADER_ABSENT', { ...say('headerAbsent', { row }), rows: [row] })

export const headerFound = (row: number): Issue =>
  issue('HEADER_FOUND', { ...say('headerFound', { row }), rows: [row] })

export const encodingGuessed = (encoding: string): Issue =>
  issue('ENCODING_GUESSED', say('encodingGuessed', { encoding }))

export const encodingDoubted = (encoding: string): Issue =>
  issue('ENCODING_DOUBTED', say('encodingDoubted', { encoding }))

export const quoteFound = ({ by, count }: FoundQuote): Issue =>
  issue('QUOTE_FOUND', say(by === 'singles' ? 'quoteFound' : 'quotesEscaped', { count }))

export const headerDuplicate = (row: number, name: string, renamed: string): Issue =>
  issue('HEADER_DUPLICATE', { ...say('headerDuplicate', { name, renamed }), rows: [row], column: name })

export const rowTooLong = (row: number, cells: number, columns: number): Issue =>
  issue('ROW_TOO_LONG', { ...say('rowTooLong', { cells, columns }), rows: [row] })

export const rowTooShort = (row: number, cells: number, columns: number): Issue => {
  const said = cells === 1 ? say('rowOfOneCell', { columns }) : say('rowTooShort', { cells, columns })
  return issue('ROW_TOO_SHORT', { ...said, rows: [row] })
}

export const rowOfTotals = (row: number, example: string): Issue =>
  issue('TOTALS_LEFT', { ...say('rowOfTotals'), rows: [row], example })

export const rowOfText = (row: number, example: string): Issue =>
  issue('TEXT_LEFT', { ...say('rowOfText'), rows: [row], example })

export const rowExplains = (row: number): Issue => issue('TEXT_LEFT', { ...say('rowExplains', { row }), rows: [row] })

export const rowsPadded = (columns: readonly string[]): Issue => {
  const count = columns.length
  const said = count === 1 ? say('lastColumnPadded', { columns }) : say('lastColumnsPadded', { count, columns })
  return issue('ROWS_PADDED', { ...said, column: columns[0] ?? null })
}
