import { type Chore, keyOfChore } from '#core/control/chore.ts'
import { updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { keyOfDecision } from '#core/control/held-decision.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { syncKey } from '#core/control/keys.ts'
import type { SyncEvent } from '#core/control/state.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { announceState } from '#core/webhooks/announcement.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { syncEvents } from '#core/webhooks/sync-events.ts'
import { logFinished } from './log-finished.ts'
import type { SyncPorts } from './ports.ts'
import { putResults } from './put-results.ts'
import type { StateSession } from './state-session.ts'
import { takeBack } from './take-back.ts'

type EventPorts = Pick<SyncPorts, 'archive' | 'control' | 'folders' | 'webhookQueue' | 'now' | 'log'>

/** Longer than a sync may run: until then its own message comes back. */
const reminderMs = 20 * 60_000

const reminder = (integrationId: string, dueAt: number): Chore => ({ kind: 'upkeep', integrationId, dueAt })

/**
 * Has the integration looked after some time after a commit, unless its events are delivered before; to be called before the commit.
 * Answers when, epoch ms.
 */
export const remindOfEvents = async (
  { control, now }: Pick<SyncPorts, 'control' | 'now'>,
  integrationId: string,
): Promise<number> => {
  const chore = reminder(integrationId, now() + reminderMs)
  await control.create(keyOfChore(chore), chore)
  return chore.dueAt
}

/** Answers the files that the sync judged, and which of them nobody had judged before. */
const markFiles = async ({ control }: EventPorts, { files, endedAt, syncId }: SyncEvent) => {
  const judged: ExportFile[] = []
  const fresh: ExportFile[] = []
  for (const { key, ...verdict } of files) {
    let isFresh = false
    const file = await updateDocument(control, key, ExportFileSchema, (each) => {
      isFresh = each.judgedBy === undefined || each.judgedBy === syncId
      return { ...each, ...verdict, judgedAt: endedAt, judgedBy: syncId }
    })
    if (file) judged.push(file)
    if (file && isFresh) fresh.push(file)
  }
  return { judged, fresh }
}

const deliver = async (ports: EventPorts, integrationId: string, event: SyncEvent): Promise<void> => {
  const { control } = ports
  const { judged, fresh } = await markFiles(ports, event)
  const sync = await updateDocument(control, syncKey(integrationId, event.syncId), SyncSchema, (each) =>
    each.endedAt === null ? { ...each, state: event.state, endedAt: event.endedAt } : each,
  )
  // What was carried out must not be so again, should the same people be held another time.
  for (const id of event.decisions ?? []) await control.remove(keyOfDecision({ integrationId, id }))
  if (event.rollback) await takeBack(ports, integrationId, event.rollback, event.endedAt)
  const integration = await readIntegration(control, integrationId)
  if (integration && sync) {
    await putResults(ports, integration, sync, judged)
    const refused = judged.filter(({ state }) => state === 'REFUSED')
    for (const told of syncEvents(integration, sync, event, refused)) await sendEvent(ports, told)
  }
  if (sync) logFinished(ports, sync, fresh)
}

/**
 * Does what the last commits promised, then takes it off the state: at least once, whatever dies in between. What is told to
 * endpoints waits in the queue until the feed shows it.
 */
export const deliverEvents = async (ports: EventPorts, integrationId: string, session: StateSession): Promise<void> => {
  const { events } = session.state()
  if (events.length === 0) return
  for (const event of events) await deliver(ports, integrationId, event)
  await announceState(ports, integrationId, ports.now())
  await session.save((state) => ({ ...state, events: [] }))
  for (const { remindAt } of events) await ports.control.remove(keyOfChore(reminder(integrationId, remindAt)))
}
