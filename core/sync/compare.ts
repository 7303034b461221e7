import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { RowMarks } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { BuiltRecord, Mention } from '#core/records/built-record.ts'
import { embedOf } from '#core/records/render.ts'
import { type Absent, judgeAbsent, type Presence } from './absent.ts'
import type { BuiltSource } from './built-source.ts'
import { type Difference, difference } from './diff.ts'
import type { FileContents } from './file-contents.ts'
import type { RemovalLimit } from './guards.ts'
import {
  changedKnown,
  countKnown,
  embeddingKnown,
  goneRows,
  mentionedByKnown,
  movedRows,
  restatedRows,
  rowsBut,
  settledRows,
} from './known-rows.ts'
import type { ManifestRow, NextRow } from './manifest.ts'
import type { ManifestTable } from './manifest-table.ts'
import { windowsOf } from './merge-windows.ts'
import { type PresentIds, resolveMentions, unknownManager } from './resolve.ts'

export type CompareInput = {
  readonly dataset: Dataset
  readonly fileId: string
  readonly file: FileContents
  readonly base: ManifestTable
  /** The employees that dependants may refer to; the employees' own file decides for itself. */
  readonly employees: PresentIds
  /** Ids that an unfinished plan may have written: never taken for unchanged. */
  readonly unknown: ReadonlySet<string>
  readonly idOf: (mention: Pick<Mention, 'model' | 'key'>) => string
  readonly hash: ContentHash
  readonly removalLimit?: RemovalLimit
}

/** A record that lives on. */
export type ComparedRecord = {
  readonly next: NextRow
  readonly base: ManifestRow | undefined
  /** Whether the file gives it, so that its own properties are in `built`; else it stays as it is stored. */
  readonly given: boolean
  readonly difference: Difference
  /** The file since which it is missing while its removal is held. */
  readonly absentSince: string | null
}

export type Comparison = {
  /** All that live on but for those that are settled. */
  readonly records: ReadonlyMap<string, ComparedRecord>
  readonly built: BuiltSource
  readonly base: ManifestTable
  /** 1 for each committed row, by its number, whose record stays exactly as it is. All of them are of the dataset's own model. */
  readonly settled: Uint8Array
  readonly settledCount: number
  /** Numbers of committed rows whose record now says something else of itself: who mentions them did not say so when last parsed. */
  readonly restated: ReadonlySet<number>
  readonly removed: readonly ManifestRow[]
  readonly issues: readonly Issue[]
}

type Living = Omit<ComparedRecord, 'difference' | 'base'>
type RowIssue = { readonly row: number; readonly issue: Issue }

const hashDigits = 32
/** Nobody's hash. */
const unheardOf = '0'.repeat(hashDigits)

/** Rows whose employee is not known are left to the file that holds them. */
const withoutOrphans = ({ dataset, file, idOf, employees }: CompareInput): FileContents['records'] => {
  if (dataset === 'employees') return file.records
  const belongs = ({ record }: { readonly record: BuiltRecord }): boolean => {
    const owner = record.mentions.find(({ role }) => role === 'employee')
    return owner === undefined || employees.has(idOf(owner))
  }
  return new Map([...file.records].filter(([, examined]) => belongs(examined)))
}

/** The hash by which a manifest remembers what a record says of itself. */
export const ownHash = (hash: ContentHash, { own }: BuiltRecord): string =>
  hash(JSON.stringify(own)).slice(0, hashDigits)

const nextRow = (
  id: string,
  built: BuiltRecord,
  references: NextRow['references'],
  marks: RowMarks | null,
  hash: ContentHash,
): NextRow => ({
  id,
  model: built.model,
  remoteId: built.remoteId,
  own: ownHash(hash, built),
  embed: hash(JSON.stringify(embedOf(built.model, built.own))).slice(0, hashDigits),
  references,
  day: built.day,
  marks: references.length === built.mentions.length ? marks : null,
})

/** The records of the file with their mentions resolved, and what could not be resolved. */
const fromFile = (
  input: CompareInput,
  employees: PresentIds,
): { readonly living: Map<string, Living>; readonly issues: RowIssue[] } => {
  const living = new Map<string, Living>()
  const issues: RowIssue[] = []
  for (const [id, { row, record, marks }] of input.file.records) {
    const resolved = resolveMentions(record, row, input.idOf, employees)
    if (resolved.kind === 'orphan') {
      issues.push({ row, issue: resolved.issue })
      continue
    }
    for (const issue of resolved.issues) issues.push({ row, issue })
    const next = nextRow(id, record, resolved.references, marks, input.hash)
    living.set(id, { next, given: true, absentSince: null })
  }
  return { living, issues }
}

/** What an unfinished plan may have overwritten is not what the manifest says any more: it equals nothing that a later file gives. */
const asStored = (row: ManifestRow, { unknown }: CompareInput): ManifestRow =>
  unknown.has(row.id) ? { ...row, own: unheardOf, embed: unheardOf, marks: null } : row

/** A row as it is committed, less the managers that are gone. */
const withoutGone = (row: ManifestRow, employees: PresentIds): NextRow => {
  const references = row.references.filter(({ role, id }) => role !== 'manager' || employees.has(id))
  return references.length === row.references.length ? row : { ...row, references, marks: null }
}

/** Records that stay as stored, less what they mentioned and is gone. */
const fromStore = (
  input: CompareInput,
  rows: readonly ManifestRow[],
  employees: PresentIds,
  absentSince: string | null,
): readonly Living[] =>
  rows.map((row) => ({
    next: withoutGone(asStored(row, input), employees),
    given: false,
    absentSince: absentSince === null ? null : (row.absentSince ?? absentSince),
  }))

