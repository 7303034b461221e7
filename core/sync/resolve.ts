import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { Role } from '#core/records/built-record.ts'
import { type FileTable, roleOf, targetOf } from './file-table.ts'
import type { IdSet } from './id-table.ts'
import { giveLife, givenNumbers, type LivingRows } from './living-rows.ts'

/** The ids of all employees that count as present: in the file, quarantined, or held. */
export type PresentIds = { readonly has: (id: string) => boolean }

/** An issue of one row, not yet in the order of the file. */
export type RowIssue = { readonly row: number; readonly issue: Issue }

/** The role in which records of a dataset refer to each other. */
export const innerRoles: Readonly<Partial<Record<Dataset, Role>>> = { employees: 'manager', groups: 'parent' }

const unknownManager = (row: number, key: string): RowIssue => ({
  row,
  issue: issue('MANAGER_UNKNOWN', {
    ...say('managerUnknown'),
    dataset: 'employees',
    rows: [row],
    example: key,
  }),
})

const ownManager = (row: number): RowIssue => ({
  row,
  issue: issue('MANAGER_SELF', {
    ...say('managerSelf'),
    dataset: 'employees',
    rows: [row],
  }),
})

const unknownParent = (row: number, key: string): RowIssue => ({
  row,
  issue: issue('PARENT_UNKNOWN', {
    ...say('parentUnknown'),
    dataset: 'groups',
    rows: [row],
    example: key,
  }),
})

const ownParent = (row: number): RowIssue => ({
  row,
  issue: issue('PARENT_SELF', {
    ...say('parentSelf'),
    dataset: 'groups',
    rows: [row],
  }),
})

/** What to say of a reference to nobody, and to the record itself. */
const sentences = (dataset: Dataset) =>
  dataset === 'groups' ? { unknown: unknownParent, own: ownParent } : { unknown: unknownManager, own: ownManager }

export const unknownTarget = (dataset: Dataset, row: number, key: string): RowIssue =>
  sentences(dataset).unknown(row, key)

const unknownEmployee = (dataset: Dataset, row: number, key: string): RowIssue => ({
  row,
  issue: issue('EMPLOYEE_UNKNOWN', {
    ...say('employeeUnknown'),
    dataset,
    rows: [row],
    example: key,
  }),
})

/** The employee that a record belongs to; -1 when it belongs to none. */
const ownerOf = (table: FileTable, number: number): number => {
  for (const reference of table.references(number)) if (roleOf(reference) === 'employee') return targetOf(reference)
  return -1
}

/**
 * Lets the records of the dataset's own model live that the file gives. Rows whose employee is not known are left to the file that
 * holds them. Answers how many live, and what is wrong with the others.
 */
export const takeGiven = (dataset: Dataset, rows: LivingRows, employees: PresentIds) => {
  const { table } = rows
  const issues: RowIssue[] = []
  let count = 0
  for (let number = 0; number < rows.given.length; number += 1) {
    if (table.row(number) === 0 || table.model(number) !== datasetTraits[dataset].model) continue
    const owner = dataset === 'employees' ? -1 : ownerOf(table, number)
    if (owner >= 0 && !employees.has(table.id(owner))) {
      issues.push(unknownEmployee(dataset, table.row(number), table.remoteId(owner)))
      continue
    }
    giveLife(rows, number)
    count += 1
  }
  return { count, issues }
}

/** Takes references between the file's own records out whose targets are not there; nothing is told of those whom the filter leaves out. */
export const dropTargets = (
  dataset: Dataset,
  rows: LivingRows,
  isThere: (number: number) => boolean,
  leftOut: Pick<IdSet, 'has'>,
): readonly RowIssue[] => {
  const { table } = rows
  const role = innerRoles[dataset]
  const { unknown, own } = sentences(dataset)
  const issues: RowIssue[] = []
  for (const number of role ? givenNumbers(rows) : []) {
    const isWanted = (reference: number): boolean => {
      const target = targetOf(reference)
      return roleOf(reference) !== role || (target !== number && isThere(target))
    }
    const dropped = table.references(number).filter((reference) => !isWanted(reference))
    if (dropped.length === 0) continue
    const row = table.row(number)
    for (const target of dropped.map(targetOf).filter((each) => !leftOut.has(table.id(each))))
      issues.push(target === number ? own(row) : unknown(row, table.remoteId(target)))
    table.keepReferences(number, isWanted)
  }
  return issues
}
