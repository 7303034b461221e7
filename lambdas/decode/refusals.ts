import type { IssueCode } from '#core/issues/codes.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'

const refusal = (code: IssueCode, said: Said) => (): Issue => issue(code, said)

const inMegabytes = (bytes: number): number => Math.round(bytes / 1_000_000)

export const cutShort = refusal('FILE_CUT_SHORT', say('archiveCutShort'))
export const damagedArchive = refusal('ARCHIVE_DAMAGED', say('archiveDamaged'))
export const bomb = refusal('ARCHIVE_TOO_LARGE', say('archiveUnpacksTooFar'))

export const tooLarge = (limit: number): Issue =>
  issue('ARCHIVE_TOO_LARGE', say('fileUnpacksTooLarge', { limit: inMegabytes(limit) }))

export const archiveTooLarge = (limit: number): Issue =>
  issue('ARCHIVE_TOO_LARGE', say('archiveTooLarge', { limit: inMegabytes(limit) }))

export const emptyArchive = refusal('ARCHIVE_CONTENTS', say('archiveEmpty'))
export const severalFiles = (count: number): Issue => issue('ARCHIVE_CONTENTS', say('archiveOfSeveral', { count }))
export const wrappedTwice = refusal('ARCHIVE_CONTENTS', say('packedTwice'))
export const unknownPacking = refusal('FORMAT_NOT_SUPPORTED', say('packingUnknown'))
export const otherWorkbook = refusal('FORMAT_NOT_SUPPORTED', say('fileIsExcel'))
export const passwordProtected = refusal('PASSWORD_PROTECTED', say('passwordProtected'))
export const encryptionMissing = refusal('ENCRYPTION_MISSING', say('encryptionMissing'))

export const otherKey = (keys: readonly string[], expected: string | undefined): Issue =>
  issue('PGP_KEY_UNKNOWN', expected === undefined ? say('noPgpKey', { keys }) : say('otherPgpKey', { keys, expected }))

export const undecryptable = refusal('PGP_UNREADABLE', say('pgpUnreadable'))

export const jsonUnreadable = refusal('JSON_UNREADABLE', say('jsonUnreadable'))
export const jsonTooDeep = (limit: number): Issue => issue('JSON_UNREADABLE', say('jsonTooDeep', { limit }))
export const jsonTooWide = refusal('JSON_UNREADABLE', say('jsonTooWide'))
export const noRecords = refusal('RECORDS_MISSING', say('recordsAbsent'))

export const recordsMissing = (records: string, found: readonly string[]): Issue =>
  issue('RECORDS_MISSING', say('recordsMissing', { records, found }))

export const recordsChosen = (records: string, others: readonly string[]): Issue =>
  issue('RECORDS_CHOSEN', say('recordsChosen', { records, others }))

export const workbookUnreadable = refusal('WORKBOOK_UNREADABLE', say('workbookUnreadable'))
export const workbookProtected = refusal('PASSWORD_PROTECTED', say('workbookProtected'))
export const noSheets = refusal('SHEET_MISSING', say('sheetsAbsent'))

export const cellsFar = ({
  cells,
  rows,
}: {
  readonly cells: readonly string[]
  readonly rows: readonly number[]
}): Issue => issue('CELLS_FAR', { ...say('cellsFar', { cells }), rows, example: cells[0] ?? null })

export const sheetMissing = (sheet: string, sheets: readonly string[]): Issue =>
  issue('SHEET_MISSING', say('sheetMissing', { sheet, sheets }))

export const sheetOnly = (sheet: string, expected: string): Issue =>
  issue('SHEET_CHOSEN', say('sheetOnly', { sheet, expected }))

export const sheetNamed = (sheet: string, others: readonly string[]): Issue =>
  issue('SHEET_CHOSEN', say('sheetNamed', { sheet, others }))

export const sheetLargest = (sheet: string, others: readonly string[]): Issue =>
  issue('SHEET_CHOSEN', say('sheetLargest', { sheet, others }))
