import { datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import { holdLeftOut, isDisproved } from '#core/sync/guards.ts'
import { type Decided, type Hold, holdOf } from '#core/sync/hold.ts'
import { defaultLimits, type Limit, limitBeside } from '#core/sync/limits.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { Examined } from './examined.ts'

/** How a filter that is new judges people by what is stored of them. */
export type Refilter = {
  readonly read: (ids: readonly string[]) => Promise<readonly StoredRecord[]>
  readonly leavesOut: (record: StoredRecord) => boolean
}

/** Whom the filter leaves out of those who are stored. */
export type LeftOut = {
  readonly ids: ReadonlySet<string>
  /** Judges those who were removed before, where the filter is new. */
  readonly leavesOut?: (record: StoredRecord) => boolean
}

/** The employees who are stored and whom the file does not give, or not readably. */
const notGiven = ({ table, known }: FileContents, base: ManifestTable): readonly string[] => {
  const ids: string[] = []
  for (let index = 0; index < base.size; index += 1) {
    if (base.model(index) !== datasetTraits.employees.model || (known[index] ?? 0) > 0) continue
    const number = table.find(base.id(index))
    if (number < 0 || table.row(number) === 0) ids.push(base.id(index))
  }
  return ids
}

/** Also leaves out those of whom the file tells nothing: what is stored of them decides. */
export const leaveOutStored = async <Contents extends FileContents>(
  contents: Contents,
  base: ManifestTable,
  { read, leavesOut }: Refilter,
): Promise<Contents> => {
  const stored = await read(notGiven(contents, base))
  // Whoever is marked as removed is not among the living, whatever is left of them.
  const ids = stored.filter((record) => record.deletedAt !== null || leavesOut(record)).map(({ id }) => id)
  return { ...contents, dropped: new Set([...(contents.dropped ?? []), ...ids]) }
}

const employeesGiven = ({ table, known }: FileContents): number => {
  let given = 0
  for (let number = 0; number < table.size(); number += 1)
    if (table.row(number) > 0 && table.model(number) === datasetTraits.employees.model) given += 1
  for (const row of known) if (row > 0) given += 1
  return given
}

const employeesOf = (base: ManifestTable): number => {
  let employees = 0
  for (let index = 0; index < base.size; index += 1)
    if (base.model(index) === datasetTraits.employees.model) employees += 1
  return employees
}

type ExaminedFile = Extract<Examined, { readonly kind: 'examined' }>

type Withheld = { readonly ids: ReadonlySet<string>; readonly issues: readonly Issue[] }

const isByFilter = (hold: Hold | null): boolean => hold?.cause === 'left-out' && !hold.kept

/** How many wait because the filter left them out. */
const waitingByFilter = (base: ManifestTable): number => {
  if (base.head.absentSince.length === 0) return 0
  let waiting = 0
  for (let index = 0; index < base.size; index += 1) if (isByFilter(holdOf(base, index))) waiting += 1
  return waiting
}

/** Whom a file leaves out of those who are stored, by what came of it before. */
const sortLeftOut = (dropped: ReadonlySet<string>, base: ManifestTable, decided: Decided) => {
  const waiting: string[] = []
  const fresh: string[] = []
  let back = waitingByFilter(base)
  for (const id of dropped) {
    const index = base.find(id)
    if (index < 0) continue
    const hold = holdOf(base, index)
    if (isByFilter(hold)) back -= 1
    if (!hold) fresh.push(id)
    else if (decided(id, hold.since) !== 'approved') waiting.push(id)
  }
  return { waiting, fresh, back }
}

/** Who of them stays: whoever waits for a decision, and all others if there are suddenly so many. */
const withhold = ({ contents }: ExaminedFile, base: ManifestTable, decided: Decided, limit: Limit): Withheld => {
  const { waiting, fresh, back } = sortLeftOut(contents.dropped ?? new Set(), base, decided)
  const present = employeesOf(base)
  const isOver = isDisproved({ back, waiting: waiting.length, missing: fresh.length, present }, limit)
  const stay = isOver ? [] : waiting
  const leftOut = isOver ? fresh.concat(waiting) : fresh
  const beside = stay.length > 0 ? limitBeside(limit) : limit
  const held = holdLeftOut(
    { leftOut: leftOut.length, given: employeesGiven(contents), present: present - stay.length },
    beside,
  )
  return held ? { ids: new Set(stay.concat(leftOut)), issues: [held] } : { ids: new Set(stay), issues: [] }
}

/** What a file comes to under a filter that is not new: if it suddenly leaves out many of those who are stored, they stay as they are. */
export const keepLast = (
  examined: ExaminedFile,
  base: ManifestTable,
  decided: Decided,
  limit: Limit = defaultLimits.removals,
): ExaminedFile => {
  const { contents, issues } = examined
  const { ids: withheld, issues: more } = withhold(examined, base, decided, limit)
  if (withheld.size === 0) return examined
  const dropped = new Set([...(contents.dropped ?? [])].filter((id) => !withheld.has(id)))
  return { ...examined, contents: { ...contents, dropped, withheld }, issues: [...issues, ...more] }
}

/** What a file comes to where an earlier manifest says who of those that the filter leaves out stayed. */
export const keepHeld = <Contents extends FileContents>(contents: Contents, earlier: ManifestTable): Contents => {
  const isHeld = (index: number): boolean => index >= 0 && holdOf(earlier, index) !== null
  const dropped = [...(contents.dropped ?? [])].filter((id) => !isHeld(earlier.find(id)))
  return { ...contents, dropped: new Set(dropped) }
}

/** Whom a file leaves out of those who are committed. */
export const leftOutOf = (
  { dropped = new Set() }: Pick<FileContents, 'dropped'>,
  base: ManifestTable,
  refilter: Refilter | undefined,
): LeftOut => ({
  ids: new Set([...dropped].filter((id) => base.find(id) >= 0)),
  ...(refilter ? { leavesOut: refilter.leavesOut } : {}),
})
