import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { type IssueCode, issueCodes, issueSeverity } from './codes.ts'

const severities = ['error', 'warning', 'info'] as const

/** A problem in a file, as data. Rows count as a spreadsheet counts them: the first line of the file is row 1. */
export const IssueSchema = v.object({
  code: v.picklist(issueCodes),
  severity: v.picklist(severities),
  dataset: v.nullable(DatasetSchema),
  /** Every row the issue touches, at most `maxIssueRows` of them; empty when it concerns the whole file. */
  rows: v.array(v.number()),
  /** How many rows it touches in all. */
  count: v.number(),
  column: v.nullable(v.string()),
  /** The cell or id that shows the problem, shortened; null where it would tell more than is needed. */
  example: v.nullable(v.string()),
  message: v.string(),
  fix: v.string(),
})

export type Issue = v.InferOutput<typeof IssueSchema>

export const maxIssueRows = 1_000
const maxExampleLength = 60
/** Column names come from files too: a report must fit where it is kept, whatever they are. */
const maxColumnLength = 80
const maxMessageLength = 700

const shortened = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text)
const shortenedIfAny = (text: string | null | undefined, length: number): string | null =>
  text === null || text === undefined ? null : shortened(text, length)

type IssueParts = {
  readonly message: string
  readonly fix: string
  readonly dataset?: Issue['dataset']
  readonly rows?: readonly number[]
  readonly column?: string | null
  readonly example?: string | null
}

/** Makes an issue of a known code; the severity belongs to the code. */
export const issue = (code: IssueCode, parts: IssueParts): Issue => {
  const rows = parts.rows ?? []
  return {
    code,
    severity: issueSeverity[code],
    dataset: parts.dataset ?? null,
    rows: rows.slice(0, maxIssueRows),
    count: rows.length,
    column: shortenedIfAny(parts.column, maxColumnLength),
    example: shortenedIfAny(parts.example, maxExampleLength),
    message: shortened(parts.message, maxMessageLength),
    fix: shortened(parts.fix, maxMessageLength),
  }
}
