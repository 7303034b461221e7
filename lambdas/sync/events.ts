import { updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { syncKey } from '#core/control/keys.ts'
import type { SyncEvent } from '#core/control/state.ts'
import { SyncSchema } from '#core/control/sync.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

type EventPorts = Pick<SyncPorts, 'control' | 'log'>

const deliver = async ({ control, log }: EventPorts, integrationId: string, event: SyncEvent): Promise<void> => {
  for (const { key, state, issues } of event.files)
    await updateDocument(control, key, ExportFileSchema, (file) => ({ ...file, state, issues: [...issues] }))
  await updateDocument(control, syncKey(integrationId, event.syncId), SyncSchema, (sync) =>
    sync.endedAt === null ? { ...sync, state: event.state, endedAt: event.endedAt } : sync,
  )
  log('SYNC_FINISHED', { integrationId, syncId: event.syncId, state: event.state })
}

/** Does what the last commits promised, then takes it off the state: at least once, whatever dies in between. */
export const deliverEvents = async (ports: EventPorts, integrationId: string, session: StateSession): Promise<void> => {
  const { events } = session.state()
  if (events.length === 0) return
  for (const event of events) await deliver(ports, integrationId, event)
  await session.save((state) => ({ ...state, events: [] }))
}
