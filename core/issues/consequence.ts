import type { IssueCode } from './codes.ts'
import type { Issue } from './issue.ts'

const consequences = {
  refused: 'Nothing of the file was applied.',
  left_out: 'The row was left out; what is stored of it stays as it was.',
  held: 'Held back until somebody decides; everything else was applied.',
  changed: 'Applied; the message says what differs from the file.',
  aside: 'The row was left aside: it is nobody.',
  noted: 'Nothing: it is only said.',
} as const
type Consequence = keyof typeof consequences

/** Errors that concern their rows and not the whole file. */
const leavesOut: ReadonlySet<IssueCode> = new Set([
  'ENCODING_INVALID',
  'QUOTE_MISPLACED',
  'ROW_TOO_SHORT',
  'ROW_TOO_LONG',
  'ID_MISSING',
  'ID_DUPLICATE',
  'DATE_UNREADABLE',
  'NUMBER_UNREADABLE',
  'BOOLEAN_UNREADABLE',
  'TIME_UNREADABLE',
  'VALUE_MISSING',
  'CELL_TOO_LONG',
  'RECORD_TOO_LARGE',
])
const holds: ReadonlySet<IssueCode> = new Set(['REMOVALS_HELD'])
const leavesAside: ReadonlySet<IssueCode> = new Set(['TOTALS_LEFT'])

const consequenceOf = ({ code, severity }: Pick<Issue, 'code' | 'severity'>): Consequence => {
  if (holds.has(code)) return 'held'
  if (leavesAside.has(code)) return 'aside'
  if (severity === 'error') return leavesOut.has(code) ? 'left_out' : 'refused'
  return severity === 'warning' ? 'changed' : 'noted'
}

/** What was done about an issue, in a sentence. */
export const whatWasDone = (issue: Pick<Issue, 'code' | 'severity'>): string => consequences[consequenceOf(issue)]
