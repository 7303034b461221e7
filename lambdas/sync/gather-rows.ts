import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { RowMarks } from '#core/files/table.ts'
import type { Verdict } from '#core/filter/judge-person.ts'
import type { LinkedKeys } from '#core/ids/linked-keys.ts'
import { groupIssues } from '#core/issues/group.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { quoting } from '#core/issues/quoting.ts'
import { say } from '#core/issues/say.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import { buildRow, remoteIdOf } from '#core/records/build.ts'
import type { BuiltRow } from '#core/records/built-record.ts'
import { identityKeys } from '#core/records/directory.ts'
import { embedOf } from '#core/records/render.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { suppressing } from '#core/rights/suppressing.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import { type GatherRoom, rowAcceptor } from './accept-row.ts'
import { claimRows, type OutrankedRow } from './claims.ts'
import type { RecordIdOf } from './record-numbers.ts'

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

type Mapped = Extract<MappedRow, { readonly kind: 'mapped' }>

const everybody: Verdict = { kept: true, due: null }

/** What the records table takes, less what a record shows of its manager. */
const maxRecordBytes = 300_000
/** What a record may show of itself inside others. */
const maxEmbedBytes = 80_000

/** A record repeats a text a few times, and JSON spells a character in six at most: below this it cannot be too large. */
const harmlessTextLength = 4_000

const textLength = (values: FieldValues): number => {
  let length = 0
  for (const field in values) {
    const value = values[field]
    if (typeof value === 'string') length += value.length
  }
  return length
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).byteLength

const tooLarge = ({ record, derived }: BuiltRow, values: FieldValues): boolean => {
  if (textLength(values) < harmlessTextLength) return false
  // Groups are shown twice: once under their deprecated name.
  if (bytesOf([record, derived, derived]) > maxRecordBytes) return true
  return bytesOf(embedOf(record.model, record.own)) > maxEmbedBytes
}

const recordTooLarge = (dataset: Dataset, row: number): Issue =>
  issue('RECORD_TOO_LARGE', { ...say('recordTooLarge'), dataset, rows: [row] })

const repeatedId = (dataset: Dataset, remoteId: string, rows: readonly number[]): Issue =>
  issue('ID_DUPLICATE', { ...say('idDuplicate'), dataset, rows, example: remoteId })

/** Somebody linked two ids that both stand in the file. */
const outranked = (dataset: Dataset, { row, remoteId }: OutrankedRow): Issue =>
  issue('PERSON_TWICE', { ...say('personTwice'), dataset, rows: [row], example: remoteId })

/** A record under the key that it has since what its row calls it was linked to something else. */
const withKey = (built: BuiltRow, keys: LinkedKeys | undefined): BuiltRow =>
  keys ? { ...built, record: { ...built.record, key: keys.keyOf(built.record.remoteId) } } : built

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

/** Judges rows by the filter, and remembers whom it leaves out. */
const filtering = (
  rules: RowRules | undefined,
  idOfKey: (key: string) => string,
  noteDue: (due: string | null) => void,
) => {
  const dropped = new Set<string>()
  const judge = ({ key, values }: Pick<Mapped, 'key' | 'values'>): Verdict => {
    const verdict = rules?.judge?.(values) ?? everybody
    noteDue(verdict.due)
    if (!verdict.kept) dropped.add(idOfKey(key))
    return verdict
  }
  return { dropped, judge }
}

/** Whether it is certain that a row is about somebody who is stored. */
const isOfOurs = ({ record }: BuiltRow, idOf: RecordIdOf, employees: PresentIds | undefined): boolean =>
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

/** Gathers the rows of a file one by one; what they come to is known only at the end, when every id was seen. */
export const gatherRows = (
  dataset: Dataset,
  idOf: RecordIdOf,
  room: GatherRoom,
  rules?: RowRules,
  employees?: PresentIds,
) => {
  const issues = groupIssues()
  const { table, accepted, accept, acceptKnown, noteDue, dueAt } = rowAcceptor(idOf, room)
  const quarantined = new Set<string>()
    // A row of totals is nobody's.
    if (found.severity === 'info') return issues.add(found)
  const quoted = quoting(rules?.quotes ?? 'all')
  const { idOfRemote, idOfKey, idsOfKey } = rowIds(dataset, idOf, room)
  const { dropped, judge } = filtering(rules, idOfKey, noteDue)
  let [rows, quarantinedRows, rowsWithoutId] = [0, 0, 0]
  const { suppressed, suppress, isSuppressed, suppressedRows } = suppression(dataset, rules, idOf, room.hash)

  const quarantine = (ids: readonly string[], found: readonly Issue[]): void => {
    quarantinedRows += 1
    if (ids.length === 0) rowsWithoutId += 1
    for (const id of ids) quarantined.add(id)
    for (const each of found) issues.add(quoted.ofAnybody(each))
  }

  const claims = claimsIn(room, idOfRemote, accepted, [quarantined, dropped])

  const addKnown = (row: number, index: number): void => {
    rows += 1
    if (claims?.takeKnown(index, row) ?? true) acceptKnown(row, index)
  }

  const addMapped = (mapped: MappedRow, marks: RowMarks | null = null): void => {
    rows += 1
    if (isSuppressed(mapped.key)) {
      // Nobody is told of those who name them as manager.
      dropped.add(idOfKey(mapped.key ?? ''))
      suppress()
      return
    }
    if (mapped.key !== null && !(claims?.take(remoteIdOf(mapped.key), mapped.row) ?? true)) return
    if (mapped.kind === 'quarantined') {
      quarantine(mapped.key === null ? [] : idsOfKey(mapped.key), mapped.issues)
      return
    }
    const { kept, due } = judge(mapped)
    if (!kept) return
    const plain = rules?.build(mapped.key, mapped.values) ?? buildRow(dataset, mapped.key, mapped.values)
    const built = withKey(plain, room.keys)
    if (suppressed?.isTheirs(built) && suppress()) return
    for (const id of suppressed?.managers(built) ?? []) dropped.add(id)
    if (mapped.issues.length > 0 && (quoted.all || isOfOurs(built, idOf, employees)))
      for (const found of mapped.issues) issues.add(quoted.ofKept(found))
    if (tooLarge(built, mapped.values)) quarantine([idOf(built.record)], [recordTooLarge(dataset, mapped.row)])
    else accept(mapped.row, built, mapped.issues.length === 0 && due === null ? marks : null)
  }

  const addBad = (found: Issue): void => {
    rows += 1
    quarantine([], [found])
  }

  const finish = (): Gathered => {
    for (const { id, remoteId, rows: repeatedRows } of accepted.takeOutRepeated(quarantined.union(dropped))) {
      issues.add(quoted.ofAnybody(repeatedId(dataset, remoteId, repeatedRows)))
      quarantined.add(id)
      quarantinedRows += repeatedRows.length
    }
    for (const id of quarantined) dropped.delete(id)
    for (const each of claims?.outranked() ?? []) issues.add(quoted.ofAnybody(outranked(dataset, each)))
    const counts = { rowsWithoutId, rows, quarantinedRows, suppressedRows: suppressedRows() }
    return { table, known: accepted.known, quarantined, dropped, ...counts, dueAt: dueAt(), issues: issues.all() }
  }

  return { addMapped, addKnown, addBad, finish }
}
