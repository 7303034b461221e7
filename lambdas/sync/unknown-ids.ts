import * as v from 'valibot'
import { updateDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { Fault } from '#core/fault.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import { PlanSchema } from '#core/sync/plan.ts'
import type { UnknownIds } from './apply.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { type Verified, verifyRecords } from './verify-records.ts'

/** What a plan without a commit may have written. */
const plannedIds = async ({ archive }: SyncPorts, { pending }: IntegrationState): Promise<UnknownIds> => {
  if (!pending) return new Map()
  const bytes = await archive.open(pending)
  if (!bytes) throw new Fault('ARCHIVE_OBJECT_MISSING', `plan ${pending.key}`)
  const plan = v.parse(PlanSchema, JSON.parse(await new Response(ReadableStream.from(bytes)).text()))
  const ids = new Map<ModelId, readonly string[]>()
  for (const { model, ids: written } of plan.writes) ids.set(model, [...(ids.get(model) ?? []), ...written])
  return ids
}

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
  const planned = await plannedIds(ports, state)
  if (message.reason !== 'verify') return planned
  const { integrationId } = message
  const verified = await verifyRecords(ports, { integrationId, state, extend: session.extend })
  await note(ports, message, verified)
  const ofModel = (model: ModelId) => new Set([...(planned.get(model) ?? []), ...(verified.different.get(model) ?? [])])
  return new Map(modelIds.map((model) => [model, [...ofModel(model)]] as const).filter(([, ids]) => ids.length > 0))
}
