import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { RowMarks } from '#core/files/table.ts'
import { groupIssues } from '#core/issues/group.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { quoting } from '#core/issues/quoting.ts'
import { say } from '#core/issues/say.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import { remoteIdOf } from '#core/records/build.ts'
import { identityKeys } from '#core/records/directory.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { suppressing } from '#core/rights/suppressing.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import { type GatherRoom, rowAcceptor } from './accept-row.ts'
import { claimRows, type OutrankedRow } from './claims.ts'
import type { RecordIdOf } from './record-numbers.ts'
import { rowTeller, type ToldRecord, type ToldRow } from './tell-row.ts'

export type Gathered = FileContents & {
  /** The first day on which rows say something else by themselves. */
  readonly dueAt: string | null
  /** Rows read, header excluded. */
  readonly rows: number
  /** Rows whose records stay as they were. */
  readonly quarantinedRows: number
  /** Rows of people of whom nothing may be stored. */
  readonly suppressedRows: number
  readonly issues: readonly Issue[]
}

const recordTooLarge = (dataset: Dataset, row: number): Issue =>
  issue('RECORD_TOO_LARGE', { ...say('recordTooLarge'), dataset, rows: [row] })

const repeatedId = (dataset: Dataset, remoteId: string, rows: readonly number[]): Issue =>
  issue('ID_DUPLICATE', { ...say('idDuplicate'), dataset, rows, example: remoteId })

/** A row that says of a location, a department or the like what the row that decides does not. */
const mentionDiffers = (dataset: Dataset, row: number, remoteId: string): Issue =>
  issue('MENTION_DIFFERS', { ...say('mentionDiffers'), dataset, rows: [row], example: remoteId })

/** Somebody linked two ids that both stand in the file. */
const outranked = (dataset: Dataset, { row, remoteId }: OutrankedRow): Issue =>
  issue('PERSON_TWICE', { ...say('personTwice'), dataset, rows: [row], example: remoteId })

/** The ids of the records that rows are about. */
const rowIds = (dataset: Dataset, idOf: RecordIdOf, { keys, base }: GatherRoom) => {
  const { model } = datasetTraits[dataset]
  const keyOf = (remoteId: string): string => keys?.keyOf(remoteId) ?? remoteId
  const idOfRemote = (remoteId: string): string => idOf({ model, key: keyOf(remoteId) })
  /** Those that the record of a row may have, which nobody can tell from its id columns alone: those of them that are stored. */
  const idsOfKey = (key: string): readonly string[] => {
    const ids = identityKeys(model, keyOf(remoteIdOf(key))).map((each) => idOf({ model, key: each }))
    const stored = ids.filter((id) => base.find(id) >= 0)
    return stored.length > 0 ? stored : ids.slice(0, 1)
  }
  return { idOfRemote, idOfKey: (key: string): string => idOfRemote(remoteIdOf(key)), idsOfKey }
}

/** Whether it is certain that a row is about somebody who is stored. */
const isOfOurs = (record: ToldRecord, idOf: RecordIdOf, employees: PresentIds | undefined): boolean =>
  record.mentions.every((mention) => mention.role !== 'employee' || (employees?.has(idOf(mention)) ?? true))

/** Tells rows of whom nothing may be stored, and counts them. */
const suppression = (dataset: Dataset, rules: RowRules | undefined, idOf: RecordIdOf, hash: GatherRoom['hash']) => {
  const suppressed = suppressing(rules?.suppressed, idOf, hash)
  let suppressedRows = 0
  const suppress = (): true => {
    suppressedRows += 1
    return true
  }
  const isSuppressed = (key: string | null): boolean =>
    dataset === 'employees' && key !== null && suppressed?.isPerson(remoteIdOf(key)) === true
  return { suppressed, suppress, isSuppressed, suppressedRows: () => suppressedRows }
}

/** Decides between rows of one person, where some were linked. What an outranked row said, `noted` included, is forgotten. */
const claimsIn = (
  { keys, base }: GatherRoom,
  idOf: (remoteId: string) => string,
  accepted: ReturnType<typeof rowAcceptor>['accepted'],
  noted: readonly Set<string>[],
) => {
  const forget = (id: string): void => {
    accepted.forget(id)
    for (const ids of noted) ids.delete(id)
  }
  return keys?.rankOf && claimRows({ keys, idOf, base, known: accepted.known, forget })
}

