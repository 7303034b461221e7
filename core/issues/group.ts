import type { IssueCode } from './codes.ts'
import { type Issue, maxIssueRows } from './issue.ts'

/** Different groups kept per code. What comes after is counted in one more. */
export const maxGroupsPerCode = 1_000

/** Different cells kept per column where all of them are wrong in the same way, and mended at once. */
export const maxCellsPerColumn = 25
const alikeCells: ReadonlySet<IssueCode> = new Set([
  'ID_REWRITTEN',
  'DATE_UNREADABLE',
  'NUMBER_UNREADABLE',
  'BOOLEAN_UNREADABLE',
  'TIME_UNREADABLE',
  'EMAIL_INVALID',
  'PHONE_INVALID',
  'IBAN_INVALID',
])

type Group = { readonly first: Issue; readonly rows: number[]; count: number }

export type IssueGroups = {
  add(found: Issue): void
  /** In the order in which they were first met. */
  all(): Issue[]
}

const keyOf = ({ dataset, column, example, message, consequence }: Issue): string =>
  JSON.stringify([dataset, column, example, example === null ? message : null, consequence])

const columnOf = ({ code, dataset, column, message, consequence }: Issue): string =>
  JSON.stringify([code, dataset, column, message, consequence])

/** Stands for all further problems of a code, or of a code in a column: what differs between them is left out. */
const furtherOnes = (found: Issue, column: string | null): Issue => ({
  ...found,
  column,
  example: null,
  message: `Further problems of this kind: ${found.message}`,
  further: true,
})

const addTo = (group: Group, found: Issue): void => {
  group.count += found.count
  for (const row of found.rows) if (group.rows.length < maxIssueRows) group.rows.push(row)
}

/** Merges the issues of one report that say the same: same code, column and example. Memory is bounded, whatever a file holds. */
export const groupIssues = (): IssueGroups => {
  const codes = new Map<IssueCode, Map<string, Group>>()
  const cells = new Map<string, number>()
  const groups: Group[] = []

  const open = (first: Issue, key: string, ofCode: Map<string, Group>): Group => {
    const group: Group = { first, rows: [], count: 0 }
    ofCode.set(key, group)
    groups.push(group)
    return group
  }

  const groupOf = (found: Issue): Group => {
    const ofCode = codes.get(found.code) ?? new Map<string, Group>()
    codes.set(found.code, ofCode)
    const key = keyOf(found)
    const known = ofCode.get(key)
    if (known !== undefined) return known
    const column = alikeCells.has(found.code) ? columnOf(found) : undefined
    const alike = column === undefined ? 0 : (cells.get(column) ?? 0)
    if (column !== undefined && alike >= maxCellsPerColumn)
      return ofCode.get(column) ?? open(furtherOnes(found, found.column), column, ofCode)
    if (column !== undefined) cells.set(column, alike + 1)
    if (ofCode.size < maxGroupsPerCode) return open(found, key, ofCode)
    return ofCode.get('') ?? open(furtherOnes(found, null), '', ofCode)
  }

  return {
    add: (found) => addTo(groupOf(found), found),
    all: () => groups.map(({ first, rows, count }) => ({ ...first, rows, count })),
  }
}
