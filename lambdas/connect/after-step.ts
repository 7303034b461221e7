import { type Integration, openStepsOf } from '#core/control/integration.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { announceState } from '#core/webhooks/announcement.ts'
import type { ConnectPorts } from './ports.ts'

/** To be called when a step is done with: after the last one the files that have arrived are applied. */
export const afterStep = async (ports: ConnectPorts, integration: Integration): Promise<void> => {
  await announceState(ports, integration.id, ports.system.clock())
  if (openStepsOf(integration).length > 0) return
  await queueSync(ports, { integrationId: integration.id, reason: 'mapping' })
}
