import type { ModelId } from '#core/model/models.ts'
import type { ManifestRow, NextRow } from './manifest.ts'
import type { ManifestTable } from './manifest-table.ts'

// Known rows are those that a file gives as they are committed. They are judged by their numbers, since there may be a million of them.
// `known` holds, for each committed row, where it stands in the file; 0 where it does not.

export const countKnown = (known: Uint32Array): number => {
  let count = 0
  for (const row of known) if (row > 0) count += 1
  return count
}

const marked = (base: ManifestTable, indexes: Iterable<number>): Uint8Array => {
  const flags = new Uint8Array(base.size)
  for (const index of indexes) if (index >= 0) flags[index] = 1
  return flags
}

const mentions = (base: ManifestTable, index: number, flags: Uint8Array): boolean => {
  const end = base.referencesStart(index + 1)
  for (let i = base.referencesStart(index); i < end; i += 1) if (flags[base.target(i)] === 1) return true
  return false
}

const knownThat = (known: Uint32Array, test: (index: number) => boolean): readonly number[] => {
  const found: number[] = []
  for (let index = 0; index < known.length; index += 1) if ((known[index] ?? 0) > 0 && test(index)) found.push(index)
  return found
}

/** Rows whose records are removed. */
export const goneRows = (base: ManifestTable, removed: readonly ManifestRow[]): Uint8Array =>
  marked(
    base,
    removed.map(({ id }) => base.find(id)),
  )

/** Known rows that were missing until now, or mention somebody who is gone. */
export const changedKnown = (base: ManifestTable, known: Uint32Array, gone: Uint8Array): readonly number[] =>
  knownThat(known, (index) => base.absentSince(index) !== null || mentions(base, index, gone))

type Lives = ReadonlyMap<string, { readonly next: NextRow }>

/** Rows whose records show something else inside others than is committed. */
export const movedRows = (base: ManifestTable, living: Lives): Uint8Array => {
  const moved: number[] = []
  for (const [id, { next }] of living) {
    const index = base.find(id)
    if (index >= 0 && base.row(index).embed !== next.embed) moved.push(index)
  }
  return marked(base, moved)
}

/** Known rows that mention one of those that moved. */
export const embeddingKnown = (base: ManifestTable, known: Uint32Array, moved: Uint8Array): readonly number[] =>
  moved.includes(1) ? knownThat(known, (index) => mentions(base, index, moved)) : []

/** Committed rows of other models than `model` whose records say something else of themselves. */
export const restatedRows = (base: ManifestTable, model: ModelId, living: Lives): ReadonlySet<number> => {
  const restated = new Set<number>()
  for (const [id, { next }] of living) {
    const index = next.model === model ? -1 : base.find(id)
    if (index >= 0 && base.row(index).own !== next.own) restated.add(index)
  }
  return restated
}

/** Rows of other models than `model` that known rows mention. */
export const mentionedByKnown = (base: ManifestTable, model: ModelId, known: Uint32Array): readonly number[] => {
  const seen = new Uint8Array(base.size)
  const found: number[] = []
  for (let index = 0; index < base.size; index += 1) {
    if ((known[index] ?? 0) === 0) continue
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1) {
      const target = base.target(i)
      if (target >= base.size || seen[target] === 1) continue
      seen[target] = 1
      if (base.model(target) !== model) found.push(target)
    }
  }
  return found
}

/** Committed rows of other models than `model`. */
export const rowsBut = (base: ManifestTable, model: ModelId): readonly ManifestRow[] => {
  const rows: ManifestRow[] = []
  for (let index = 0; index < base.size; index += 1) if (base.model(index) !== model) rows.push(base.row(index))
  return rows
}

/** Known rows that need no further look. */
export const settledRows = (
  base: ManifestTable,
  known: Uint32Array,
  records: ReadonlyMap<string, unknown>,
): { readonly settled: Uint8Array; readonly settledCount: number } => {
  const settled = new Uint8Array(base.size)
  let settledCount = 0
  for (let index = 0; index < known.length; index += 1) {
    if ((known[index] ?? 0) === 0) continue
    settled[index] = 1
    settledCount += 1
  }
  for (const id of records.keys()) {
    const index = base.find(id)
    if (index < 0 || settled[index] !== 1) continue
    settled[index] = 0
    settledCount -= 1
  }
  return { settled, settledCount }
}
