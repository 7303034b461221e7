import { type Chore, ChoreSchema, keyOfChore } from '#core/control/chore.ts'
import { queryDocuments, readDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { chorePartition, choresDueUntil, fileKey } from '#core/control/keys.ts'
import { landingMessage } from '#core/files/landing.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'
import type { Log } from '../runtime/log.ts'

export type HousekeepingPorts = {
  readonly control: ControlStore
  readonly landing: Pick<FileStore, 'removeVersion'>
  readonly landingQueue: QueueSender
  readonly now: Clock
  readonly log: Log
}

const choresPerRun = 500

/** A file may leave the landing bucket once its sync is queued, or once it was decided that it never will be. */
const mayLeave = async ({ control }: HousekeepingPorts, chore: Chore): Promise<boolean> => {
  const { integrationId, fileId: id, landed } = chore
  const file = await readDocument(control, fileKey({ integrationId, id, ...landed }), ExportFileSchema)
  return file !== undefined && file.state !== 'RECEIVED' && file.state !== 'ARCHIVED'
}

/** Answers whether the chore is done for good. */
const perform = async (ports: HousekeepingPorts, chore: Chore): Promise<boolean> => {
  const settled = await mayLeave(ports, chore)
  if (chore.kind === 'clean-landing') {
    if (settled) await ports.landing.removeVersion(chore.landed.key, chore.landed.versionId)
    return settled
  }
  if (!settled) await ports.landingQueue.send({ body: landingMessage(chore.landed) })
  return settled
}

/** Does the chores whose time has come; those that cannot be done yet stay for the next run. */
export const createHousekeeping = (ports: HousekeepingPorts) => async (): Promise<void> => {
  const { control, now, log } = ports
  const due = { pk: chorePartition, until: choresDueUntil(now()), limit: choresPerRun }
  const { values } = await queryDocuments(control, due, ChoreSchema)
  for (const chore of values) {
    if (!(await perform(ports, chore))) continue
    await control.remove(keyOfChore(chore))
    log('CHORE_DONE', { kind: chore.kind, fileId: chore.fileId })
  }
}
