import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { type Absent, belongsToNobody, type Presence } from './absent.ts'
import { type Hold, holdOf } from './hold.ts'
import type { ManifestTable } from './manifest-table.ts'

/** The hold that a record had, as it is now if it still has it. */
const holdThen = (base: ManifestTable, index: number, earlier: ManifestTable, at: number): Hold | null => {
  const then = holdOf(earlier, at)
  const now = holdOf(base, index)
  return then && now?.since === then.since ? now : then
}

/**
 * Sorts the committed records that a file does not give by an earlier manifest that its dataset goes back to: whom that has stays, held if
 * they were, and nobody else does. No guard is asked: somebody decided it.
 */
export const judgeAsEarlier = (
  dataset: Dataset,
  base: ManifestTable,
  presence: Presence,
  earlier: ManifestTable,
): Absent => {
  const { known, anew, dropped, decided } = presence
  const kept: number[] = []
  const removed: number[] = []
  const held = new Map<number, Hold>()
  for (let index = 0; index < base.size; index += 1) {
    const isGiven = (known[index] ?? 0) > 0 || anew[index] === 1
    if (base.model(index) !== datasetTraits[dataset].model || isGiven) continue
    const id = base.id(index)
    const at = earlier.find(id)
    const hold = at < 0 ? null : holdThen(base, index, earlier, at)
    const stays = at >= 0 && !dropped.has(id) && !belongsToNobody(base, index, presence)
    if (!stays || (hold && decided(id, hold.since) === 'approved')) removed.push(index)
    else if (hold) held.set(index, hold)
    else kept.push(index)
  }
  return { kept, held, awaiting: [], removed, issues: [] }
}
