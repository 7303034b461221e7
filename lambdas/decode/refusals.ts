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
export const workbookInside = refusal('FORMAT_NOT_SUPPORTED', say('fileIsExcel'))
export const passwordProtected = refusal('PASSWORD_PROTECTED', say('passwordProtected'))
export const encryptionMissing = refusal('ENCRYPTION_MISSING', say('encryptionMissing'))

export const otherKey = (keys: readonly string[], expected: string | undefined): Issue =>
  issue('PGP_KEY_UNKNOWN', expected === undefined ? say('noPgpKey', { keys }) : say('otherPgpKey', { keys, expected }))

export const undecryptable = refusal('PGP_UNREADABLE', say('pgpUnreadable'))
