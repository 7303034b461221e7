import type { SyncCounts } from '#core/control/sync.ts'
import { type Dataset, datasetTraits, modeOf } from '#core/files/datasets.ts'
import type { Identities } from '#core/ids/identities.ts'
import { unapplied } from '#core/issues/consequence.ts'
import { groupIssues } from '#core/issues/group.ts'
import type { Issue } from '#core/issues/issue.ts'
import { quoting } from '#core/issues/quoting.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { withReferenceColumns } from '#core/mapping/reference-columns.ts'
import type { Scratch } from '#core/ports/scratch.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import type { Aliases } from '#core/sync/aliases.ts'
import { type Comparison, compare } from '#core/sync/compare.ts'
import { fileTable } from '#core/sync/file-table.ts'
import type { Successors } from '#core/sync/follow-links.ts'
import { type Decided, undecided } from '#core/sync/hold.ts'
import type { IdSet } from '#core/sync/id-table.ts'
import type { Limits } from '#core/sync/limits.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { Others } from '#core/sync/others.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import type { PartSource } from '../reading/read-joined.ts'
import type { OpenBytes } from '../reading/read-table.ts'
import { examineFile } from './examine.ts'
import type { Examined, ExamineInput } from './examined.ts'
import type { Gathered } from './gather-rows.ts'
import { keepHeld, keepLast, type LeftOut, leaveOutStored, leftOutOf, type Refilter } from './left-out.ts'
import { keysFor, recordIds, withLinksFollowed } from './linked-ids.ts'
import type { SyncPorts } from './ports.ts'
import type { StoredPeople } from './read-stored.ts'
import type { RecordIdOf } from './record-numbers.ts'
import { type RefusedForIds, refuseForIds } from './refuse-for-ids.ts'

/** A dataset computed anew from one file, before anything of it is written. */
export type Rebuilt = {
  readonly comparison: Comparison
  /** Absent where there is no filter. */
  readonly leftOut?: LeftOut
  /** The columns of the newest file that was read; empty when none was. */
  readonly header: readonly string[]
  /** Names how the rows were read and mapped; null when some were otherwise than others. */
  readonly reading: string | null
  readonly counts: SyncCounts
  readonly issues: readonly Issue[]
  /** The first day on which the records change by themselves, `yyyy-MM-dd`. */
  readonly dueAt: string | null
  /** Employees who have another id by now. */
  readonly successors?: Successors | undefined
}

export type SourceFile = {
  readonly id: string
  readonly name: string
  readonly open: OpenBytes
  /** Somebody decided that it is right, whatever guards say of it. */
  readonly released?: boolean
  /** It is not known yet whether its upload was whole. */
  readonly unproven?: boolean
  /** The files that it is joined with. */
  readonly parts?: readonly PartSource[] | undefined
  /** Bytes as it was uploaded. */
  readonly size?: number
}

export type RebuildInput = {
  readonly integrationId: string
  readonly dataset: Dataset
  readonly file: SourceFile
  readonly mapping: Mapping
  /** Completes rows by what earlier files said. */
  readonly fill?: ExamineInput['fill']
  readonly base: ManifestTable
  /** Take no row for known, whatever is remembered of it. */
  readonly afresh?: boolean
  readonly employees: PresentIds
  readonly rules?: RowRules
  /** The day that counts where no rules say one, `yyyy-MM-dd`. */
  readonly today?: string
  readonly limits?: Limits
  /** What was committed before a sync that is rolled back. */
  readonly earlier?: ManifestTable
  /** It is known by now that the upload of the committed file was whole. */
  readonly confirmed?: boolean
  /** What was decided about removals that are held. */
  readonly decided?: Decided
  readonly refilter?: Refilter
  readonly stored?: StoredPeople
  /** Ids that an unfinished plan may have written. */
  readonly unknown: IdSet
  /** What other datasets say of the same records. */
  readonly others?: Others
  /** Under which other ids records may be mentioned. */
  readonly aliases?: Aliases
  /** Which remote ids mean the same person. */
  readonly identities?: Identities
  /** Employees who have another id by now. */
  readonly successors?: Successors
  /** Whether nothing of the dataset may be stored any more. */
  readonly removesAll?: boolean
  /** Whether what no file gives is emptied in part after this. */
  readonly empties?: boolean
}

