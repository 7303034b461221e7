import { type IssueCode, issueSeverity } from './codes.ts'
import type { SentenceName } from './say.ts'

/** What comes of an issue, in a sentence: there is one in each language. */
export const consequences = {
  refused: 'Nothing of the file was applied.',
  not_taken: 'Nothing of these files was applied.',
  not_yet: 'Nothing of the file is applied before its mapping is approved.',
  waits: 'Nothing of the set was applied yet: it waits.',
  kept: 'What is stored stays as it was.',
  left_out: 'The row was left out; what is stored of it stays as it was.',
  put_off: 'The row is not stored for now.',
  passed_over: 'The row was passed over: another one counts.',
  aside: 'The row was left aside: it is nobody.',
  held: 'Held back until somebody decides; everything else was applied.',
  emptied: 'Everything else of the row was applied; this value is empty.',
  as_is: 'Applied as it stands in the file.',
  changed: 'Applied; the message says what differs from the file.',
  noted: 'Nothing: it is only said.',
} as const
export type Consequence = keyof typeof consequences

const isConsequence = (name: string): name is Consequence => name in consequences
export const consequenceNames = Object.keys(consequences).filter(isConsequence)

/** Errors that concern their rows and not the whole file, and what is not as its severity says. */
const exceptions: Readonly<Partial<Record<IssueCode, Consequence>>> = {
  MAPPING_NOT_APPROVED: 'not_yet',
  ID_UNSURE: 'not_yet',
  COLUMN_UNFIT: 'not_yet',
  DATE_AMBIGUOUS: 'not_yet',
  DATE_ZONED: 'not_yet',
  NUMBER_AMBIGUOUS: 'not_yet',
  ROWS_ASSUMED: 'not_yet',
  DATA_POINT_MISSING: 'not_yet',
  FILE_AWAITED: 'waits',
  FILE_NOT_KEPT: 'kept',
  REMOVALS_HELD: 'held',
  TOTALS_LEFT: 'aside',
  TEXT_LEFT: 'aside',
  PERSON_TWICE: 'passed_over',
  JOIN_KEY_REPEATED: 'passed_over',
  JOIN_ROW_MISSING: 'changed',
  EMPLOYEE_UNKNOWN: 'put_off',
  NO_ROWS: 'noted',
  ENCODING_DOUBTED: 'noted',
  ID_REWRITTEN: 'as_is',
  PHONE_INVALID: 'as_is',
  IBAN_INVALID: 'as_is',
  EMAIL_INVALID: 'emptied',
  VALUE_UNKNOWN: 'emptied',
  MANAGER_UNKNOWN: 'emptied',
  MANAGER_AMBIGUOUS: 'emptied',
  MANAGER_SELF: 'emptied',
  PARENT_UNKNOWN: 'emptied',
  PARENT_SELF: 'emptied',
  FILE_NAME_UNCLAIMED: 'refused',
  FILE_TEMPORARY: 'refused',
  FILE_SUPERSEDED: 'refused',
  FILE_EXCLUDED: 'refused',
  ARCHIVE_MEMBER_LEFT: 'not_taken',
  ENCODING_INVALID: 'left_out',
  QUOTE_MISPLACED: 'left_out',
  ROW_TOO_SHORT: 'left_out',
  ROW_TOO_LONG: 'left_out',
  ID_MISSING: 'left_out',
  ID_DUPLICATE: 'left_out',
  DATE_UNREADABLE: 'left_out',
  NUMBER_UNREADABLE: 'left_out',
  BOOLEAN_UNREADABLE: 'left_out',
  TIME_UNREADABLE: 'left_out',
  VALUE_MISSING: 'left_out',
  CELL_TOO_LONG: 'left_out',
  RECORD_TOO_LARGE: 'left_out',
}

/** Sentences after which it is otherwise than after others of their code. */
const ofSentences: Readonly<Partial<Record<SentenceName, Consequence>>> = {
  wordPassedOn: 'as_is',
  fieldNotMapped: 'refused',
  constantUnreadable: 'refused',
}

const bySeverity = { error: 'refused', warning: 'changed', info: 'noted' } as const

/** What comes of an issue where the file it is about is applied. */
export const consequenceOf = (code: IssueCode, says?: SentenceName): Consequence =>
  (says && ofSentences[says]) ?? exceptions[code] ?? bySeverity[issueSeverity[code]]

/** What is said of a file, or of how it was read, is as true where nothing of it is applied. */
const always: ReadonlySet<Consequence> = new Set(['refused', 'not_taken', 'not_yet', 'waits', 'kept', 'aside', 'noted'])

type Consequent = { readonly code: IssueCode; readonly consequence?: Consequence | undefined }

/** The same issue of a file, or of a row, of which nothing is applied, for now or for good. */
export const unapplied =
  (instead: 'refused' | 'not_yet' | 'left_out') =>
  <Found extends Consequent>(found: Found): Found =>
    always.has(found.consequence ?? consequenceOf(found.code))
      ? found
      : { ...found, consequence: instead, done: consequences[instead] }
