import type { Scope } from '#core/scope/scope.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { type Emptied, type Emptying, emptiesOffPoints, emptyOffPoints } from './empty-off-points.ts'
import type { SyncPorts } from './ports.ts'
import { leftOutBy, purgeLeftOut } from './purge-left-out.ts'
import type { StateSession } from './state-session.ts'

/** Whether records that no file gives may hold what may not be stored any more. */
export const emptiesStored = (rebuilt: readonly RebuiltDataset[], scope: Scope): boolean =>
  leftOutBy(rebuilt) !== undefined || rebuilt.some((each) => emptiesOffPoints(each, scope))

/** Empties what may not be stored any more in records that no file gives. */
export const emptyStored = async (
  ports: SyncPorts,
  session: StateSession,
  emptying: Emptying,
  rebuilt: readonly RebuiltDataset[],
): Promise<Emptied | 'put-off'> => {
  const off = await emptyOffPoints(ports, session, emptying, rebuilt)
  if (off === 'put-off') return off
  const purged = await purgeLeftOut(ports, session, emptying, rebuilt)
  if (purged === 'put-off') return purged
  return { models: [...new Set([...off.models, ...purged.models])], shownAt: Math.max(off.shownAt, purged.shownAt) }
}
