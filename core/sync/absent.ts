import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Window } from './file-contents.ts'
import { holdRemovals, type RemovalLimit } from './guards.ts'
import type { Manifest, ManifestRow } from './manifest.ts'
import { isWithin } from './merge-windows.ts'
import type { PresentIds } from './resolve.ts'

/** What a file says about presence. */
export type Presence = {
  /** Ids of the records it gives. */
  readonly accepted: { has(id: string): boolean; readonly size: number }
  /** Ids seen in quarantined rows: they count as present. */
  readonly quarantined: ReadonlySet<string>
  readonly rowsWithoutId: number
  /** The days it covers; only records within them can be missing. Null: it covers everything. */
  readonly windows: readonly Window[] | null
  /** Employees that dependants may belong to. */
  readonly employees: PresentIds
}

/** What becomes of the committed records that a file does not give. */
export type Absent = {
  /** Stay as they are. */
  readonly kept: readonly ManifestRow[]
  /** Stay as they are until somebody approves their removal. */
  readonly held: readonly ManifestRow[]
  readonly removed: readonly ManifestRow[]
  readonly issue: Issue | null
}

const employeeOf = (row: ManifestRow): string | undefined => row.references.find(({ role }) => role === 'employee')?.id

/** Sorts the committed records of the dataset's own model. Dependants follow their employee, uncounted; the rest is guarded. */
export const judgeAbsent = (dataset: Dataset, base: Manifest, presence: Presence, limit?: RemovalLimit): Absent => {
  const { accepted, quarantined, windows, employees } = presence
  const kept: ManifestRow[] = []
  const followers: ManifestRow[] = []
  const missing: ManifestRow[] = []
  let present = 0
  for (const row of base.values()) {
    if (row.model !== datasetTraits[dataset].model) continue
    present += 1
    if (accepted.has(row.id)) continue
    const employee = employeeOf(row)
    const uncovered = windows !== null && !isWithin(windows, row.day)
    if (employee !== undefined && !employees.has(employee)) followers.push(row)
    else if (quarantined.has(row.id) || uncovered) kept.push(row)
    else missing.push(row)
  }
  const issue = holdRemovals(
    { dataset, removals: missing.length, given: accepted.size, present, rowsWithoutId: presence.rowsWithoutId },
    limit,
  )
  if (issue) return { kept, held: missing, removed: followers, issue }
  return { kept, held: [], removed: [...followers, ...missing], issue }
}
