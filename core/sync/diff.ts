import { type Role, roleTraits } from '#core/records/built-record.ts'
import type { Reference } from '#core/records/render.ts'
import type { ManifestRow, NextRow } from './manifest.ts'

/**
 * How a record differs from what is committed. `changed`: its own properties. `touched`: something nested that the feed tells of.
 * `redrawn`: something nested that it does not tell of (a group's name).
 */
export const differences = ['created', 'changed', 'touched', 'redrawn', 'unchanged'] as const
export type Difference = (typeof differences)[number]

const idsOf = (references: readonly Reference[], wanted: (reference: Reference) => boolean): string =>
  references
    .filter(wanted)
    .map(({ role, id }) => `${role} ${id}`)
    .sort()
    .join()

const isOwn = ({ role }: Reference): boolean => roleTraits[role].own
const isNested = ({ role }: Reference): boolean => roleTraits[role].shown && !roleTraits[role].own

type Mentioning = Pick<NextRow, 'own' | 'references'>

/** Compares what a record says of itself and whom it mentions with its committed row; `moved` are the mentions that show something else than is committed. */
export const difference = (
  base: Pick<ManifestRow, 'own' | 'references'>,
  next: Mentioning,
  moved: readonly Role[],
): Difference => {
  const differ = (wanted: (reference: Reference) => boolean): boolean =>
    idsOf(base.references, wanted) !== idsOf(next.references, wanted)
  if (base.own !== next.own || differ(isOwn)) return 'changed'
  return differ(isNested) ? 'touched' : differenceOfMoved(moved)
}

/** What it makes of a record that it mentions others that show something else than is committed. */
export const differenceOfMoved = (moved: readonly Role[]): Difference => {
  if (moved.some((role) => roleTraits[role].feed)) return 'touched'
  return moved.some((role) => roleTraits[role].shown) ? 'redrawn' : 'unchanged'
}
