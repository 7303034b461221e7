import { type Issue, issue } from '#core/issues/issue.ts'
import type { BuiltRecord, Mention } from '#core/records/built-record.ts'
import type { Reference } from '#core/records/render.ts'

/** The ids of all employees that count as present: in the file, quarantined, or held. */
export type PresentIds = { readonly has: (id: string) => boolean }

export type Resolved =
  | { readonly kind: 'resolved'; readonly references: readonly Reference[]; readonly issues: readonly Issue[] }
  /** The employee it belongs to is not known: remembered by its file, not stored. */
  | { readonly kind: 'orphan'; readonly issue: Issue }

export const unknownManager = (row: number, key: string): Issue =>
  issue('MANAGER_UNKNOWN', {
    dataset: 'employees',
    rows: [row],
    example: key,
    message:
      'No employee that could be read from the file has the id named here as manager, so the person is stored without one.',
    fix: "Add the manager to the export, or correct the manager id. If the manager's own row is reported too, mend that one.",
  })

const ownManager = (row: number): Issue =>
  issue('MANAGER_SELF', {
    dataset: 'employees',
    rows: [row],
    message: 'The person is named as their own manager; stored without a manager.',
    fix: 'Nothing to do if this is how your HR system marks the top of the organisation.',
  })

const unknownEmployee = (record: BuiltRecord, row: number, key: string): Issue =>
  issue('EMPLOYEE_UNKNOWN', {
    dataset: record.model === 'hris_absences' ? 'absences' : 'timesheets',
    rows: [row],
    example: key,
    message: 'The employee this row belongs to is not known, so the row is not stored for now.',
    fix: 'It is stored by itself as soon as an employees file contains the person; check the employee id if it should be there.',
  })

/** Turns the mentions of a record into ids of records that exist, and says what could not be resolved. */
export const resolveMentions = (
  record: BuiltRecord,
  row: number,
  idOf: (mention: Pick<Mention, 'model' | 'key'>) => string,
  employees: PresentIds,
): Resolved => {
  const references: Reference[] = []
  const issues: Issue[] = []
  for (const mention of record.mentions) {
    const id = idOf(mention)
    const known = mention.model !== 'hris_employees' || employees.has(id)
    if (mention.role === 'employee' && !known)
      return { kind: 'orphan', issue: unknownEmployee(record, row, mention.key) }
    if (mention.role === 'manager' && mention.key === record.key) issues.push(ownManager(row))
    else if (!known) issues.push(unknownManager(row, mention.key))
    else references.push({ role: mention.role, id })
  }
  return { kind: 'resolved', references, issues }
}
