import { type Chore, ChoreSchema, type FileChore, keyOfChore, subjectOfChore } from '#core/control/chore.ts'
import { listDocuments, readDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { chorePartition, choresDueUntil, fileKey } from '#core/control/keys.ts'
import { queueUpkeep } from '#core/control/queue-upkeep.ts'
import { landingMessage } from '#core/files/landing.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'
import { errorFields } from '../runtime/error-fields.ts'
import type { Log } from '../runtime/log.ts'
import { forgetDeliveries } from './forget-deliveries.ts'
import { queueChoreSync } from './queue-chore-sync.ts'
import { queueDueSync } from './queue-due-sync.ts'
import { queueRemovalChore } from './queue-removal-chore.ts'
import { queueVerification } from './queue-verification.ts'
import { queueWaitingSync } from './queue-waiting-sync.ts'
import { watchArrivals } from './watch-arrivals.ts'

export type HousekeepingPorts = {
  readonly control: ControlStore
  readonly landing: Pick<FileStore, 'removeVersion'>
  readonly landingQueue: QueueSender
  readonly syncQueue: QueueSender
  readonly webhookQueue: QueueSender
  readonly now: Clock
  readonly log: Log
}

const choresPerPage = 100

/**
 * A file may leave the landing bucket once its sync is queued, or once it was decided that it never will be: because of the file,
 * or because its integration is gone.
 */
const mayLeave = async ({ control }: HousekeepingPorts, chore: FileChore): Promise<boolean> => {
  const { integrationId, fileId: id, landed } = chore
  const file = await readDocument(control, fileKey({ integrationId, id, ...landed }), ExportFileSchema)
  if (file && file.state !== 'RECEIVED' && file.state !== 'ARCHIVED') return true
  return (await readIntegration(control, integrationId)) === undefined
}

/** Answers whether the chore is done for good. */
const perform = async (ports: HousekeepingPorts, chore: Chore): Promise<boolean> => {
  if (chore.kind === 'upkeep') {
    await queueUpkeep(ports.syncQueue, chore.integrationId, ports.now())
    return true
  }
  if (chore.kind === 'due') {
    await queueDueSync(ports, chore)
    return true
  }
  if (chore.kind === 'removal') {
    await queueRemovalChore(ports, chore)
    return true
  }
  if (chore.kind === 'verify') {
    await queueVerification(ports, chore)
    return true
  }
  if (chore.kind === 'quiet') {
    const integration = await readIntegration(ports.control, chore.integrationId)
    if (integration) await queueChoreSync(ports, integration, chore, 'file')
    return true
  }
  if (chore.kind === 'chunks') {
    await queueWaitingSync(ports.syncQueue, chore)
    return true
  }
  if (chore.kind === 'late') {
    await watchArrivals(ports, chore)
    return true
  }
  const settled = await mayLeave(ports, chore)
  if (chore.kind === 'clean-landing') {
    if (settled) await ports.landing.removeVersion(chore.landed.key, chore.landed.versionId)
    return settled
  }
  if (!settled) await ports.landingQueue.send({ body: landingMessage(chore.landed) })
  return settled
}

const attend = async (ports: HousekeepingPorts, chore: Chore): Promise<void> => {
  const fields = { kind: chore.kind, subject: subjectOfChore(chore) }
  try {
    if (!(await perform(ports, chore))) return
    await ports.control.remove(keyOfChore(chore))
    ports.log('CHORE_DONE', fields)
  } catch (error) {
    ports.log('HOUSEKEEPING_FAILED', { ...fields, ...errorFields(error) })
  }
}

/** Does the chores whose time has come; those that cannot be done yet, or fail, stay for the next run and hold up no other. */
export const createHousekeeping = (ports: HousekeepingPorts) => async (): Promise<void> => {
  const { control, now, log } = ports
  const due = { pk: chorePartition, until: choresDueUntil(now()), limit: choresPerPage }
  for await (const chore of listDocuments(control, due, ChoreSchema)) await attend(ports, chore)
  await forgetDeliveries(ports).catch((error: unknown) =>
    log('HOUSEKEEPING_FAILED', { kind: 'forget-deliveries', ...errorFields(error) }),
  )
}
