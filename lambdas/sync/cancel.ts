import type { SyncMessage } from '#core/deployment/queues.ts'
import { endSync } from './end-sync.ts'
import { giveUpPlanOf } from './pending-plan.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

/** Ends a sync whose integration was turned off. Its plan is not gone on with later: a sync ends once. */
export const cancelSync = async (ports: SyncPorts, session: StateSession, message: SyncMessage): Promise<void> => {
  await giveUpPlanOf(session, message)
  await endSync(ports, message, 'CANCELLED')
}
