import { type Dataset, type DatasetMode, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Scratch } from '#core/ports/scratch.ts'
import { type Absent, judgeAbsent } from './absent.ts'
import { judgeAsEarlier } from './as-earlier.ts'
import type { BuiltSource } from './built-source.ts'
import { noCircles, openCircles } from './circles.ts'
import { type ComparedRecords, comparedRecords } from './compared-records.ts'
import type { FileContents } from './file-contents.ts'
import { targetOf } from './file-table.ts'
import { noSuccessors, type Successors } from './follow-links.ts'
import { type Decided, holdText, undecided, uploadText } from './hold.ts'
import type { IdSet } from './id-table.ts'
import { type Drops, judgeDifferences, movedRecords, type SuccessorOf } from './judge-differences.ts'
import {
  changedKnown,
  countKnown,
  embeddingKnown,
  flagged,
  flagMentioned,
  restatedRows,
  settledRows,
} from './known-rows.ts'
import type { Limits } from './limits.ts'
import { giveLife, givenNumbers, type LivingRows, linkRows, stays, staysHeld, storedIndexes } from './living-rows.ts'
import type { ManifestRow } from './manifest.ts'
import type { ManifestTable } from './manifest-table.ts'
import { windowsOf } from './merge-windows.ts'
import { noOthers, type Others } from './others.ts'
import { dropTargets, innerRoles, type PresentIds, type RowIssue, takeGiven, unknownTarget } from './resolve.ts'

export type { ComparedRecord } from './compared-records.ts'

export type CompareInput = {
  readonly dataset: Dataset
  /** What its files hold, where it is not what they usually do. */
  readonly mode?: DatasetMode
  readonly fileId: string
  readonly file: FileContents
  /** Where the file's records lie. */
  readonly scratch: Pick<Scratch, 'read'>
  readonly base: ManifestTable
  /** The employees that dependants may refer to; the employees' own file decides for itself. */
  readonly employees: PresentIds
  /** Ids that an unfinished plan may have written: never taken for unchanged. */
  readonly unknown: IdSet
  /** What other datasets say of the same records. */
  readonly others?: Others
  /** Employees who have another id by now. */
  readonly successors?: Successors
  readonly limits?: Limits
  /** Somebody decided that the file is right, whomever it lacks. */
  readonly released?: boolean
  /** What was committed before a sync that is rolled back: whom the file lacks stays if they stand there. */
  readonly earlier?: ManifestTable
  /** It is not known yet whether the upload of the file was whole: whom it lacks stays until then. */
  readonly unproven?: boolean
  /** It is known by now that the upload of the file before was whole. */
  readonly confirmed?: boolean
  /** What was decided about removals that are held. */
  readonly decided?: Decided
  /** Whether what no file gives is emptied in part after this, by rules that were others before. */
  readonly empties?: boolean
}

export type Comparison = {
  /** All that live on but for those that are settled, by their numbers. */
  readonly rows: LivingRows
  /** The same as records. */
  readonly records: ComparedRecords
  readonly built: BuiltSource
  readonly base: ManifestTable
  /** 1 for each committed row, by its number, whose record stays exactly as it is. All of them are of the dataset's own model. */
  readonly settled: Uint8Array
  readonly settledCount: number
  /** Numbers of committed rows whose record now says something else of itself: who mentions them did not say so when last parsed. */
  readonly restated: ReadonlySet<number>
  readonly removed: readonly ManifestRow[]
  readonly others: Others
  /** Records stay only until it is known that the upload of the file was whole. */
  readonly unproven?: true
  /** Somebody lives on without a manager, since they would stand in a circle. */
  readonly circular?: true
  readonly issues: readonly Issue[]
}

/** Whether an employee is there after this file: by the number in its table, and by that of the committed row. */
const presence = ({ known }: FileContents, rows: LivingRows) => {
  const { committed, given, anew, stored } = rows
  const committedIsThere = (index: number): boolean =>
    (known[index] ?? 0) > 0 || anew[index] === 1 || (stored[index] ?? 0) > 0
  const isThere = (number: number): boolean => given[number] === 1 || committedIsThere(committed[number] ?? -1)
  return { isThere, committedIsThere }
}

