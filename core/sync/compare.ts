import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { BuiltRecord, Mention } from '#core/records/built-record.ts'
import { embedOf } from '#core/records/render.ts'
import { type Absent, judgeAbsent } from './absent.ts'
import { type Difference, difference } from './diff.ts'
import type { FileContents } from './file-contents.ts'
import type { RemovalLimit } from './guards.ts'
import type { Manifest, ManifestRow, NextRow } from './manifest.ts'
import { windowsOf } from './merge-windows.ts'
import { type PresentIds, resolveMentions } from './resolve.ts'

export type CompareInput = {
  readonly dataset: Dataset
  readonly fileId: string
  readonly file: FileContents
  readonly base: Manifest
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
  /** Null for a record that stays as it is stored. */
  readonly built: BuiltRecord | null
  readonly difference: Difference
  /** The file since which it is missing while its removal is held. */
  readonly absentSince: string | null
}

export type Comparison = {
  readonly records: ReadonlyMap<string, ComparedRecord>
  readonly removed: readonly ManifestRow[]
  readonly issues: readonly Issue[]
}

type Living = Omit<ComparedRecord, 'difference' | 'base'>

/** Rows whose employee is not known are left to the file that holds them. */
const withoutOrphans = ({ dataset, file, idOf, employees }: CompareInput): FileContents['records'] => {
  if (dataset === 'employees') return file.records
  const belongs = ({ record }: { readonly record: BuiltRecord }): boolean => {
    const owner = record.mentions.find(({ role }) => role === 'employee')
    return owner === undefined || employees.has(idOf(owner))
  }
  return new Map([...file.records].filter(([, examined]) => belongs(examined)))
}

const nextRow = (id: string, built: BuiltRecord, references: NextRow['references'], hash: ContentHash): NextRow => ({
  id,
  model: built.model,
  remoteId: built.remoteId,
  own: hash(JSON.stringify(built.own)),
  embed: hash(JSON.stringify(embedOf(built.model, built.own))),
  references,
  day: built.day,
})

/** The records of the file with their mentions resolved, and what could not be resolved. */
const fromFile = (
  input: CompareInput,
  employees: PresentIds,
): { readonly living: Map<string, Living>; readonly issues: readonly Issue[] } => {
  const living = new Map<string, Living>()
  const issues: Issue[] = []
  for (const [id, { row, record }] of input.file.records) {
    const resolved = resolveMentions(record, row, input.idOf, employees)
    if (resolved.kind === 'orphan') {
      issues.push(resolved.issue)
      continue
    }
    issues.push(...resolved.issues)
    const next = nextRow(id, record, resolved.references, input.hash)
    living.set(id, { next, built: record, absentSince: null })
  }
  return { living, issues }
}

/** What an unfinished plan may have overwritten is not what the manifest says any more: it equals nothing that a later file gives. */
const asStored = (row: ManifestRow, { unknown }: CompareInput): ManifestRow =>
  unknown.has(row.id) ? { ...row, own: '', embed: '' } : row

/** Records that stay as stored, less what they mentioned and is gone. */
const fromStore = (
  input: CompareInput,
  rows: readonly ManifestRow[],
  employees: PresentIds,
  absentSince: string | null,
): readonly Living[] =>
  rows.map((row) => {
    const references = row.references.filter(({ role, id }) => role !== 'manager' || employees.has(id))
    return {
      next: { ...asStored(row, input), references },
      built: null,
      absentSince: absentSince === null ? null : (row.absentSince ?? absentSince),
    }
  })

/** Derived records live while any record mentions them: as the file gives them, else as they are stored. */
const derivedLiving = (input: CompareInput, living: ReadonlyMap<string, Living>): readonly Living[] => {
  const mentioned = new Set<string>()
  for (const { next } of living.values()) for (const { id } of next.references) mentioned.add(id)
  const fresh = [...input.file.derived]
    .filter(([id]) => mentioned.has(id))
    .map(([id, built]) => ({ next: nextRow(id, built, [], input.hash), built, absentSince: null }))
  const stored = [...input.base.values()].filter(
    (row) =>
      row.model !== datasetTraits[input.dataset].model && mentioned.has(row.id) && !input.file.derived.has(row.id),
  )
  return [...fresh, ...stored.map((row) => ({ next: asStored(row, input), built: null, absentSince: null }))]
}

const withDifferences = (input: CompareInput, living: ReadonlyMap<string, Living>): Map<string, ComparedRecord> => {
  const { base, unknown } = input
  const embedChanged = (id: string): boolean => {
    const target = living.get(id)
    return target !== undefined && (unknown.has(id) || base.get(id)?.embed !== target.next.embed)
  }
  const records = new Map<string, ComparedRecord>()
  for (const [id, record] of living) {
    const committed = base.get(id)
    const found = difference(committed, record.next, embedChanged)
    const certain = unknown.has(id) && found !== 'created' ? 'changed' : found
    records.set(id, { ...record, base: committed, difference: certain })
  }
  return records
}

/**
 * Compares what a file holds with what is committed: which records live on and how they differ, and which are removed.
 * Pure: the same file, base and employees always come to the same.
 */
export const compare = (input: CompareInput): Comparison => {
  const accepted = withoutOrphans(input)
  const { quarantined, rowsWithoutId } = input.file
  const windows = datasetTraits[input.dataset].mode === 'full' ? null : windowsOf(input.file)
  const presence = { accepted, quarantined, rowsWithoutId, windows, employees: input.employees }
  const absent: Absent = judgeAbsent(input.dataset, input.base, presence, input.removalLimit)
  const stay = new Set([...absent.kept, ...absent.held].map(({ id }) => id))
  const employees =
    input.dataset === 'employees' ? { has: (id: string) => accepted.has(id) || stay.has(id) } : input.employees
  const { living, issues } = fromFile(input, employees)
  for (const record of fromStore(input, absent.kept, employees, null)) living.set(record.next.id, record)
  for (const record of fromStore(input, absent.held, employees, input.fileId)) living.set(record.next.id, record)
  for (const record of derivedLiving(input, living)) living.set(record.next.id, record)
  const records = withDifferences(input, living)
  const derivedGone = [...input.base.values()].filter(
    (row) => row.model !== datasetTraits[input.dataset].model && !records.has(row.id),
  )
  return {
    records,
    removed: [...absent.removed, ...derivedGone],
    issues: absent.issue ? [...issues, absent.issue] : issues,
  }
}
