import type { DriftPair } from '#core/control/sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { defaultLimits, type Limits } from '#core/sync/limits.ts'
import { judgeSwaps } from './judge-swaps.ts'
import { pairDrifted } from './pair-drifted.ts'
import type { StoredPeople } from './read-stored.ts'

type Input = {
  readonly dataset: Dataset
  readonly file: { readonly released?: boolean }
  readonly stored?: StoredPeople
  readonly limits?: Limits
}

export type RefusedForIds = {
  readonly kind: 'refused'
  readonly issues: readonly Issue[]
  /** Who in the file is probably whom of those who are stored under other ids. */
  readonly pairs?: readonly DriftPair[]
}

/** Refuses an employees file in which ids are no longer those of the same people, unless somebody decided that it is right. */
export const refuseForIds = async (
  { dataset, file, stored, limits = defaultLimits }: Input,
  comparison: Comparison,
  known: Uint32Array,
): Promise<RefusedForIds | null> => {
  if (dataset !== 'employees' || file.released) return null
  const issues = comparison.issues.filter(({ code }) => code === 'ID_DRIFT')
  if (issues.length > 0)
    return { kind: 'refused', issues, pairs: stored ? await pairDrifted(comparison, known, stored.read) : [] }
  const swaps = stored?.byTheSameRules ? await judgeSwaps(comparison, stored.read, limits.swaps) : null
  return swaps && { kind: 'refused', issues: [swaps] }
}
