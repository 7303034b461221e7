import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Window } from './file-contents.ts'
import { holdRemovals, type RemovalLimit } from './guards.ts'
import type { ManifestRow } from './manifest.ts'
import type { ManifestTable } from './manifest-table.ts'
import { windowsAround } from './merge-windows.ts'
import type { PresentIds } from './resolve.ts'

/** What a file says about presence. */
export type Presence = {
  /** Ids of the records it gives. */
  readonly accepted: { has(id: string): boolean; readonly size: number }
  /** Above 0 for each committed row, by its number, that the file gives as it was. */
  readonly known: Uint32Array
  /** Ids seen in quarantined rows: they count as present. */
  readonly quarantined: ReadonlySet<string>
  readonly rowsWithoutId: number
  /** The days it covers; only records within them can be missing. Null: it covers everything. */
  readonly windows: readonly Window[] | null
  /** Employees that dependants may belong to. */
  readonly employees: PresentIds
}

type View = Pick<Presence, 'quarantined' | 'rowsWithoutId'>

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

/** Every file that would know of the record and does not; what one of them leaves open, another may settle. */
const missedBy = (row: ManifestRow, presence: Presence): readonly View[] => {
  const views: readonly View[] = presence.windows ? windowsAround(presence.windows, row.day) : [presence]
  return views.filter(({ quarantined }) => !quarantined.has(row.id))
}

/** Sorts the committed records of the dataset's own model. Dependants follow their employee, uncounted; the rest is guarded. */
export const judgeAbsent = (
  dataset: Dataset,
  base: ManifestTable,
  presence: Presence,
  limit?: RemovalLimit,
): Absent => {
  const { accepted, known, employees } = presence
  const kept: ManifestRow[] = []
  const followers: ManifestRow[] = []
  const missing: ManifestRow[] = []
  const unsure: ManifestRow[] = []
  let present = 0
  for (let index = 0; index < base.size; index += 1) {
    if (base.model(index) !== datasetTraits[dataset].model) continue
    present += 1
    if ((known[index] ?? 0) > 0 || accepted.has(base.id(index))) continue
    const row = base.row(index)
    const employee = employeeOf(row)
    const views = missedBy(row, presence)
    if (employee !== undefined && !employees.has(employee)) followers.push(row)
    else if (views.length === 0) kept.push(row)
    else if (views.every(({ rowsWithoutId }) => rowsWithoutId > 0)) unsure.push(row)
    else missing.push(row)
  }
  const removalCase = { dataset, given: accepted.size, present }
  const doubt = holdRemovals({ ...removalCase, removals: unsure.length, rowsWithoutId: presence.rowsWithoutId })
  const guard = holdRemovals({ ...removalCase, removals: missing.length, rowsWithoutId: 0 }, limit)
  const issue = guard ?? doubt
  if (guard) return { kept, held: [...unsure, ...missing], removed: followers, issue }
  return { kept, held: unsure, removed: [...followers, ...missing], issue }
}