export type RebuildResult =
  | (Extract<Examined, { readonly kind: 'refused' }> & Pick<RefusedForIds, 'pairs'>)
  | { readonly kind: 'rebuilt'; readonly rebuilt: Rebuilt }

const countsOf = (dataset: Dataset, contents: Gathered, { records, settledCount, removed }: Comparison): SyncCounts => {
  const { model } = datasetTraits[dataset]
  const { created, changed, touched, redrawn, unchanged, held } = records.counts(model)
  return {
    rows: contents.rows,
    quarantined: contents.quarantinedRows,
    created,
    updated: changed,
    rerendered: touched + redrawn,
    removed: removed.filter((row) => row.model === model).length,
    unchanged: unchanged + settledCount,
    held,
    ...(contents.suppressedRows > 0 ? { suppressed: contents.suppressedRows } : {}),
  }
}

const grouped = (...lists: readonly (readonly Issue[])[]): readonly Issue[] => {
  const issues = groupIssues()
  for (const found of lists.flat()) issues.add(found)
  return issues.all()
}

export type Hashes = Pick<SyncPorts, 'keyedHash' | 'contentHash' | 'openScratch' | 'fanOut'>
export type Room = Hashes & { readonly scratch: Scratch }
export type ExaminedFile = Extract<Examined, { readonly kind: 'examined' }>

/** Whose row it is that belongs to nobody who is known, only the filter could say. */
const toldOf = ({ issues }: Comparison, rules: RowRules | undefined): readonly Issue[] => {
  const quoted = quoting(rules?.quotes ?? 'all')
  return quoted.all ? issues : issues.filter(({ code }) => code !== 'EMPLOYEE_UNKNOWN').map(quoted.ofAnybody)
}

export const rebuildFrom = (
  { scratch }: Room,
  { dataset, file, mapping, rules, base, employees, unknown, others, limits, ...input }: RebuildInput,
  { header, contents, reading, issues }: ExaminedFile,
): Rebuilt => {
  const comparison = compare({
    dataset,
    mode: modeOf(dataset, mapping),
    fileId: file.id,
    file: contents,
    scratch,
    base,
    employees,
    unknown,
    ...(input.successors ? { successors: input.successors } : {}),
    decided: input.decided ?? undecided,
    empties: input.empties ?? false,
    ...(others ? { others } : {}),
    ...(limits ? { limits } : {}),
    released: file.released ?? false,
    unproven: file.unproven ?? false,
    confirmed: input.confirmed ?? false,
    ...(input.earlier ? { earlier: input.earlier } : {}),
  })
  const compared = withReferenceColumns(toldOf(comparison, rules), mapping)
  return {
    comparison,
    header,
    reading,
    counts: countsOf(dataset, contents, comparison),
    issues: grouped(issues, compared),
    dueAt: contents.dueAt,
    ...(dataset === 'employees' ? { successors: contents.successors } : {}),
  }
}

export const examine = (
  { contentHash, scratch, fanOut }: Room,
  input: Omit<RebuildInput, 'file'>,
  { id, open, name, parts, size = 0 }: SourceFile,
  idOf: RecordIdOf,
  together: boolean,
): Promise<Examined> => {
  const { dataset, mapping, base, employees, unknown } = input
  // What an unfinished plan wrote may differ from what is remembered, and known rows would not write it again.
  const afresh = together || input.afresh === true || unknown.size > 0
  return examineFile({
    open,
    name,
    parts,
    dataset,
    mapping,
    idOf,
    hash: contentHash,
    scratch,
    base,
    afresh,
    employees,
    keys: keysFor(input),
    identities: input.identities?.name ?? '',
    ...(input.rules ? { rules: input.rules } : {}),
    today: input.today,
    ...(input.fill ? { fill: input.fill } : {}),
    ...(fanOut ? { large: { id, integrationId: input.integrationId, size, fanOut } } : {}),
  })
}