const noIds: IdSet = new Set()

/** Known rows that come back after being missed, or mention somebody who is gone, need another look. */
const reviewKnown = (input: CompareInput, rows: LivingRows, absent: Absent, drops: Drops): readonly RowIssue[] => {
  const { dataset, base, file } = input
  const { dropped: leftOut = noIds } = file
  const issues: RowIssue[] = []
  for (const index of changedKnown(base, file.known, flagged(base, absent.removed))) {
    rows.stored[index] = stays
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1)
      if (drops(i) && !leftOut.has(base.targetId(base.target(i))))
        issues.push(unknownTarget(dataset, file.known[index] ?? 0, base.remoteId(base.target(i))))
  }
  return issues
}

/** Derived records live while any record mentions them: as the file gives them, else as they are stored. */
const liveByMention = ({ dataset, base, file }: CompareInput, rows: LivingRows, drops: Drops): void => {
  const { table, committed } = rows
  const { model } = datasetTraits[dataset]
  const inBase = new Uint8Array(base.size)
  const mentioned = new Uint8Array(table.size())
  flagMentioned(base, file.known, inBase)
  for (const index of storedIndexes(rows))
    for (let i = base.referencesStart(index); i < base.referencesStart(index + 1); i += 1)
      if (!drops(i)) inBase[base.target(i)] = 1
  for (const number of givenNumbers(rows))
    for (const reference of table.references(number)) {
      const target = targetOf(reference)
      mentioned[target] = 1
      const index = committed[target] ?? -1
      if (index >= 0) inBase[index] = 1
    }
  for (let number = 0; number < mentioned.length; number += 1) {
    const isMentioned = mentioned[number] === 1 || inBase[committed[number] ?? -1] === 1
    if (isMentioned && table.row(number) > 0 && table.model(number) !== model) giveLife(rows, number)
  }
  for (let index = 0; index < inBase.length; index += 1) {
    if (inBase[index] !== 1 || base.model(index) === model) continue
    const number = table.find(base.id(index))
    if (number < 0 || table.row(number) === 0) rows.stored[index] = stays
  }
}

type Judging = CompareInput & { readonly others: Others }

/** What is stored of a record that another dataset decided until now is as unknown as what an unfinished plan wrote, unless the file gives it. */
const withInherited = ({ unknown, others: { inherited } }: Judging, { table, given }: LivingRows): IdSet =>
  inherited.size === 0
    ? unknown
    : {
        size: unknown.size + inherited.size,
        has: (id) => unknown.has(id) || (inherited.has(id) && given[table.find(id)] !== 1),
      }

/** Finds everything that lives on and is not settled; answers what is wrong with it. */
const findLiving = (input: Judging, rows: LivingRows, drops: Drops, absent: Absent): readonly RowIssue[] => {
  const { dataset, base, file } = input
  const { isThere } = presence(file, rows)
  const dropped = dropTargets(dataset, rows, isThere, file.dropped ?? noIds)
  const reviewed = reviewKnown(input, rows, absent, drops)
  liveByMention(input, rows, drops)
  const { inBase } = movedRecords(rows, input)
  for (const index of embeddingKnown(base, file.known, inBase)) rows.stored[index] ||= stays
  return [...dropped, ...reviewed]
}

const builtSource = ({ table, given }: LivingRows, scratch: Pick<Scratch, 'read'>): BuiltSource => ({
  read: async (ids) => {
    const found = ids.filter((id) => given[table.find(id)] === 1)
    const texts = scratch.read(found.map((id) => table.place(table.find(id))))
    return new Map(found.map((id, i) => [id, texts[i] ?? '']))
  },
})

/** Committed records of other models that nobody mentions any more. */
const derivedGone = ({ dataset, base }: CompareInput, { anew, stored }: LivingRows): readonly number[] => {
  const gone: number[] = []
  for (let index = 0; index < base.size; index += 1)
    if (base.model(index) !== datasetTraits[dataset].model && anew[index] !== 1 && stored[index] === 0) gone.push(index)
  return gone
}

