import type { Place } from '#core/cadence/cadence.ts'
import { type Arrivals, ArrivalsSchema, lookForNextFile } from '#core/control/arrivals.ts'
import type { LateChore } from '#core/control/chore.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { awaitedBy, calendarOf } from '#core/control/expected-file.ts'
import { type Integration, timeZoneOf } from '#core/control/integration.ts'
import { readSyncedIntegration } from '#core/control/integrations.ts'
import { arrivalsKey } from '#core/control/keys.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { fileLate, fileLateResolved } from '#core/webhooks/integration-events.ts'
import type { Log } from '../runtime/log.ts'
import { daysOff } from './days-off.ts'

type Ports = {
  readonly control: ControlStore
  readonly webhookQueue: QueueSender
  readonly now: Clock
  readonly log: Log
}

type Awaited = NonNullable<ReturnType<typeof awaitedBy>>

const placeOf = async (integration: Integration): Promise<Place> => ({
  timeZone: timeZoneOf(integration),
  isOff: await daysOff(calendarOf(integration)),
})

/** Tells that no file has come in time: once after each file, however often it is looked at. */
const tellLate = async (ports: Ports, integration: Integration, arrivals: Arrivals, late: Awaited): Promise<void> => {
  const { integrationId, dataset, toldAfter, last } = arrivals
  if (toldAfter === last.fileId) return
  await sendEvent(ports, fileLate(integration, arrivals, late))
  ports.log('FILE_LATE', { integrationId, dataset })
}

/** Tells that a file has come after all; nobody is told that none is expected any more. */
const tellResolved = async (ports: Ports, integration: Integration, arrivals: Arrivals): Promise<void> => {
  const { integrationId, dataset, toldAfter, last, lateSince } = arrivals
  if (lateSince === undefined || toldAfter === last.fileId) return
  await sendEvent(ports, fileLateResolved(integration, arrivals, lateSince))
  ports.log('FILE_LATE_RESOLVED', { integrationId, dataset })
}

/** Arrivals beside what is thought of the next one. */
const judged = (before: Arrivals, seen: Arrivals, awaited: Awaited | undefined, isLate: boolean): Arrivals => {
  const { cadence: _, lateFrom: __, lateSince, toldAfter, ...rest } = before
  const told = isLate ? seen.last.fileId : toldAfter
  return {
    ...rest,
    ...(awaited ?? {}),
    ...(awaited && isLate ? { lateSince: lateSince ?? awaited.lateFrom } : {}),
    ...(told === undefined ? {} : { toldAfter: told }),
  }
}

/** Looks whether the next file of a dataset is late, or has come at last, and when to look again. Safe to repeat. */
export const watchArrivals = async (ports: Ports, { integrationId, dataset }: LateChore): Promise<void> => {
  const { control, now } = ports
  const integration = await readSyncedIntegration(control, integrationId)
  const key = arrivalsKey(integrationId, dataset)
  const arrivals = await readDocument(control, key, ArrivalsSchema)
  if (!integration || !arrivals) return
  const awaited = awaitedBy(integration, arrivals, await placeOf(integration))
  const isLate = awaited !== undefined && awaited.lateFrom <= now()
  if (isLate) await tellLate(ports, integration, arrivals, awaited)
  else await tellResolved(ports, integration, arrivals)
  if (awaited && !isLate) await lookForNextFile(control, { integrationId, dataset, dueAt: awaited.lateFrom })
  await updateDocument(control, key, ArrivalsSchema, (each) => judged(each, arrivals, awaited, isLate))
}
