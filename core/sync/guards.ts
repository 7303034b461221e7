import type { Dataset } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'
import type { HoldCause } from './hold.ts'
import { defaultLimits, type Limit, type Limits, passes } from './limits.ts'

export type RemovalCase = {
  readonly dataset: Dataset
  /** Records that a file of this dataset would remove. */
  readonly removals: number
  /** Records that it gives. */
  readonly given: number
  /** Records that were present before. */
  readonly present: number
  /** Rows whose id could not be read: any of them may be one of the missing. */
  readonly rowsWithoutId: number
  /** Ids in rows that were left out. */
  readonly quarantined: number
}

const held = (dataset: Dataset, said: Said): Issue => issue('REMOVALS_HELD', { ...said, dataset })

/** Why removals are held, for the manifest and for people. */
export type Guarded = { readonly cause: HoldCause; readonly issue: Issue }

/** Whether the removals of a file must wait for somebody's approval; everything else of the file applies all the same. */
export const holdRemovals = (
  { dataset, removals, given, present, rowsWithoutId, quarantined }: RemovalCase,
  { removals: limit, quarantine }: Pick<Limits, 'removals' | 'quarantine'> = defaultLimits,
): Guarded | null => {
  const guarded = (cause: HoldCause, said: Said): Guarded => ({ cause, issue: held(dataset, said) })
  if (removals === 0) return null
  if (rowsWithoutId > 0) return guarded('doubt', say('heldForRowsWithoutId', { removals, rows: rowsWithoutId }))
  if (passes(quarantined, given + quarantined, quarantine))
    return guarded('doubt', say('heldForQuarantine', { removals, quarantined, ids: given + quarantined }))
  if (given === 0) return guarded('doubt', say('heldForEmptyFile', { present }))
  if (passes(removals, present, limit)) return guarded('many', say('heldForMany', { removals, present }))
  return null
}

/** Tells of removals that wait since earlier files. */
export const stillHeld = (dataset: Dataset, removals: number): Issue => held(dataset, say('stillHeld', { removals }))

export type DisprovedCase = {
  /** Records whose removal was held, and that this file gives. */
  readonly back: number
  /** Those that it lacks as well. */
  readonly waiting: number
  /** Others that it lacks. */
  readonly missing: number
  /** Records that were present before, all of these among them. */
  readonly present: number
}

/** Whether a file shows that an earlier one was wrong to lack so many: it gives some of them back, and most of them, or lacks few itself. */
export const isDisproved = (
  { back, waiting, missing, present }: DisprovedCase,
  limit: Limit = defaultLimits.removals,
): boolean => back > 0 && (back > waiting || !passes(waiting + missing, present, limit))

export type LeftOutCase = {
  /** Employees whom the filter leaves out by what a file newly says of them. */
  readonly leftOut: number
  /** Employees who pass it. */
  readonly given: number
  /** Employees who were present before. */
  readonly present: number
}

/** Whether those whom a file makes a filter leave out must stay: a column that came out blank is no reason to empty half a company. */
export const holdLeftOut = (
  { leftOut, given, present }: LeftOutCase,
  limit: Limit = defaultLimits.removals,
): Issue | null => {
  if (leftOut === 0 || (given > 0 && !passes(leftOut, present, limit))) return null
  return held('employees', say('heldForFilter', { removals: leftOut, present }))
}

export type DriftCase = {
  readonly dataset: Dataset
  /** Records missing from the file that earlier files gave. */
  readonly missing: number
  /** Records that it gives and no earlier file gave. */
  readonly created: number
  /** Records that were present before. */
  readonly present: number
}

/**
 * Why a file is not to be applied at all: everybody would be there twice. Only employees have ids that stay for good: absences and
 * employments of a new year may well be all new.
 */
export const idDrift = (
  { dataset, missing, created, present }: DriftCase,
  limit: Limit = defaultLimits.drift,
): Issue | null => {
  const isDrift = passes(missing, present, limit) && passes(created, present, limit)
  if (dataset !== 'employees' || !isDrift) return null
  return issue('ID_DRIFT', { ...say('idDrift', { missing, present, created }), dataset })
}

export type SwapCase = {
  /** Ids under which the file tells of somebody else than before. */
  readonly swapped: number
  /** Records that were present before. */
  readonly present: number
  /** Where the file does so, as far as it was looked at. */
  readonly rows: readonly number[]
}

/** Why an employees file is not to be applied at all: people would get the records of others. */
export const idSwaps = ({ swapped, present, rows }: SwapCase, limit: Limit = defaultLimits.swaps): Issue | null =>
  passes(swapped, present, limit)
    ? issue('IDS_SWAPPED', { ...say('idsSwapped', { swapped, present }), dataset: 'employees', rows })
    : null
