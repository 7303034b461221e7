import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Window } from './file-contents.ts'
import { noSuccessors, type Successors } from './follow-links.ts'
import { holdRemovals, idDrift, isDisproved, stillHeld } from './guards.ts'
import { awaitsUpload, type Decided, type Hold, type HoldCause, holdOf, waits } from './hold.ts'
import type { IdSet } from './id-table.ts'
import { defaultLimits, type Limit, type Limits, limitBeside } from './limits.ts'
import type { ManifestTable } from './manifest-table.ts'
import { windowsAround } from './merge-windows.ts'
import type { PresentIds } from './resolve.ts'

/** What a file says about presence. */
export type Presence = {
  readonly fileId: string
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
  readonly dropped: IdSet
  /** Ids of people whom the filter leaves out and who stay all the same. */
  readonly withheld: IdSet
  /** By the id of a committed record, the one that stands for it now: then it goes, uncounted. */
  readonly successors: Successors
  /** The days it covers; only records within them can be missing. Null: it covers everything. */
  readonly windows: readonly Window[] | null
  /** Employees that dependants may belong to. */
  readonly employees: PresentIds
  readonly decided: Decided
  /** Somebody decided that the file is right, whomever it lacks. */
  readonly released: boolean
  /** It is not known yet whether its upload was whole. */
  readonly unproven: boolean
  /** It is known by now that the upload of the file before was, which records have waited for. */
  readonly confirmed: boolean
}

type View = Pick<Presence, 'quarantined' | 'rowsWithoutId'>

/** What becomes of the committed records that a file does not give, by the numbers of their rows. */
export type Absent = {
  /** Stay as they are. */
  readonly kept: readonly number[]
  /** Stay as they are until somebody approves their removal. */
  readonly held: ReadonlyMap<number, Hold>
  /** Stay as they are until it is known that the upload was whole. */
  readonly awaiting: readonly number[]
  readonly removed: readonly number[]
  readonly issues: readonly Issue[]
}

/** The employee that a committed record belongs to. */
const employeeOf = (base: ManifestTable, index: number): string | undefined => {
  const end = base.referencesStart(index + 1)
  for (let i = base.referencesStart(index); i < end; i += 1)
    if (base.role(i) === 'employee') return base.targetId(base.target(i))
  return undefined
}

/** Whether it belongs to an employee who is not there. */
export const belongsToNobody = (
  base: ManifestTable,
  index: number,
  { employees, successors = noSuccessors }: Pick<Presence, 'employees'> & Partial<Pick<Presence, 'successors'>>,
): boolean => {
  const employee = employeeOf(base, index)
  return employee !== undefined && !employees.has(successors.get(employee) ?? employee)
}

/** Every file that would know of the record and does not; what one of them leaves open, another may settle. */
const missedBy = (base: ManifestTable, index: number, presence: Presence): readonly View[] => {
  const views: readonly View[] = presence.windows ? windowsAround(presence.windows, base.day(index)) : [presence]
  return views.filter(({ quarantined }) => quarantined.size === 0 || !quarantined.has(base.id(index)))
}

/** `there`: nothing speaks of a removal. `waiting`: it is held as before. `awaiting`: it waits for word of the upload as before. `unsure`: it may stand in a row without an id. */
type Verdict = 'there' | 'gone' | 'waiting' | 'awaiting' | 'unsure' | 'missing'

/** What a file that does not give a committed record says of it. */
const judgeOne = (base: ManifestTable, index: number, presence: Presence, hold: Hold | null): Verdict => {
  if (belongsToNobody(base, index, presence)) return 'gone'
  const views = missedBy(base, index, presence)
  if (awaitsUpload(base.absentSince(index)) && !presence.quarantined.has(base.id(index))) {
    if (presence.confirmed) return 'gone'
    if (views.length === 0) return 'awaiting'
  }
  // A file of other days says nothing of a removal that is held.
  if (views.length === 0 && (!hold || presence.quarantined.has(base.id(index)))) return 'there'
  const decision = hold && presence.decided(base.id(index), hold.since)
  if (decision === 'approved') return 'gone'
  if (hold && (decision === 'discarded' || views.length === 0 || waits(hold))) return 'waiting'
  return views.every(({ rowsWithoutId }) => rowsWithoutId > 0) ? 'unsure' : 'missing'
}

type Sorted = Record<Exclude<Verdict, 'waiting'>, number[]> & {
  readonly waiting: Map<number, Hold>
  /** Records that were there before. */
  present: number
  /** Records whose removal was held, and that are there again. */
  back: number
}

