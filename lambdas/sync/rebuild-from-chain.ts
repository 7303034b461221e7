import { datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import { belongsToNobody } from '#core/sync/absent.ts'
import { besideCommitted, mergeDeltas } from '#core/sync/merge-deltas.ts'
import { leftOutOf } from './left-out.ts'
import { recordIds, withLinksFollowed } from './linked-ids.ts'
import {
  type ExaminedFile,
  examine,
  type Hashes,
  judgeLeftOut,
  type RebuildInput,
  type Rebuilt,
  rebuildFrom,
  type SourceFile,
} from './rebuild-file.ts'
import { refuseForIds } from './refuse-for-ids.ts'

type Refused<File> = { readonly file: File; readonly issues: readonly Issue[] }

export type RebuiltChain<File> =
  | {
      readonly kind: 'rebuilt'
      readonly rebuilt: Rebuilt
      readonly files: readonly File[]
      readonly last: File
      readonly refused: readonly Refused<File>[]
    }
  /** One that all others build on, or all together, cannot be applied. */
  | { readonly kind: 'refused'; readonly refused: readonly Refused<File>[] }

type ChainInput<File> = {
  /** Oldest first. */
  readonly files: readonly File[]
  /** Whether they are everything there is, or come on top of what is committed. */
  readonly isWhole: boolean
  /** What cannot be left out. */
  readonly isNeeded: (file: File) => boolean
}

const merged = (earlier: ExaminedFile, later: ExaminedFile): ExaminedFile => {
  const [before, after] = [earlier.contents, later.contents]
  return {
    ...later,
    reading: earlier.reading === later.reading ? later.reading : null,
    contents: {
      ...mergeDeltas(before, after),
      rows: before.rows + after.rows,
      quarantinedRows: before.quarantinedRows + after.quarantinedRows,
      suppressedRows: before.suppressedRows + after.suppressedRows,
      dueAt: [before.dueAt, after.dueAt].filter((day) => day !== null).sort()[0] ?? null,
      issues: [],
    },
    issues: [...earlier.issues, ...later.issues],
  }
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
  const idOf = recordIds(hashes, input)
  const refused: Refused<File>[] = []
  const read: File[] = []
  let together: ExaminedFile | undefined
  for (const file of files) {
    const examined = await examine(room, input, file, idOf, files.length > 1 || keep.length > 0)
    if (examined.kind === 'refused') {
      refused.push({ file, issues: examined.issues })
      if (isNeeded(file)) return { kind: 'refused', refused }
      continue
    }
    together = together ? merged(together, examined) : examined
    read.push(file)
  }
  const last = read.at(-1)
  if (!together || !last) return { kind: 'refused', refused }
  const linked = { ...together, contents: withLinksFollowed(hashes, input, together.contents, input.base) }
  const whole = { ...input, file: { ...last, unproven: read.some(({ unproven }) => unproven === true) } }
  const judged = await judgeLeftOut(whole, isWhole ? linked : onTop(input, linked))
  const compared = rebuildFrom(room, whole, judged)
  const { base, refilter, rules } = input
  const rebuilt = rules?.judge ? { ...compared, leftOut: leftOutOf(judged.contents, base, refilter) } : compared
  const mistaken = await refuseForIds(whole, rebuilt.comparison, judged.contents.known)
  if (mistaken) return { kind: 'refused', refused: [...refused, { file: last, issues: mistaken.issues }] }
  return { kind: 'rebuilt', rebuilt, files: read, last, refused }
}
