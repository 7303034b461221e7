import type { IssueCode } from '#core/issues/codes.ts'
import { type Issue, issue } from '#core/issues/issue.ts'

const again = 'Export the file again and upload it again, as a whole.'
const nothingApplied = 'Nothing of it was applied.'

const refusal = (code: IssueCode, message: string, fix: string) => (): Issue => issue(code, { message, fix })

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('en')} MB`

export const cutShort = refusal('FILE_CUT_SHORT', `The file is cut short: its end is missing. ${nothingApplied}`, again)

export const damagedArchive = refusal(
  'ARCHIVE_DAMAGED',
  `The packed file is damaged, so it cannot be unpacked. ${nothingApplied}`,
  'Pack the export again and upload it in binary mode.',
)

export const bomb = refusal(
  'ARCHIVE_TOO_LARGE',
  `The packed file unpacks to more than 200 times its size, which no export does. ${nothingApplied}`,
  'Upload the export itself, not packed.',
)

export const tooLarge = (limit: number): Issue =>
  issue('ARCHIVE_TOO_LARGE', {
    message: `The file unpacks to more than ${inMegabytes(limit)}, which is too large to be read here.`,
    fix: 'Export fewer columns, or only the people who are needed. To try a mapping, the first rows are enough.',
  })

export const archiveTooLarge = (limit: number): Issue =>
  issue('ARCHIVE_TOO_LARGE', {
    message: `The zip archive is larger than ${inMegabytes(limit)}. ${nothingApplied}`,
    fix: 'Pack the export with gzip (.gz) instead, which has no such limit, or upload it as it is.',
  })

export const emptyArchive = refusal(
  'ARCHIVE_CONTENTS',
  `The zip archive holds no file. ${nothingApplied}`,
  'Check the export job: it may have packed before the export was written.',
)

export const severalFiles = (count: number): Issue =>
  issue('ARCHIVE_CONTENTS', {
    message: `The zip archive holds ${count} files, and their names do not tell which one is meant. ${nothingApplied}`,
    fix: 'Pack one export into each archive, or name the file inside like the archive: employees.csv in employees.zip.',
  })

export const wrappedTwice = refusal(
  'ARCHIVE_CONTENTS',
  `What is packed in the file is packed or encrypted once more. ${nothingApplied}`,
  'Pack the export once, as .gz or .zip, and then encrypt it, if it is to be encrypted.',
)

export const unknownPacking = refusal(
  'FORMAT_NOT_SUPPORTED',
  'The zip archive is packed in a way that is not read here.',
  'Pack it as an ordinary zip archive (deflate) or with gzip.',
)

export const workbookInside = refusal(
  'FORMAT_NOT_SUPPORTED',
  'The file is an Excel workbook, not a table of text.',
  'Workbooks cannot be read yet. In the HR system choose CSV instead of Excel, and upload that file.',
)

export const passwordProtected = refusal(
  'PASSWORD_PROTECTED',
  `The file is protected by a password, which nobody here knows. ${nothingApplied}`,
  'Pack it without a password, or encrypt it with the PGP key of the connection details.',
)

export const encryptionMissing = refusal(
  'ENCRYPTION_MISSING',
  'The file is not encrypted, and only files encrypted with PGP are taken here. Nothing of it was applied.',
  'Encrypt it with the PGP key of the connection details, and upload it again.',
)

export const otherKey = (found: readonly string[], expected: string | undefined): Issue =>
  issue('PGP_KEY_UNKNOWN', {
    message: `The file is encrypted for another key (${found.join(', ')}). ${nothingApplied}`,
    fix:
      expected === undefined
        ? 'It cannot be read here: there is no private key. Use the file as it was before it was encrypted.'
        : `Encrypt it with the PGP key of the connection details (${expected}), and upload it again.`,
  })

export const undecryptable = refusal(
  'PGP_UNREADABLE',
  `The file cannot be decrypted: it was changed on its way, or encrypted without integrity protection. ${nothingApplied}`,
  'Encrypt the export again as the connection details say, and upload it in binary mode.',
)
