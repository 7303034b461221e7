import { datasetTraits } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { Examined } from './examine.ts'

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

const nobodyLeft = (people: number): Issue =>
  issue('REMOVALS_HELD', {
    dataset: 'employees',
    message: `By what this file says of them, the employee filter leaves out all ${people} people who are stored, so nobody was removed.`,
    fix: 'Check the columns that the filter looks at and upload the file again. If nobody is to be stored any more, change the filter or delete the integration.',
  })

const givesAnybody = ({ table, known }: FileContents): boolean => {
  for (let number = 0; number < table.size(); number += 1)
    if (table.row(number) > 0 && table.model(number) === datasetTraits.employees.model) return true
  return known.some((row) => row > 0)
}

type ExaminedFile = Extract<Examined, { readonly kind: 'examined' }>

/**
 * What a file comes to under a filter that is not new: one that leaves nobody is as little to be trusted as one without rows, so that all
 * who are stored stay as they are.
 */
export const keepLast = (examined: ExaminedFile, base: ManifestTable): ExaminedFile => {
  const { contents, issues } = examined
  const stored = [...(contents.dropped ?? [])].filter((id) => base.find(id) >= 0)
  if (stored.length === 0 || givesAnybody(contents)) return examined
  const quarantined = new Set([...contents.quarantined, ...stored])
  const quarantinedRows = contents.quarantinedRows + stored.length
  return {
    ...examined,
    contents: { ...contents, dropped: new Set(), quarantined, quarantinedRows },
    issues: [...issues, nobodyLeft(stored.length)],
  }
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
