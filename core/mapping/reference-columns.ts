import type { IssueCode } from '#core/issues/codes.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Mapping } from './mapping.ts'

/** The field that names whom a row refers to, by what can be wrong with it. */
const fieldOf: Readonly<Partial<Record<IssueCode, string>>> = {
  MANAGER_UNKNOWN: 'manager.remote_id',
  MANAGER_AMBIGUOUS: 'manager.remote_id',
  MANAGER_SELF: 'manager.remote_id',
  MANAGER_CIRCLE: 'manager.remote_id',
  PARENT_UNKNOWN: 'parent.remote_id',
  PARENT_SELF: 'parent.remote_id',
  EMPLOYEE_UNKNOWN: 'employee.remote_id',
}

/** The column that a field is filled from; of a manager, whatever names that person. */
const columnOf = ({ fields }: Mapping, field: string): string | null =>
  [field, ...(field.startsWith('manager.') ? Object.keys(fields).filter((each) => each.startsWith('manager.')) : [])]
    .flatMap((each) => fields[each] ?? [])
    .flatMap((source) => (source.from === 'column' ? [source.column] : []))[0] ?? null

const ofIds: ReadonlySet<IssueCode> = new Set(['ID_DUPLICATE', 'PERSON_TWICE'])

/** The same issues, where they are about a reference or an id with the column of the file that holds it. */
export const withReferenceColumns = (issues: readonly Issue[], mapping: Mapping): readonly Issue[] =>
  issues.map((found) => {
    if (ofIds.has(found.code)) return { ...found, column: mapping.id.columns.join(' + ') }
    const field = fieldOf[found.code]
    return field === undefined || found.column !== null ? found : { ...found, column: columnOf(mapping, field) }
  })
