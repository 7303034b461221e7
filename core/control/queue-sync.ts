import type { SyncMessage } from '#core/deployment/queues.ts'
import { timeId } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { System } from '#core/ports/system.ts'
import { queryDocuments } from './documents.ts'
import { syncKey, syncPartition } from './keys.ts'
import { newSync, type Sync, SyncSchema } from './sync.ts'

type Ports = {
  readonly control: Pick<ControlStore, 'create' | 'query'>
  readonly syncQueue: QueueSender
  readonly system: Pick<System, 'clock' | 'random'>
}

type SyncRequest = Pick<Sync, 'integrationId' | 'reason'> & { readonly type?: Sync['type'] }

/** Records a run and sends its message. The document comes first: a message without one could not say what became of it. */
export const sendSync = async (
  { control, syncQueue }: Pick<Ports, 'control' | 'syncQueue'>,
  sync: Sync,
): Promise<Sync> => {
  const { id, integrationId, reason } = sync
  await control.create(syncKey(integrationId, id), sync)
  const message: SyncMessage = { kind: 'sync', integrationId, syncId: id, reason }
  await syncQueue.send({ body: JSON.stringify(message), groupId: integrationId, deduplicationId: id })
  return sync
}

/** Queues a run that somebody asked for. */
export const queueSync = (ports: Ports, request: SyncRequest): Promise<Sync> => {
  const queuedAt = ports.system.clock()
  return sendSync(ports, newSync({ ...request, id: timeId(queuedAt, ports.system.random), queuedAt }))
}

/** How many of the newest syncs can hold one that has not ended. */
const recent = 25

/** The newest sync that has not ended. */
export const unfinishedSync = async (
  control: Pick<ControlStore, 'query'>,
  integrationId: string,
): Promise<Sync | undefined> => {
  const query = { ...syncPartition(integrationId), descending: true, limit: recent }
  const { values } = await queryDocuments(control, query, SyncSchema)
  return values.find(({ state }) => state === 'QUEUED' || state === 'RUNNING')
}