/** Counts the rows that are left out, and keeps what is wrong with a file. */
const leavingOut = (quoted: ReturnType<typeof quoting>) => {
  const issues = groupIssues()
  const quarantined = new Set<string>()
  let [quarantinedRows, rowsWithoutId] = [0, 0]
  const quarantine = (ids: readonly string[], found: readonly Issue[], rows = 1): void => {
    quarantinedRows += rows
    if (ids.length === 0) rowsWithoutId += rows
    for (const id of ids) quarantined.add(id)
    for (const each of found) issues.add(quoted.ofAnybody(each))
  }
  /** Whether a row that cannot be read is about somebody: a row of totals is nobody's. */
  const leaveBad = (found: Issue): boolean => {
    const isTotals = found.severity === 'info'
    if (isTotals) issues.add(found)
    else quarantine([], [found])
    return !isTotals
  }
  return { issues, quarantined, quarantine, leaveBad, counts: () => ({ quarantinedRows, rowsWithoutId }) }
}

/** Gathers the rows of a file one by one; what they come to is known only at the end, when every id was seen. */
export const gatherRows = (
  dataset: Dataset,
  idOf: RecordIdOf,
  room: GatherRoom,
  rules?: RowRules,
  employees?: PresentIds,
) => {
  const { table, accepted, accept, acceptKnown, noteDue, dueAt } = rowAcceptor(idOf, room)
  const quoted = quoting(rules?.quotes ?? 'all')
  const { issues, quarantined, quarantine, leaveBad, counts } = leavingOut(quoted)
  const { idOfRemote, idOfKey, idsOfKey } = rowIds(dataset, idOf, room)
  const tell = rowTeller({ dataset, rules, hash: room.hash, keys: room.keys })
  /** Whom the filter leaves out. */
  const dropped = new Set<string>()
  let rows = 0
  const { suppressed, suppress, isSuppressed, suppressedRows } = suppression(dataset, rules, idOf, room.hash)

  const claims = claimsIn(room, idOfRemote, accepted, [quarantined, dropped])

  const addKnown = (row: number, index: number): void => {
    rows += 1
    if (!(claims?.takeKnown(index, row) ?? true)) return
    for (const remoteId of acceptKnown(row, index)) issues.add(quoted.ofKept(mentionDiffers(dataset, row, remoteId)))
  }

  const addRecord = (said: Extract<ToldRow, { readonly kind: 'record' }>): void => {
    const { row, record, issues: found, marks, due, told } = said
    if (suppressed?.isTheirs(said) && suppress()) return
    for (const id of suppressed?.managers(said) ?? []) dropped.add(id)
    const note = (each: Issue): void => {
      if (quoted.all || isOfOurs(record, idOf, employees)) issues.add(quoted.ofKept(each))
    }
    for (const each of found) note(each)
    if (!told) {
      quarantine([idOf(record)], [recordTooLarge(dataset, row)])
      return
    }
    const differing = accept(said, told, found.length === 0 && due === null ? marks : null)
    for (const { remoteId } of differing) note(mentionDiffers(dataset, row, remoteId))
  }

  const addTold = (said: ToldRow): void => {
    const { row, key } = said
    rows += 1
    if (isSuppressed(key)) {
      // Nobody is told of those who name them as manager.
      dropped.add(idOfKey(key ?? ''))
      suppress()
      return
    }
    if (key !== null && !(claims?.take(remoteIdOf(key), row) ?? true)) return
    if (said.kind === 'quarantined') {
      quarantine(key === null ? [] : idsOfKey(key), said.issues)
      return
    }
    noteDue(said.due)
    if (said.kind === 'left-out') dropped.add(idOfKey(said.key))
    else addRecord(said)
  }

  const addMapped = (mapped: MappedRow, marks: RowMarks | null = null): void => addTold(tell(mapped, marks))

  const addBad = (found: Issue): void => {
    if (leaveBad(found)) rows += 1
  }

  const finish = (): Gathered => {
    for (const { id, remoteId, rows: repeated } of accepted.takeOutRepeated(quarantined.union(dropped)))
      quarantine([id], [repeatedId(dataset, remoteId, repeated)], repeated.length)
    for (const id of quarantined) dropped.delete(id)
    for (const each of claims?.outranked() ?? []) issues.add(quoted.ofAnybody(outranked(dataset, each)))
    const counted = { ...counts(), rows, suppressedRows: suppressedRows() }
    return { table, known: accepted.known, quarantined, dropped, ...counted, dueAt: dueAt(), issues: issues.all() }
  }

  return { addTold, addMapped, addKnown, addBad, finish }
}
