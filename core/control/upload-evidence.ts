import { contentId, syncIdOfFile } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { Chore } from './chore.ts'
import type { ExportFile } from './file.ts'
import { sendSync } from './queue-sync.ts'
import type { DatasetState } from './state.ts'
import { newSync } from './sync.ts'

/** Who heard nothing of a broken upload for so long may take it for whole: events come within seconds, if they come. */
const evidenceMs = 2 * 60_000

type Uploaded = Pick<ExportFile, 'upload' | 'eventTime'>

/** Whether it is known that the upload of a file was whole, or can be assumed by now. */
export const isProven = ({ upload, eventTime }: Uploaded, now: number): boolean =>
  upload ? upload.outcome === 'completed' : now >= eventTime + evidenceMs

/** Whether removals have waited for that until now, the file being the one that the dataset was built from. */
export const isConfirmed = (
  committed: Pick<DatasetState, 'unproven'> | undefined,
  file: Uploaded | undefined,
  now: number,
): boolean => committed?.unproven === true && (file === undefined || isProven(file, now))

/** Has a sync queued that finds the upload of a file proven, should no event come. */
export const evidenceChore = (integrationId: string, { eventTime }: Pick<ExportFile, 'eventTime'>): Chore => ({
  kind: 'quiet',
  integrationId,
  dueAt: eventTime + evidenceMs,
})

type Ports = {
  readonly control: Pick<ControlStore, 'create' | 'query'>
  readonly syncQueue: QueueSender
  readonly contentHash: ContentHash
}

/** Queues the sync that makes the removals which waited for a file, once however often it is asked for. */
export const queueConfirmed = async (
  { control, syncQueue, contentHash }: Ports,
  { id, integrationId, eventTime }: Pick<ExportFile, 'id' | 'integrationId' | 'eventTime'>,
): Promise<void> => {
  const syncId = syncIdOfFile(eventTime, contentId(contentHash, `completed ${id}`))
  await sendSync({ control, syncQueue }, newSync({ id: syncId, integrationId, reason: 'file', queuedAt: eventTime }))
}
