import type { SyncDatasetReport } from '#core/control/sync.ts'
import { consequenceOf, consequences } from './consequence.ts'
import type { Issue } from './issue.ts'

const columns = [
  'dataset',
  'row',
  'severity',
  'code',
  'column',
  'message',
  'done',
  'fix',
  'example',
  'rows in all',
] as const

/** Spreadsheets run what begins like a formula, also behind what some of them take for the end of a cell: an apostrophe makes it text. */
const harmless = (text: string): string =>
  text.replace(/(^|[;\t\r\n])(\s*)(?=[=+\-@\uff0b\uff0d\uff1d\uff20])/g, "$1$2'")

const cell = (value: string | number | null): string => {
  const text = harmless(String(value ?? ''))
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const line = (cells: readonly (string | number | null)[]): string => cells.map(cell).join(',')

const lineOf = (row: number | null, issue: Issue): string => {
  const {
    dataset,
    severity,
    code,
    column,
    message,
    done = consequences[consequenceOf(code)],
    fix,
    example,
    count,
  } = issue
  return line([dataset, row, severity, code, column, message, done, fix, example, count || null])
}

const linesOf = (issues: readonly Issue[]): readonly string[] =>
  issues.flatMap((issue) =>
    issue.rows.length === 0 ? [lineOf(null, issue)] : issue.rows.map((row) => lineOf(row, issue)),
  )

const table = (lines: readonly string[]): string => [columns.join(','), ...lines, ''].join('\r\n')

/** One line for each row that an issue touches, or one for the issue where it is about the whole file. RFC 4180. */
export const issuesCsv = (issues: readonly Issue[]): string => table(linesOf(issues))

const severities: readonly Issue['severity'][] = ['error', 'warning', 'info']

const issuesIn = (issues: readonly Issue[], severity: Issue['severity']): number =>
  issues.filter((issue) => issue.severity === severity).reduce((sum, { count }) => sum + Math.max(1, count), 0)

const totalsOf = ({ counts, issues }: SyncDatasetReport): string => {
  const { rows, quarantined, created, updated, removed, unchanged, held } = counts
  const found = severities.map((severity) => `${issuesIn(issues, severity)} ${severity}`)
  const records = { created, updated, removed, unchanged, held }
  const told = Object.entries(records).map(([name, count]) => `${count} ${name}`)
  return `${rows} rows, ${quarantined} left out. Records: ${told.join(', ')}. Issues: ${found.join(', ')}.`
}

/** What became of a file: its totals, then every issue. Begins with the mark by which spreadsheets know UTF-8. */
export const resultCsv = (report: SyncDatasetReport): string => {
  const { dataset, outcome, issues } = report
  const total = line([dataset, null, 'total', outcome.toUpperCase(), null, totalsOf(report), null, null, null, null])
  return `\ufeff${table([total, ...linesOf(issues.map((issue) => ({ ...issue, dataset: issue.dataset ?? dataset })))])}`
}
