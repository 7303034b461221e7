import type { Dataset } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Evidence } from '#core/mapping/evidence.ts'
import { UnreadableFile } from '../../reading/unreadable-file.ts'
import { noRecords, recordsChosen, recordsMissing } from '../refusals.ts'
import type { Shape } from './shape.ts'

/** A list of records: the keys that lead to it, joined by points (none for the file itself), and the place of its records. */
type RecordList = { readonly path: string; readonly at: Shape }

export type FoundRecords = RecordList & {
  readonly by: Evidence['by']
  /** Every list that there is. */
  readonly tables: readonly string[]
  readonly issues: readonly Issue[]
}

/** Wrappers are thin; what stands deeper is part of a record. */
const maxWrappers = 4

const joined = (outer: string, key: string): string => (outer === '' ? key : `${outer}.${key}`)

/** Lists of objects that are reached through objects alone. */
const listsWithin = ({ fields }: Shape, outer: string, depth: number): readonly RecordList[] =>
  [...fields].flatMap(([key, inner]) => {
    const path = joined(outer, key)
    if (inner.items && inner.items.objects > 0) return [{ path, at: inner.items }]
    return depth < maxWrappers ? listsWithin(inner, path, depth + 1) : []
  })

const lastKey = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

const isNamed = (path: string, dataset: Dataset | null): boolean => {
  const claim = claimOf(lastKey(path))
  return claim.kind === 'export' && claim.dataset === dataset
}

/** The file itself as a list: of a list its elements, of objects one behind another these. */
const topLevel = (root: Shape): RecordList | undefined => {
  if (root.items && root.items.objects > 0) return { path: '', at: root.items }
  return root.objects > 0 ? { path: '', at: root } : undefined
}

const choose = (root: Shape, lists: readonly RecordList[], dataset: Dataset | null): FoundRecords => {
  const top = topLevel(root)
  const isList = top !== undefined && (top.at !== root || root.objects > 1)
  const largest = lists.toSorted((a, b) => b.at.objects - a.at.objects)[0]
  const named = lists.find(({ path }) => isNamed(path, dataset))
  const chosen = isList ? top : (named ?? largest ?? top)
  if (!chosen) throw new UnreadableFile(noRecords())
  const others = isList ? [] : lists.flatMap(({ path }) => (path === chosen.path ? [] : [path]))
  const by = others.length === 0 ? 'only' : chosen === named ? 'named' : 'largest'
  const tables = [chosen.path, ...others]
  return { ...chosen, by, tables, issues: others.length > 0 ? [recordsChosen(chosen.path, others)] : [] }
}

/** The records of JSON: where the mapping says, else the file itself if it is a list, else the list that is named after the dataset, else the longest. */
export const findRecords = (root: Shape, wanted: string | undefined, dataset: Dataset | null): FoundRecords => {
  const lists = listsWithin(root, '', 1)
  if (wanted === undefined) return choose(root, lists, dataset)
  const found = wanted === '' ? topLevel(root) : lists.find(({ path }) => path === wanted)
  if (!found)
    throw new UnreadableFile(
      recordsMissing(
        wanted,
        lists.map(({ path }) => path),
      ),
    )
  const tables = [...new Set([found.path, ...lists.map(({ path }) => path)])]
  return { ...found, by: 'said', tables, issues: [] }
}
