import type { Issue } from './issue.ts'

const columns = ['dataset', 'row', 'severity', 'code', 'column', 'message', 'fix', 'example'] as const

/** Spreadsheets run what begins like a formula: an apostrophe makes it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | null): string => {
  const text = harmless(String(value ?? ''))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const lineOf = (row: number | null, { dataset, severity, code, column, message, fix, example }: Issue): string =>
  [dataset, row, severity, code, column, message, fix, example].map(cell).join(',')

/** One line for each row that an issue touches, or one for the issue where it is about the whole file. RFC 4180. */
export const issuesCsv = (issues: readonly Issue[]): string => {
  const lines = issues.flatMap((issue) =>
    issue.rows.length === 0 ? [lineOf(null, issue)] : issue.rows.map((row) => lineOf(row, issue)),
  )
  return [columns.join(','), ...lines, ''].join('\r\n')
}