/** Whom the filter leaves out, and who of them stays all the same. */
const judgeLeftOut = async (
  { base, refilter, earlier, decided = undecided, limits }: RebuildInput,
  found: ExaminedFile,
): Promise<ExaminedFile> => {
  if (!refilter && !earlier) return keepLast(found, base, decided, limits?.removals)
  const contents = refilter ? await leaveOutStored(found.contents, base, refilter) : found.contents
  return { ...found, contents: earlier ? keepHeld(contents, earlier) : contents }
}

const ofWholeFiles: ReadonlySet<Issue['code']> = new Set(['ID_DRIFT', 'IDS_SWAPPED', 'REMOVALS_HELD'])
const ofRows = (issues: readonly Issue[]): readonly Issue[] =>
  issues.filter(({ code }) => !ofWholeFiles.has(code)).map(unapplied('refused'))

/** Compares what was read with what is committed, but for what filter, guards and decisions say of it. */
export const judgeAndRebuild = async (room: Room, input: RebuildInput, found: ExaminedFile): Promise<RebuildResult> => {
  const { base, refilter, rules } = input
  const judged = await judgeLeftOut(input, found)
  const compared = rebuildFrom(room, input, judged)
  const rebuilt = rules?.judge ? { ...compared, leftOut: leftOutOf(judged.contents, base, refilter) } : compared
  const refused = await refuseForIds(input, rebuilt.comparison, judged.contents.known)
  if (!refused) return { kind: 'rebuilt', rebuilt }
  return { ...refused, issues: [...refused.issues, ...ofRows(rebuilt.issues)], rows: rebuilt.counts.rows }
}

/** What a file that cannot be applied would have said of records beside each other: who is whose manager, and the like. */
const withCompared = (
  room: Room,
  input: RebuildInput,
  { contents, ...refused }: Extract<Examined, { readonly kind: 'refused' }>,
): RebuildResult => {
  if (!contents) return refused
  const found: ExaminedFile = { kind: 'examined', header: [], contents, reading: null, issues: [] }
  const { issues } = rebuildFrom(room, input, found)
  return { ...refused, issues: [...refused.issues, ...ofRows(issues)] }
}

/** Reads a file under a mapping and compares what it holds with what is committed. Nothing is written. */
export const rebuildFromFile = async (hashes: Hashes, input: RebuildInput): Promise<RebuildResult> => {
  const room = { ...hashes, scratch: hashes.openScratch() }
  const found = await examine(room, input, input.file, recordIds(hashes, input), false)
  if (found.kind === 'refused') return withCompared(room, input, found)
  return judgeAndRebuild(room, input, {
    ...found,
    contents: withLinksFollowed(hashes, input, found.contents, input.base),
  })
}

/** What remains when no file can be read: everything as it is stored, but for those whose employee is gone; nothing if all is to go. */
export const rebuildFromNothing = (hashes: Hashes, input: RebuildInput): Rebuilt => {
  const { base, removesAll = false } = input
  const ids = removesAll ? Iterator.from(Array(base.size).keys()).map((index) => base.id(index)) : []
  const contents: Gathered = {
    table: fileTable(),
    known: new Uint32Array(0),
    quarantined: new Set<string>(),
    dropped: new Set(ids),
    // A file of no days says nothing of anybody.
    windows: [],
    rowsWithoutId: 0,
    rows: 0,
    quarantinedRows: 0,
    suppressedRows: 0,
    dueAt: null,
    issues: [],
  }
  const room = { ...hashes, scratch: hashes.openScratch() }
  return rebuildFrom(room, input, { kind: 'examined', header: [], contents, reading: base.head.reading, issues: [] })
}