/** Derived records live while any record mentions them: as the file gives them, else as they are stored. */
const derivedLiving = (input: CompareInput, living: ReadonlyMap<string, Living>): readonly Living[] => {
  const { base, file, dataset, hash } = input
  const mentioned = new Set<string>()
  for (const { next } of living.values()) for (const { id } of next.references) mentioned.add(id)
  for (const index of mentionedByKnown(base, datasetTraits[dataset].model, file.known)) mentioned.add(base.id(index))
  const fresh = [...file.derived]
    .filter(([id]) => mentioned.has(id))
    .map(([id, built]) => ({ next: nextRow(id, built, [], null, hash), given: true, absentSince: null }))
  const stored = rowsBut(base, datasetTraits[dataset].model).filter(
    ({ id }) => mentioned.has(id) && !file.derived.has(id),
  )
  return [...fresh, ...stored.map((row) => ({ next: asStored(row, input), given: false, absentSince: null }))]
}

const withDifferences = (input: CompareInput, living: ReadonlyMap<string, Living>): Map<string, ComparedRecord> => {
  const { base, unknown } = input
  const committedRow = (id: string): ManifestRow | undefined => {
    const index = base.find(id)
    return index < 0 ? undefined : base.row(index)
  }
  const embedChanged = (id: string): boolean => {
    const target = living.get(id)
    return target !== undefined && (unknown.has(id) || committedRow(id)?.embed !== target.next.embed)
  }
  const records = new Map<string, ComparedRecord>()
  for (const [id, record] of living) {
    const committed = committedRow(id)
    const found = difference(committed, record.next, embedChanged)
    const certain = unknown.has(id) && found !== 'created' ? 'changed' : found
    records.set(id, { ...record, base: committed, difference: certain })
  }
  return records
}

/** Known rows that are not settled: they come back after being missed, or what they mention changed or is gone. */
const unsettled = (indexes: readonly number[], input: CompareInput, employees: PresentIds) => {
  const { base, file } = input
  const living: Living[] = []
  const issues: RowIssue[] = []
  for (const index of indexes) {
    const committed = base.row(index)
    living.push({ next: withoutGone(committed, employees), given: false, absentSince: null })
    const row = file.known[index] ?? 0
    for (const { role, id } of committed.references)
      if (role === 'manager' && !employees.has(id))
        issues.push({ row, issue: unknownManager(row, base.remoteId(base.find(id))) })
  }
  return { living, issues }
}

/** Everything that lives on and is not settled, and what is wrong with it. */
const notSettled = (input: CompareInput, absent: Absent, employees: PresentIds) => {
  const { base, file } = input
  const { living, issues } = fromFile(input, employees)
  const add = (records: readonly Living[]): void => {
    for (const record of records) living.set(record.next.id, record)
  }
  add(fromStore(input, absent.kept, employees, null))
  add(fromStore(input, absent.held, employees, input.fileId))
  const reviewed = unsettled(changedKnown(base, file.known, goneRows(base, absent.removed)), input, employees)
  add(reviewed.living)
  add(derivedLiving(input, living))
  const redrawn = embeddingKnown(base, file.known, movedRows(base, living))
  const more = unsettled(
    redrawn.filter((index) => !living.has(base.id(index))),
    input,
    employees,
  )
  add(more.living)
  return { living, issues: [...issues, ...reviewed.issues].sort((a, b) => a.row - b.row).map(({ issue }) => issue) }
}

/** Ids of the records that the file gives, known ones included. */
const acceptedIds = (input: CompareInput): Presence['accepted'] => {
  const { base, file } = input
  const parsed = withoutOrphans(input)
  const has = (id: string): boolean => parsed.has(id) || (file.known[base.find(id)] ?? 0) > 0
  return { has, size: parsed.size + countKnown(file.known) }
}

const builtSource = ({ records, derived }: FileContents): BuiltSource => ({
  read: async (ids) => {
    const texts = new Map<string, string>()
    for (const id of ids) {
      const built = records.get(id)?.record ?? derived.get(id)
      if (built) texts.set(id, JSON.stringify(built.own))
    }
    return texts
  },
})

/**
 * Compares what a file holds with what is committed: which records live on and how they differ, and which are removed.
 * Pure: the same file, base and employees always come to the same, however many of its rows are known.
 */
export const compare = (input: CompareInput): Comparison => {
  const { dataset, base, file } = input
  const accepted = acceptedIds(input)
  const { quarantined, rowsWithoutId, known } = file
  const windows = datasetTraits[dataset].mode === 'full' ? null : windowsOf(file, base)
  const presence = { accepted, known, quarantined, rowsWithoutId, windows, employees: input.employees }
  const absent: Absent = judgeAbsent(dataset, base, presence, input.removalLimit)
  const stay = new Set([...absent.kept, ...absent.held].map(({ id }) => id))
  const employees =
    dataset === 'employees' ? { has: (id: string) => accepted.has(id) || stay.has(id) } : input.employees
  const { living, issues } = notSettled(input, absent, employees)
  const records = withDifferences(input, living)
  const derivedGone = rowsBut(base, datasetTraits[dataset].model).filter(({ id }) => !records.has(id))
  return {
    records,
    built: builtSource(file),
    base,
    ...settledRows(base, known, records),
    restated: restatedRows(base, datasetTraits[dataset].model, records),
    removed: [...absent.removed, ...derivedGone],
    issues: absent.issue ? [...issues, absent.issue] : issues,
  }
}
