import { type IssueCode, issueSeverity } from './codes.ts'

const consequences = {
  refused: 'Nothing of the file was applied.',
  left_out: 'The row was left out; what is stored of it stays as it was.',
  aside: 'The row was left aside: it is nobody.',
  held: 'Held back until somebody decides; everything else was applied.',
  waits: 'Nothing of the set was applied yet: it waits.',
  changed: 'Applied; the message says what differs from the file.',
  noted: 'Nothing: it is only said.',
} as const
export type Consequence = keyof typeof consequences

/** Errors that concern their rows and not the whole file, and what is not as its severity says. */
const exceptions: Readonly<Partial<Record<IssueCode, Consequence>>> = {
  REMOVALS_HELD: 'held',
  FILE_AWAITED: 'waits',
  TOTALS_LEFT: 'aside',
  MANAGER_SELF: 'changed',
  FILE_NAME_UNCLAIMED: 'refused',
  FILE_TEMPORARY: 'refused',
  FILE_SUPERSEDED: 'refused',
  FILE_EXCLUDED: 'refused',
  ARCHIVE_MEMBER_LEFT: 'refused',
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

const bySeverity = { error: 'refused', warning: 'changed', info: 'noted' } as const

/** What comes of an issue: there is a word for it in each language. */
export const consequenceOf = (code: IssueCode): Consequence => exceptions[code] ?? bySeverity[issueSeverity[code]]

/** What was done about an issue, in a sentence. */
export const whatWasDone = (code: IssueCode): string => consequences[consequenceOf(code)]
