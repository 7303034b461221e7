import { readDocument } from '#core/control/documents.ts'
import { brokeOff, byRank, type ExportFile, ExportFileSchema, fileOrder } from '#core/control/file.ts'
import { fileKeyAt } from '#core/control/keys.ts'
import type { DatasetState } from '#core/control/state.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type DatasetMode, modeOf } from '#core/files/datasets.ts'
import { extentInName } from '#core/files/file-name.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

/** The files that a dataset was built from, each on those before it. */
export type Chain = {
  readonly files: readonly ExportFile[]
  /** Whether all of them can be read once more. */
  readonly isKept: boolean
  /** Whether one of them counts no more, because its upload broke off. */
  readonly hasLost: boolean
}

type Links = NonNullable<DatasetState['chain']>

/** So many files build on each other at most: their names lie in the state. */
export const longestChain = 1_000

/** What a file holds: as its name says, else as the mapping does. */
export const modeOfFile = (dataset: Dataset, { name }: Pick<ExportFile, 'name'>, mapping?: Mapping): DatasetMode => {
  const mode = modeOf(dataset, mapping)
  return mode === 'window' ? mode : (extentInName(name) ?? mode)
}

const chainOf = (files: readonly (ExportFile | undefined)[]): Chain => {
  const known = files.filter((file) => file !== undefined)
  const [first] = known
  const left = known.filter((file) => !brokeOff(file))
  const isKept = known.length === files.length && left.every(({ archive }) => archive !== null) && left[0] === first
  return { files: left, isKept, hasLost: left.length < known.length }
}

/** What a dataset was built from; without a chain of changes it was one file. */
export const readChain = async (
  control: Pick<ControlStore, 'get'>,
  integrationId: string,
  links: Links | undefined,
  current: ExportFile | undefined,
): Promise<Chain> => {
  if (!links) return chainOf(current ? [current] : [])
  const read = ({ id, order }: Links[number]) =>
    readDocument(control, fileKeyAt(integrationId, order, id), ExportFileSchema)
  return chainOf(await Promise.all(links.map(read)))
}

/** Files with others behind them, each once: one that is applied again counts where it then stands. */
export const linked = (files: readonly ExportFile[], more: readonly ExportFile[]): readonly ExportFile[] =>
  [...files.filter(({ id }) => more.every((each) => each.id !== id)), ...more].toSorted(byRank)

export const linksOf = (files: readonly ExportFile[]): Links =>
  files.map((file) => ({ id: file.id, order: fileOrder(file) }))
