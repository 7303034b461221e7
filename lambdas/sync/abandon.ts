import { updateDocument } from '#core/control/documents.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { planKey } from '#core/files/archive-keys.ts'
import { endSync } from './end-sync.ts'
import { givenUp } from './pending-plan.ts'
import type { SyncPorts } from './ports.ts'

/**
 * Says in the sync's document that it failed for good; called when its message is given up. Nobody goes on with its plan. If it is
 * committed after all, whoever comes next delivers what the commit promised, and the document says how the sync ended.
 */
export const abandonSync = async (ports: SyncPorts, message: SyncMessage): Promise<void> => {
  const { integrationId, syncId } = message
  const state = await updateDocument(ports.control, stateKey(integrationId), IntegrationStateSchema, (each) =>
    each.pending?.key === planKey(integrationId, syncId) ? { ...each, pending: givenUp(each.pending) } : each,
  )
  if (state?.events.some((event) => event.syncId === syncId)) return
  await endSync(ports, message, 'FAILED')
}
