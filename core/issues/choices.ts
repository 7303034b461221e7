import type { IssueCode } from './codes.ts'
import type { Issue } from './issue.ts'

const choices: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'SHEET_CHOSEN',
  'RECORDS_CHOSEN',
  'HEADER_FOUND',
  'HEADER_ABSENT',
  'ENCODING_GUESSED',
  'QUOTE_FOUND',
])

/** Whether an issue says how a file was read where nothing told it. A draft keeps the choice, so it is not said again under one. */
export const saysChoice = ({ code }: Issue): boolean => choices.has(code)
