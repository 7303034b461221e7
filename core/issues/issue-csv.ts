import type { SyncDatasetReport } from '#core/control/sync.ts'
import { bySeverity } from './by-severity.ts'
import { consequenceOf, consequences } from './consequence.ts'
import type { Issue } from './issue.ts'

export const csvColumns = [
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
type CsvColumn = (typeof csvColumns)[number]

/** How a table is written. Without names its columns have those above, which stay the same for whoever reads them by machine. */
export type CsvForm = {
  /** What stands between cells: spreadsheets take a comma where it is not the decimal sign, else a semicolon. */
  readonly delimiter?: ',' | ';'
  readonly names?: Readonly<Record<CsvColumn, string>>
  /** Says what stands in a column of names in other words. */
  readonly say?: (column: 'dataset' | 'severity', name: string) => string
}

/** How a table is written for somebody of this language to open it. */
export const csvFormOf = ({ language }: { readonly language: string }): CsvForm => ({
  delimiter: language === 'en' ? ',' : ';',
})

/** By which spreadsheets know that a text is UTF-8. */
const mark = '\ufeff'
/** What one answer of a function can carry, quotes and line breaks escaped. */
const maxBytes = 4_500_000

/** What spreadsheets take for the end of a cell where they expect other delimiters than there are. */
const runsAsFormula = /(^|[,;\t\r\n])(\s*)(?=[=+\-@\uff0b\uff0d\uff1d\uff20])/g

/** Spreadsheets run what begins like a formula: an apostrophe makes it text. */
const harmless = (text: string): string => text.replace(runsAsFormula, "$1$2'")

const cell = (value: string | number | null): string => {
  const text = harmless(String(value ?? ''))
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type Line = readonly (string | number | null)[]

const asItIs = (_column: string, name: string): string => name

const lineOf = (row: number | null, issue: Issue, { say = asItIs }: CsvForm): Line => {
  const { dataset, code, column, message, fix, example, count } = issue
  const done = issue.done ?? consequences[consequenceOf(code)]
  const severity = say('severity', issue.severity)
  return [dataset && say('dataset', dataset), row, severity, code, column, message, done, fix, example, count || null]
}

const linesOf = (issue: Issue, rows: number, form: CsvForm): readonly Line[] =>
  issue.rows.length === 0
    ? [lineOf(null, issue, form)]
    : issue.rows.slice(0, rows).map((row) => lineOf(row, issue, form))

/** Of very many rows the first of each issue: `rows in all` has how many there are. */
const rowsPerIssue = [Number.POSITIVE_INFINITY, 300, 100, 30, 10, 3, 1] as const

const bytesOf = (issue: Issue): number => new TextEncoder().encode(lineOf(0, issue, {}).map(cell).join()).byteLength + 8

const rowsThatFit = (issues: readonly Issue[]): number => {
  const sizes = issues.map((each) => ({ bytes: bytesOf(each), rows: each.rows.length }))
  const bytesWith = (most: number): number =>
    sizes.reduce((sum, { bytes, rows }) => sum + bytes * Math.max(1, Math.min(rows, most)), 0)
  return rowsPerIssue.find((most) => bytesWith(most) <= maxBytes) ?? 1
}

const table = (lines: readonly Line[], { delimiter = ',', names }: CsvForm): string => {
  const header = csvColumns.map((column) => names?.[column] ?? column)
  const text = [header, ...lines].map((each) => each.map(cell).join(delimiter))
  return `${mark}${[...text, ''].join('\r\n')}`
}

const linesOfAll = (issues: readonly Issue[], form: CsvForm): readonly Line[] => {
  const rows = rowsThatFit(issues)
  return issues.toSorted(bySeverity).flatMap((issue) => linesOf(issue, rows, form))
}

/** One line for each row that an issue touches, or one for the issue where it is about the whole file, the gravest first. RFC 4180. */
export const issuesCsv = (issues: readonly Issue[], form: CsvForm = {}): string => table(linesOfAll(issues, form), form)

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

/** What became of a file: its totals, then every issue. */
export const resultCsv = (report: SyncDatasetReport, form: CsvForm = {}): string => {
  const { dataset, outcome, issues } = report
  const total = [dataset, null, 'total', outcome.toUpperCase(), null, totalsOf(report), null, null, null, null]
  const named = issues.map((issue) => ({ ...issue, dataset: issue.dataset ?? dataset }))
  return table([total, ...linesOfAll(named, form)], form)
}
