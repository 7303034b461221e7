import { datasetTraits } from '#core/files/datasets.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import { belongsToNobody } from '#core/sync/absent.ts'
import { besideCommitted, mergeDeltas } from '#core/sync/merge-deltas.ts'
import { examineTogether, type RefusedSource } from './examine-together.ts'
import {
  type ExaminedFile,
  type Hashes,
  judgeAndRebuild,
  type RebuildInput,
  type Rebuilt,
  type SourceFile,
} from './rebuild-file.ts'

export type RebuiltChain<File> =
  | {
      readonly kind: 'rebuilt'
      readonly rebuilt: Rebuilt
      readonly files: readonly File[]
      readonly last: File
      readonly refused: readonly RefusedSource<File>[]
    }
  /** One that all others build on, or all together, cannot be applied. */
  | { readonly kind: 'refused'; readonly refused: readonly RefusedSource<File>[] }

type ChainInput<File> = {
  /** Oldest first. */
  readonly files: readonly File[]
  /** Whether they are everything there is, or come on top of what is committed. */
  readonly isWhole: boolean
  /** What cannot be left out. */
  readonly isNeeded: (file: File) => boolean
}

/** Puts what an earlier file said into the blank cells of fields that keep it. */
const keeping = (fields: readonly string[]) => {
  const said = new Map<string, Readonly<Record<string, string | number | boolean | null>>>()
  return (row: MappedRow): MappedRow => {
    if (row.kind !== 'mapped') return row
    const before = said.get(row.key) ?? {}
    const mapped = fields.filter((field) => Object.hasOwn(row.values, field))
    const kept = Object.fromEntries(mapped.map((field) => [field, row.values[field] ?? before[field] ?? null]))
    said.set(row.key, kept)
    return { ...row, values: { ...row.values, ...kept } }
  }
}

/** What is committed stays beside what changed, but for dependants whose employee is gone. */
const onTop = ({ dataset, base, employees }: Omit<RebuildInput, 'file'>, found: ExaminedFile): ExaminedFile => {
  const { model } = datasetTraits[dataset]
  // What is remembered of rows that were read otherwise must be forgotten.
  const isSame = base.head.reading === found.reading
  const stays = (index: number): boolean =>
    isSame && base.model(index) === model && !belongsToNobody(base, index, { employees })
  return { ...found, contents: besideCommitted(found.contents, base, stays) }
}

/** Files of which each builds on those before it, as if they were applied one after the other. Nothing is written. */
export const rebuildFromChain = async <File extends SourceFile>(
  hashes: Hashes,
  chainInput: Omit<RebuildInput, 'file'>,
  { files, isWhole, isNeeded }: ChainInput<File>,
): Promise<RebuiltChain<File>> => {
  const { keep = [] } = chainInput.mapping
  const input = keep.length > 0 ? { ...chainInput, fill: keeping(keep) } : chainInput
  const room = { ...hashes, scratch: hashes.openScratch() }
  const together = { files, merge: mergeDeltas, afresh: keep.length > 0, isNeeded }
  const { read, refused } = await examineTogether(room, input, together)
  if (!read) return { kind: 'refused', refused }
  const { found, last, source } = read
  const result = await judgeAndRebuild(room, { ...input, file: source }, isWhole ? found : onTop(input, found))
  if (result.kind === 'refused')
    return { kind: 'refused', refused: [...refused, { file: last, issues: result.issues }] }
  return { kind: 'rebuilt', rebuilt: result.rebuilt, files: read.files, last, refused }
}
