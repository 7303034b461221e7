import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Window } from './file-contents.ts'
import { holdRemovals, idDrift, type RemovalLimit } from './guards.ts'
import type { IdSet } from './id-table.ts'
import type { ManifestTable } from './manifest-table.ts'
import { windowsAround } from './merge-windows.ts'
import type { PresentIds } from './resolve.ts'

/** What a file says about presence. */
export type Presence = {
  /** How many records it gives. */
  readonly count: number
  /** How many of them are not committed. */
  readonly created: number
  /** Above 0 for each committed row, by its number, that the file gives as it was. */
  readonly known: Uint32Array
  /** 1 for each committed row whose record the file gives anew. */
  readonly anew: Uint8Array
  /** Ids seen in quarantined rows: they count as present. */
  readonly quarantined: IdSet
  readonly rowsWithoutId: number
  /** Ids of people whom the filter leaves out, even if they count as present. */
  readonly dropped?: IdSet
  /** The days it covers; only records within them can be missing. Null: it covers everything. */
  readonly windows: readonly Window[] | null
  /** Employees that dependants may belong to. */
  readonly employees: PresentIds
}

type View = Pick<Presence, 'quarantined' | 'rowsWithoutId'>

/** What becomes of the committed records that a file does not give, by the numbers of their rows. */
export type Absent = {
  /** Stay as they are. */
  readonly kept: readonly number[]
  /** Stay as they are until somebody approves their removal. */
  readonly held: readonly number[]
  readonly removed: readonly number[]
  readonly issue: Issue | null
}

/** The employee that a committed record belongs to. */
const employeeOf = (base: ManifestTable, index: number): string | undefined => {
  const end = base.referencesStart(index + 1)
  for (let i = base.referencesStart(index); i < end; i += 1)
    if (base.role(i) === 'employee') return base.targetId(base.target(i))
  return undefined
}

/** Every file that would know of the record and does not; what one of them leaves open, another may settle. */
const missedBy = (base: ManifestTable, index: number, presence: Presence): readonly View[] => {
  const views: readonly View[] = presence.windows ? windowsAround(presence.windows, base.day(index)) : [presence]
  return views.filter(({ quarantined }) => quarantined.size === 0 || !quarantined.has(base.id(index)))
}

/**
 * Sorts the committed records of the dataset's own model. Who is left out goes and dependants follow their employee, uncounted;
 * the rest is guarded.
 */
export const judgeAbsent = (
  dataset: Dataset,
  base: ManifestTable,
  presence: Presence,
  limit?: RemovalLimit,
): Absent => {
  const { count, known, anew, employees, quarantined, dropped } = presence
  const { model } = datasetTraits[dataset]
  const kept: number[] = []
  const uncounted: number[] = []
  const missing: number[] = []
  const unsure: number[] = []
  const waiting: number[] = []
  // A file of other days says nothing of a removal that is held.
  const waits = (index: number): boolean =>
    base.absentSince(index) !== null && !presence.quarantined.has(base.id(index))
  let present = 0
  for (let index = 0; index < base.size; index += 1) {
    if (base.model(index) !== model) continue
    if (dropped && dropped.size > 0 && dropped.has(base.id(index))) {
      uncounted.push(index)
      continue
    }
    present += 1
    if ((known[index] ?? 0) > 0 || anew[index] === 1) continue
    const employee = employeeOf(base, index)
    const views = missedBy(base, index, presence)
    if (employee !== undefined && !employees.has(employee)) uncounted.push(index)
    else if (views.length === 0) (waits(index) ? waiting : kept).push(index)
    else if (views.every(({ rowsWithoutId }) => rowsWithoutId > 0)) unsure.push(index)
    else missing.push(index)
  }
  const removalCase = { dataset, given: count, present, quarantined: quarantined.size }
  const doubt = holdRemovals({ ...removalCase, removals: unsure.length, rowsWithoutId: presence.rowsWithoutId })
  const guard = holdRemovals({ ...removalCase, removals: missing.length, rowsWithoutId: 0 }, limit)
  const newlyMissing = missing.filter((index) => base.absentSince(index) === null).length
  const drift = guard && idDrift({ dataset, missing: newlyMissing, created: presence.created, present })
  const issue = drift ?? guard ?? doubt
  const held = waiting.concat(unsure)
  if (guard) return { kept, held: held.concat(missing), removed: uncounted, issue }
  return { kept, held, removed: uncounted.concat(missing), issue }
}
