import type { Issue } from '#core/issues/issue.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { columnsOfRows } from '#core/mapping/rows.ts'
import { isColumn } from './edits.ts'

const isTrouble = ({ severity }: Issue): boolean => severity !== 'info'

/** What is wrong in some columns. */
export const issuesIn = (issues: readonly Issue[], columns: ReadonlySet<string>): readonly Issue[] =>
  issues.filter((issue) => isTrouble(issue) && issue.column !== null && columns.has(issue.column))

/** What the values of columns leave open; of days and months the choice of the format speaks itself. */
const openCodes: ReadonlySet<Issue['code']> = new Set(['NUMBER_AMBIGUOUS', 'DATE_ZONED'])

/** What was left open when the columns were proposed. */
export const doubtsIn = (found: readonly Issue[], columns: ReadonlySet<string>): readonly Issue[] =>
  issuesIn(found, columns).filter(({ code }) => openCodes.has(code))

/** What is wrong and shown beside no choice: neither a field nor the choice of rows looks at its column. */
export const generalIssues = ({ fields, rows = {} }: Mapping, issues: readonly Issue[]): readonly Issue[] => {
  const ofFields = Object.values(fields).flatMap((sources) => sources.filter(isColumn).map(({ column }) => column))
  const shown = new Set([...ofFields, ...columnsOfRows(rows)])
  return issues.filter(
    (issue) =>
      isTrouble(issue) &&
      (issue.column === null || !shown.has(issue.column)) &&
      // A needed field that nothing fills is said beside the fields.
      (issue.code !== 'VALUE_MISSING' || issue.count > 0),
  )
}
