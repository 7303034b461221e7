import { updateDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import { idTableOf } from '#core/sync/id-table.ts'
import { plannedIds, type UnknownIds } from './plan-file.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { type Verified, verifyRecords } from './verify-records.ts'

const note = async (
  { control, log }: SyncPorts,
  { integrationId, syncId }: SyncMessage,
  { records, different }: Verified,
): Promise<void> => {
  const differing = [...different.values()].reduce((sum, ids) => sum + ids.length, 0)
  await updateDocument(
    control,
    syncKey(integrationId, syncId),
    SyncSchema,
    (sync): Sync => ({ ...sync, verified: { records, differing } }),
  )
  log('RECORDS_VERIFIED', { integrationId, syncId, records, differing })
}

/**
 * Ids whose record may not be what its manifest says: those of an unfinished plan and, when the message asks for it, those whose
 * record is found to differ. All of them are written anew, or marked as removed.
 */
export const findUnknownIds = async (
  ports: SyncPorts,
  session: StateSession,
  message: SyncMessage,
): Promise<UnknownIds> => {
  const state = session.state()
  const planned = await plannedIds(ports.archive, state)
  if (message.reason !== 'verify') return planned
  const { integrationId } = message
  const verified = await verifyRecords(ports, { integrationId, state, extend: session.extend })
  await note(ports, message, verified)
  const ofModel = (model: ModelId) => new Set([...(planned.get(model) ?? []), ...(verified.different.get(model) ?? [])])
  return new Map(modelIds.map((model) => [model, idTableOf(ofModel(model))] as const).filter(([, ids]) => ids.size > 0))
}