const sortAbsent = (dataset: Dataset, base: ManifestTable, presence: Presence): Sorted => {
  const { known, anew, dropped, withheld, successors, decided, fileId } = presence
  const { model } = datasetTraits[dataset]
  const lists = { there: [], gone: [], unsure: [], missing: [], awaiting: [] }
  const sorted: Sorted = { ...lists, waiting: new Map(), present: 0, back: 0 }
  const wait = (index: number, hold: Hold): void => {
    const isKept = hold.kept || decided(base.id(index), hold.since) === 'discarded'
    sorted.waiting.set(index, { ...hold, kept: isKept })
  }
  for (let index = 0; index < base.size; index += 1) {
    if (base.model(index) !== model) continue
    if ((dropped.size > 0 && dropped.has(base.id(index))) || (successors.size > 0 && successors.has(base.id(index)))) {
      sorted.gone.push(index)
      continue
    }
    sorted.present += 1
    const hold = holdOf(base, index)
    const isGiven = (known[index] ?? 0) > 0 || anew[index] === 1
    if (!isGiven && withheld.size > 0 && withheld.has(base.id(index))) {
      wait(index, hold ?? { since: fileId, cause: 'left-out', kept: false })
      continue
    }
    const verdict = isGiven ? 'there' : judgeOne(base, index, presence, hold)
    if (verdict === 'there' && hold && !hold.kept) sorted.back += 1
    if (verdict === 'waiting') hold && wait(index, hold)
    else if (!isGiven) sorted[verdict].push(index)
  }
  return sorted
}

type Waiting = {
  readonly missing: readonly number[]
  readonly waiting: ReadonlyMap<number, Hold>
  /** How many of these somebody is still asked about. */
  readonly asked: number
}

/** Takes those out of the waiting who waited because of a file that this one shows to have been wrong: they are missing like any other. */
const withoutDisproved = (base: ManifestTable, sorted: Sorted, limit: Limit): Waiting => {
  const { missing, waiting, present, back } = sorted
  const asked = [...waiting].filter(([index, { kept }]) => !kept && base.absentSince(index) !== null)
  const doubtful = asked.filter(([, { cause }]) => cause === 'many').map(([index]) => index)
  const counts = { back, waiting: doubtful.length, missing: missing.length, present }
  if (doubtful.length === 0 || !isDisproved(counts, limit)) return { missing, waiting, asked: asked.length }
  const rest = new Set(doubtful)
  return {
    missing: missing.concat(doubtful),
    waiting: new Map([...waiting].filter(([index]) => !rest.has(index))),
    asked: asked.length - doubtful.length,
  }
}

const listed = (...issues: readonly (Issue | null | undefined)[]): readonly Issue[] =>
  issues.filter((each) => each != null)

/**
 * Sorts the committed records of the dataset's own model. Who is left out goes and dependants follow their employee, uncounted;
 * the rest is guarded. Those who wait for a decision are not judged again, nor do they hold up single others.
 */
export const judgeAbsent = (
  dataset: Dataset,
  base: ManifestTable,
  presence: Presence,
  limits: Limits = defaultLimits,
): Absent => {
  const sorted = sortAbsent(dataset, base, presence)
  const { there: kept, gone, unsure, present, awaiting } = sorted
  const { missing, waiting, asked } = withoutDisproved(base, sorted, limits.removals)
  const stillAsked = asked > 0 ? stillHeld(dataset, asked) : null
  if (presence.released) {
    const removed = gone.concat(unsure, missing)
    return { kept, held: waiting, awaiting, removed, issues: listed(stillAsked) }
  }
  const { count: given, created, quarantined, rowsWithoutId, fileId } = presence
  const removalCase = { dataset, given, present: present - waiting.size, quarantined: quarantined.size }
  const doubt = holdRemovals({ ...removalCase, removals: unsure.length, rowsWithoutId }, limits)
  const removals = asked > 0 ? limitBeside(limits.removals) : limits.removals
  const guard = holdRemovals({ ...removalCase, removals: missing.length, rowsWithoutId: 0 }, { ...limits, removals })
  const newlyMissing = missing.filter((index) => holdOf(base, index) === null).length
  const drift = idDrift({ dataset, missing: newlyMissing, created, present }, limits.drift)
  const hold = (indexes: readonly number[], cause: HoldCause): readonly (readonly [number, Hold])[] =>
    indexes.map((index) => [index, { since: holdOf(base, index)?.since ?? fileId, cause, kept: false }])
  const held = new Map([...waiting, ...hold(unsure, 'doubt'), ...(guard ? hold(missing, guard.cause) : [])])
  const issues = listed(drift ?? guard?.issue ?? doubt?.issue, stillAsked)
  const waits = presence.unproven && !guard
  return {
    kept,
    held,
    awaiting: waits ? awaiting.concat(missing) : awaiting,
    removed: guard || waits ? gone : gone.concat(missing),
    issues,
  }
}
