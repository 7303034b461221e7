import type { VerifyChore } from '#core/control/chore.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { type ChoreSyncPorts, queueChoreSync } from './queue-chore-sync.ts'

/** Queues a sync that compares the records of an integration with what is remembered of them. */
export const queueVerification = async (ports: ChoreSyncPorts, chore: VerifyChore): Promise<void> => {
  const integration = await readIntegration(ports.control, chore.integrationId)
  if (integration) await queueChoreSync(ports, integration, chore, 'verify')
}
