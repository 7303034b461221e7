import { readDocument, updateDocument } from '#core/control/documents.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { syncKey } from '#core/control/keys.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { Fault } from '#core/fault.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { syncFinished } from '#core/webhooks/sync-events.ts'
import type { SyncPorts } from './ports.ts'

/** Ends a sync that commits nothing. The event comes first: once the document says that it is over, nobody looks at it again. */
export const endSync = async (
  ports: Pick<SyncPorts, 'control' | 'webhookQueue' | 'now' | 'log'>,
  { integrationId, syncId }: Pick<SyncMessage, 'integrationId' | 'syncId'>,
  state: 'FAILED' | 'CANCELLED',
): Promise<void> => {
  const { control, now } = ports
  const key = syncKey(integrationId, syncId)
  const sync = await readDocument(control, key, SyncSchema)
  if (!sync) throw new Fault('CONTROL_DOCUMENT_INVALID', `sync ${syncId} has no document`)
  if (sync.endedAt !== null) return
  const ended = { state, endedAt: now() }
  const integration = await readIntegration(control, integrationId)
  if (integration) await sendEvent(ports, syncFinished(integration, sync, ended))
  await updateDocument(control, key, SyncSchema, (each): Sync => (each.endedAt === null ? { ...each, ...ended } : each))
  ports.log('SYNC_STOPPED', { integrationId, syncId, state })
}
