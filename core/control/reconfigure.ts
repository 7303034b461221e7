import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { System } from '#core/ports/system.ts'
import { listDocuments, updateDocument } from './documents.ts'
import { type Integration, IntegrationSchema } from './integration.ts'
import { integrationKey, integrationPartition } from './keys.ts'
import { queueSync } from './queue-sync.ts'
import { defaultScopeConfigId } from './scope-config.ts'
import type { Sync } from './sync.ts'

type Ports = {
  readonly control: ControlStore
  readonly syncQueue: QueueSender
  readonly system: Pick<System, 'clock' | 'random'>
}

/** Changes what decides the records of an integration, and queues the sync that carries it out; `undefined` when it is gone. */
export const reconfigure = async (
  ports: Ports,
  integrationId: string,
  reason: Sync['reason'],
  change: (integration: Integration) => Integration,
): Promise<Integration | undefined> => {
  const configuredAt = ports.system.clock()
  const integration = await updateDocument(ports.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
    ...change(each),
    configuredAt,
  }))
  if (integration) await queueSync(ports, { integrationId, reason })
  return integration
}

const atOnce = 10

/** Queues a sync of every integration that `isMeant`. Safe to repeat. */
export const queueSyncs = async (
  ports: Ports,
  reason: Sync['reason'],
  isMeant: (integration: Integration) => boolean,
): Promise<void> => {
  const ids: string[] = []
  for await (const each of listDocuments(ports.control, { pk: integrationPartition }, IntegrationSchema))
    if (each.status !== 'DELETING' && isMeant(each)) ids.push(each.id)
  for (let start = 0; start < ids.length; start += atOnce)
    await Promise.all(
      ids.slice(start, start + atOnce).map((integrationId) => queueSync(ports, { integrationId, reason })),
    )
}

/** Queues a sync of every integration that was made with a scope configuration. */
export const queueSyncsOfScope = (ports: Ports, id: string): Promise<void> =>
  queueSyncs(ports, 'scope', ({ scopeConfigId }) => (scopeConfigId ?? defaultScopeConfigId) === id)
