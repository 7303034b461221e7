import { roleTraits } from '#core/records/built-record.ts'
import type { Reference } from '#core/records/render.ts'
import type { ManifestRow, NextRow } from './manifest.ts'

/**
 * How a record differs from what is committed. `changed`: its own properties. `touched`: something nested that the feed tells of.
 * `redrawn`: something nested that it does not tell of (a group's name).
 */
export type Difference = 'created' | 'changed' | 'touched' | 'redrawn' | 'unchanged'

/** Whether what a referenced record shows of itself differs from what is committed. */
export type EmbedChanged = (id: string) => boolean

const idsOf = (references: readonly Reference[], wanted: (reference: Reference) => boolean): string =>
  references
    .filter(wanted)
    .map(({ role, id }) => `${role} ${id}`)
    .sort()
    .join()

const isOwn = ({ role }: Reference): boolean => roleTraits[role].own
const isNested = (reference: Reference): boolean => !isOwn(reference)

type References = readonly Reference[]

const sameInOrder = (one: References, other: References): boolean =>
  one.length === other.length && one.every(({ role, id }, i) => role === other[i]?.role && id === other[i]?.id)

/** Compares one record of the new state with its committed row. */
export const difference = (base: ManifestRow | undefined, next: NextRow, embedChanged: EmbedChanged): Difference => {
  if (base === undefined) return 'created'
  const same = sameInOrder(base.references, next.references)
  const differ = (wanted: (reference: Reference) => boolean): boolean =>
    !same && idsOf(base.references, wanted) !== idsOf(next.references, wanted)
  if (base.own !== next.own || differ(isOwn)) return 'changed'
  if (differ(isNested)) return 'touched'
  const moved = next.references.filter(({ id }) => embedChanged(id))
  if (moved.some(({ role }) => roleTraits[role].feed)) return 'touched'
  return moved.length > 0 ? 'redrawn' : 'unchanged'
}