/** Of employees as of the file's own records. */
const successorsOf = ({ file, successors = noSuccessors }: CompareInput): Successors =>
  file.successors ? new Map([...successors, ...file.successors]) : successors

const judgePresence = (input: CompareInput, rows: LivingRows, count: number, successors: Successors): Absent => {
  const { dataset, base, file, fileId, employees, decided = undecided } = input
  const { released = false, unproven = false, confirmed = false } = input
  const { quarantined, rowsWithoutId, known, dropped = noIds, withheld = noIds } = file
  const isWhole = (input.mode ?? datasetTraits[dataset].mode) !== 'window' && !file.windows
  const windows = isWhole ? null : windowsOf(file, base)
  const { model } = datasetTraits[dataset]
  const isCreated = (number: number): boolean =>
    (rows.committed[number] ?? -1) < 0 && rows.table.model(number) === model
  const created = givenNumbers(rows).reduce((sum, number) => sum + (isCreated(number) ? 1 : 0), 0)
  const left = {
    quarantined,
    rowsWithoutId,
    dropped,
    withheld,
    successors,
    windows,
    employees,
    decided,
    released,
    unproven,
    confirmed,
  }
  const presence = { ...left, fileId, created, known, anew: rows.anew, count: count + countKnown(known) }
  if (input.earlier) return judgeAsEarlier(dataset, base, presence, input.earlier)
  return judgeAbsent(dataset, base, presence, input.limits)
}

/**
 * Compares what a file holds with what is committed: which records live on and how they differ, and which are removed.
 * The same file, base and employees always come to the same, however many of its rows are known.
 */
export const compare = (input: CompareInput): Comparison => {
  const { dataset, base, file, empties = false, others = noOthers } = input
  const { model } = datasetTraits[dataset]
  const rows = linkRows(file.table, base)
  const unknown = withInherited({ ...input, others }, rows)
  const doubt = { unknown, others }
  const taken = takeGiven(dataset, rows, input.employees)
  const successors = successorsOf(input)
  const absent = judgePresence(input, rows, taken.count, successors)
  for (const index of absent.kept) rows.stored[index] = stays
  for (const index of absent.awaiting) rows.stored[index] = stays
  for (const [index, { kept }] of absent.held) rows.stored[index] = kept ? stays : staysHeld
  const { committedIsThere } = presence(file, rows)
  const successorOf: SuccessorOf = (reference) =>
    successors.size > 0 ? successors.get(base.targetId(base.target(reference))) : undefined
  const drops: Drops = (reference) =>
    base.role(reference) === innerRoles[dataset] &&
    !committedIsThere(base.target(reference)) &&
    successorOf(reference) === undefined
  const found = findLiving({ ...input, ...doubt }, rows, drops, absent)
  const circles = dataset === 'employees' ? openCircles({ rows, known: file.known, drops, successorOf }) : noCircles
  const dropsNow: Drops = (reference) => drops(reference) || circles.cut.has(reference)
  const judged = judgeDifferences(rows, doubt, movedRecords(rows, doubt), { drops: dropsNow, successorOf })
  const issues = [...taken.issues, ...found, ...circles.issues].sort((a, b) => a.row - b.row).map(({ issue }) => issue)
  const awaiting = new Set(absent.awaiting)
  const holdTextOf = (index: number): string | null => {
    const hold = absent.held.get(index)
    if (hold) return holdText(hold)
    return awaiting.has(index) ? uploadText(input.fileId) : null
  }
  const removed = [...absent.removed, ...derivedGone(input, rows)].map((index) => base.row(index))
  return {
    rows,
    records: comparedRecords({ rows, judged, unknown, drops: dropsNow, successorOf, holdTextOf, empties }),
    built: builtSource(rows, input.scratch),
    base,
    ...settledRows(file.known, rows),
    restated: restatedRows(rows, model, unknown),
    removed,
    others,
    ...(awaiting.size > 0 ? { unproven: true } : {}),
    ...(circles.issues.length > 0 ? { circular: true } : {}),
    issues: [...issues, ...absent.issues],
  }
}
