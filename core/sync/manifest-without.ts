import type { ModelId } from '#core/model/models.ts'
import type { ManifestContents } from './encode-manifest.ts'
import { fileTable } from './file-table.ts'
import type { ManifestTable } from './manifest-table.ts'

type Gone = { readonly id: string; readonly model: ModelId }
type Moments = { readonly changedAt: number; readonly feedAt: number }

/** What of a manifest concerns people who are erased, by the numbers of its rows. */
export type Concerned = {
  /** Rows of theirs, and of what only these mentioned. */
  readonly gone: ReadonlySet<number>
  /** Rows of others that mention them. */
  readonly mentioning: ReadonlySet<number>
}

/** Adds records that came into being by being mentioned, and that nobody mentions any more. */
const withUnmentioned = (base: ManifestTable, gone: ReadonlySet<number>): ReadonlySet<number> => {
  const left = new Uint8Array(base.size)
  const lost = new Set<number>()
  for (let index = 0; index < base.size; index += 1)
    for (let i = base.referencesStart(index); i < base.referencesStart(index + 1); i += 1) {
      const target = base.target(i)
      if (target >= base.size || base.model(target) === base.model(index)) continue
      if (gone.has(index)) lost.add(target)
      else left[target] = 1
    }
  return new Set([...gone, ...[...lost].filter((target) => left[target] === 0)])
}

export const concernedRows = (base: ManifestTable, people: ReadonlySet<string>): Concerned => {
  const gone = new Set<number>()
  const mentioning = new Set<number>()
  for (let index = 0; index < base.size; index += 1)
    for (let i = base.referencesStart(index); i < base.referencesStart(index + 1); i += 1) {
      if (!people.has(base.targetId(base.target(i)))) continue
      if (base.role(i) === 'employee') gone.add(index)
      else mentioning.add(index)
    }
  for (const id of people) {
    const index = base.find(id)
    if (index >= 0) gone.add(index)
  }
  return { gone: withUnmentioned(base, gone), mentioning: mentioning.difference(gone) }
}

export const rowsOf = (base: ManifestTable, numbers: ReadonlySet<number>): readonly Gone[] =>
  [...numbers].map((index) => ({ id: base.id(index), model: base.model(index) }))

const never = { changedAt: 0, feedAt: 0 }

/** The same manifest without them. `stored`: when records that mentioned them were written, now that they do not. */
export const manifestWithout = (
  base: ManifestTable,
  people: ReadonlySet<string>,
  { gone, mentioning }: Concerned,
  stored: ReadonlyMap<string, Moments>,
): ManifestContents => {
  const carried: number[] = []
  const changed: number[] = []
  for (let index = 0; index < base.size; index += 1)
    if (mentioning.has(index) || (base.absentSince(index) !== null && !gone.has(index))) changed.push(index)
    else if (!gone.has(index)) carried.push(index)
  const added = changed.map((index) => {
    const row = base.row(index)
    const { changedAt, feedAt } = stored.get(row.id) ?? row
    return { ...row, changedAt, feedAt, references: row.references.filter(({ id }) => !people.has(id)) }
  })
  return {
    reading: base.head.reading,
    base,
    carried: Uint32Array.from(carried),
    forgets: () => false,
    table: fileTable(),
    given: new Uint32Array(0),
    momentsOf: () => never,
    added,
  }
}
