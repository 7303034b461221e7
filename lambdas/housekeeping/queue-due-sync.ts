import type { DueChore } from '#core/control/chore.ts'
import { readDocument } from '#core/control/documents.ts'
import { timeZoneOf } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { dayIn } from '#core/values/zoned-day.ts'
import { type ChoreSyncPorts, queueChoreSync } from './queue-chore-sync.ts'

/** Queues a sync of an integration whose records change by themselves today, unless a sync has seen to that already. */
export const queueDueSync = async (ports: ChoreSyncPorts, chore: DueChore): Promise<void> => {
  const { control, now } = ports
  const integration = await readIntegration(control, chore.integrationId)
  const state = await readDocument(control, stateKey(chore.integrationId), IntegrationStateSchema)
  if (!integration || !state?.dueAt || state.dueAt > dayIn(now(), timeZoneOf(integration))) return
  await queueChoreSync(ports, integration, chore, 'due')
}
