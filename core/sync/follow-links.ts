import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { FileContents } from './file-contents.ts'
import { isGiven } from './file-table.ts'
import type { ManifestTable } from './manifest-table.ts'

/** By the id of a record that is no more, the id of the one that stands for it now. */
export type Successors = ReadonlyMap<string, string>

export const noSuccessors: Successors = new Map()

/** By what its rows call a record: the id it has now. */
export type LinkedId = (remoteId: string) => string

/** The committed records that a file does not give and that have another id by now, since somebody linked or unlinked what they are called. */
const successorsIn = (
  dataset: Dataset,
  { table, known }: Pick<FileContents, 'table' | 'known'>,
  base: ManifestTable,
  linkedId: LinkedId,
): Successors => {
  const { model } = datasetTraits[dataset]
  const successors = new Map<string, string>()
  for (let index = 0; index < base.size; index += 1) {
    if ((known[index] ?? 0) > 0 || base.model(index) !== model) continue
    const id = base.id(index)
    if (isGiven(table, id)) continue
    const successor = linkedId(base.remoteId(index))
    if (successor !== id) successors.set(id, successor)
  }
  return successors
}

/** Those whom the file gives under their other id. */
const givenOnes = (
  { table, known }: Pick<FileContents, 'table' | 'known'>,
  base: ManifestTable,
  successors: Successors,
): Successors => new Map([...successors].filter(([, id]) => isGiven(table, id) || (known[base.find(id)] ?? 0) > 0))

const withFollowers = (ids: Iterable<string>, successors: Successors): ReadonlySet<string> => {
  const found = new Set(ids)
  for (const [id, successor] of successors) if (found.has(successor)) found.add(id)
  return found
}

/** What a file says of records under the ids they have now, it says of those under which they are committed. */
export const followLinks = <Contents extends FileContents>(
  dataset: Dataset,
  contents: Contents,
  base: ManifestTable,
  linkedId: LinkedId,
): Contents => {
  const successors = successorsIn(dataset, contents, base, linkedId)
  if (successors.size === 0) return contents
  const { quarantined, dropped, windows } = contents
  return {
    ...contents,
    quarantined: withFollowers(quarantined, successors),
    ...(dropped ? { dropped: withFollowers(dropped, successors) } : {}),
    ...(windows
      ? { windows: windows.map((each) => ({ ...each, quarantined: withFollowers(each.quarantined, successors) })) }
      : {}),
    successors: givenOnes(contents, base, successors),
  }
}
