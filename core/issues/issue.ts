import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { type IssueCode, issueCodes, issueSeverity } from './codes.ts'
import { consequenceNames, consequenceOf, consequences } from './consequence.ts'
import { maxColumnLength, ParamsSchema, type Said, shortened } from './say.ts'

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
  /** The name of the file whose rows they are, if it is one that the file of the report is joined with, or builds on. */
  file: v.exactOptional(v.string()),
  /** The cell or id that shows the problem, shortened; null where it would tell more than is needed. */
  example: v.nullable(v.string()),
  message: v.string(),
  fix: v.string(),
  /** What was done about it, by name and in a sentence. Reports of before lack both. */
  consequence: v.exactOptional(v.picklist(consequenceNames)),
  done: v.exactOptional(v.string()),
  /** The name of the sentence that `message`, `fix` and, where it has one, `example` are said by, for whoever says it in another language. */
  says: v.exactOptional(v.string()),
  /** What stands in the places of the sentence. */
  params: v.exactOptional(ParamsSchema),
  /** Stands for all problems of its code that were too many to be told apart. */
  further: v.exactOptional(v.literal(true)),
})

export type Issue = v.InferOutput<typeof IssueSchema>

export const maxIssueRows = 1_000
const maxExampleLength = 60
const maxMessageLength = 700

const shortenedIfAny = (text: string | null | undefined, length: number): string | null =>
  text === null || text === undefined ? null : shortened(text, length)

type Place = {
  readonly dataset?: Issue['dataset']
  readonly rows?: readonly number[]
  readonly column?: string | null
  readonly example?: string | null
}

/** Makes an issue of a known code: what it says, and where. The severity belongs to the code. */
export const issue = (code: IssueCode, parts: Omit<Said, 'example'> & Place): Issue => {
  const rows = parts.rows ?? []
  const consequence = consequenceOf(code, parts.says)
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
    consequence,
    done: consequences[consequence],
    says: parts.says,
    ...(parts.params === undefined ? {} : { params: parts.params }),
  }
}
