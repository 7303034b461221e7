import type { Scope } from '#core/scope/scope.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { type Emptied, emptyOffPoints } from './empty-off-points.ts'
import type { SyncPorts } from './ports.ts'
import { purgeLeftOut } from './purge-left-out.ts'
import type { StateSession } from './state-session.ts'

/** Empties what may not be stored any more in records that no file gives. */
export const emptyStored = async (
  ports: SyncPorts,
  session: StateSession,
  integrationId: string,
  scope: Scope,
  rebuilt: readonly RebuiltDataset[],
): Promise<Emptied> => {
  const off = await emptyOffPoints(ports, session, integrationId, scope, rebuilt)
  const purged = await purgeLeftOut(ports, session, integrationId, rebuilt)
  return { models: [...new Set([...off.models, ...purged.models])], shownAt: Math.max(off.shownAt, purged.shownAt) }
}
