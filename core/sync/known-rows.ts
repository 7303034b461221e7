import type { ModelId } from '#core/model/models.ts'
import type { IdSet } from './id-table.ts'
import { givenNumbers, type LivingRows, storedIndexes } from './living-rows.ts'
import type { ManifestTable } from './manifest-table.ts'

// Known rows are those that a file gives as they are committed. They are judged by their numbers, since there may be a million of them.
// `known` holds, for each committed row, where it stands in the file; 0 where it does not.

export const countKnown = (known: Uint32Array): number => {
  let count = 0
  for (const row of known) if (row > 0) count += 1
  return count
}

/** Whether a committed row mentions one of those that are flagged. */
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

/** 1 for each of these rows. */
export const flagged = (base: ManifestTable, indexes: Iterable<number>): Uint8Array => {
  const flags = new Uint8Array(base.size)
  for (const index of indexes) flags[index] = 1
  return flags
}

/** Known rows that were missing until now, or mention somebody who is gone. */
export const changedKnown = (base: ManifestTable, known: Uint32Array, gone: Uint8Array): readonly number[] => {
  const anyGone = gone.includes(1)
  if (!anyGone && base.head.absentSince.length === 0) return []
  return knownThat(known, (index) => base.absentSince(index) !== null || (anyGone && mentions(base, index, gone)))
}

/** Known rows that mention one of those that moved. */
export const embeddingKnown = (base: ManifestTable, known: Uint32Array, moved: Uint8Array): readonly number[] =>
  moved.includes(1) ? knownThat(known, (index) => mentions(base, index, moved)) : []

/** Committed rows of other models than `model` whose records say something else of themselves. */
export const restatedRows = (rows: LivingRows, model: ModelId, unknown: IdSet): ReadonlySet<number> => {
  const { table, base, committed } = rows
  const restated = new Set<number>()
  for (const number of givenNumbers(rows)) {
    const index = committed[number] ?? -1
    if (index >= 0 && table.model(number) !== model && base.own(index) !== table.own(number)) restated.add(index)
  }
  if (unknown.size > 0)
    for (const index of storedIndexes(rows))
      if (base.model(index) !== model && unknown.has(base.id(index))) restated.add(index)
  return restated
}

/** Flags the rows that known rows mention. */
export const flagMentioned = (base: ManifestTable, known: Uint32Array, flags: Uint8Array): void => {
  for (let index = 0; index < known.length; index += 1) {
    if ((known[index] ?? 0) === 0) continue
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1) flags[base.target(i)] = 1
  }
}

/** Known rows that need no further look. */
export const settledRows = (known: Uint32Array, { stored, anew }: LivingRows) => {
  const settled = new Uint8Array(stored.length)
  let settledCount = 0
  for (let index = 0; index < known.length; index += 1) {
    if ((known[index] ?? 0) === 0 || (stored[index] ?? 0) > 0 || anew[index] === 1) continue
    settled[index] = 1
    settledCount += 1
  }
  return { settled, settledCount }
}
