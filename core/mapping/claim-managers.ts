import { isEmail } from '#core/values/email.ts'
import type { Claim } from './claims.ts'
import type { IdChoice } from './draft-id.ts'
import { type SampleColumn, share } from './sample-column.ts'

const half = 0.5
/** Names that say by themselves what a manager is named by. */
const said = 0.75

const byName = 'manager.display_full_name'

const looksLikeName = (value: string): boolean => /^\p{L}[^\d@]*[\s,][^\d@]*\p{L}\.?$/u.test(value)

const among = (column: SampleColumn, known: ReadonlySet<string> | undefined): boolean =>
  known !== undefined && known.size > 0 && share(column.distinct, (value) => known.has(value)) >= half

const shapeOf = (value: string): string => value.replace(/\p{L}/gu, 'a').replace(/\d/g, '9')
const leastOfId = 3

/** Whether values are written as those of the ids, `P-0012`: in a small sample, managers may be missing. */
const looksLikeThose = (column: SampleColumn, ids: SampleColumn | undefined): boolean => {
  const shapes = new Set([...(ids?.distinct ?? [])].filter((id) => /\d/.test(id)).map(shapeOf))
  return share(column.distinct, (value) => value.length >= leastOfId && shapes.has(shapeOf(value))) > half
}

/** The field that the values of a column of managers are in: an id, a number, an e-mail address or a name of another row. */
const fieldByValues = (column: SampleColumn, claims: readonly Claim[], id: IdChoice): string | undefined => {
  const columnOf = (field: string): SampleColumn | undefined => claims.find((claim) => claim.field === field)?.column
  const has = (field: string): boolean => columnOf(field) !== undefined
  if (id.columns.length === 1 && among(column, id.columns[0]?.distinct)) return 'manager.remote_id'
  if (among(column, columnOf('employee_number')?.distinct)) return 'manager.employee_number'
  if (has('work_email') && share(column.distinct, isEmail) >= half) return 'manager.work_email'
  if (id.columns.length === 1 && looksLikeThose(column, id.columns[0])) return 'manager.remote_id'
  const named = has('display_full_name') || (has('first_name') && has('last_name'))
  return named && share(column.distinct, looksLikeName) >= half ? byName : undefined
}

/** Beside `Manager ID`, the column `Manager` holds the name. */
const isNamedBeside = ({ field, confidence }: Claim, claims: readonly Claim[]): boolean =>
  confidence < said && claims.some((other) => other.field === field && other.confidence >= said)

/** Claims of managers with the field that their values are in. A name that leaves open what it holds needs values that tell it. */
export const withManagerFields = (claims: readonly Claim[], id: IdChoice): readonly Claim[] =>
  claims.flatMap((claim) => {
    const { field, column, confidence } = claim
    if (!field.startsWith('manager.')) return [claim]
    if (column.values.length === 0) return [isNamedBeside(claim, claims) ? { ...claim, field: byName } : claim]
    const told = fieldByValues(column, claims, id)
    if (told === undefined) return confidence >= said ? [claim] : []
    return [{ ...claim, field: told, confidence: told === field ? claim.confidence : Math.min(claim.confidence, 0.85) }]
  })
