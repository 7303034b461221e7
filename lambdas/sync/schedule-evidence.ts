import { keyOfChore } from '#core/control/chore.ts'
import { readDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { fileKey } from '#core/control/keys.ts'
import { evidenceChore, isProven, queueConfirmed } from '#core/control/upload-evidence.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import type { SyncPorts } from './ports.ts'

const unprovenFiles = (rebuilt: readonly RebuiltDataset[]): readonly ExportFile[] =>
  rebuilt.filter(({ comparison }) => comparison.unproven).map(({ file }) => file)

/** Has housekeeping queue a sync for removals that wait for word of an upload, should none come; to be called before the commit. */
export const scheduleEvidence = async (
  { control }: Pick<SyncPorts, 'control'>,
  integrationId: string,
  rebuilt: readonly RebuiltDataset[],
): Promise<void> => {
  for (const file of unprovenFiles(rebuilt)) {
    const chore = evidenceChore(integrationId, file)
    await control.create(keyOfChore(chore), chore)
  }
}

/** Queues that sync where word came during this one: before the commit, nobody could know that something waits for it. */
export const catchUpWithEvidence = async (
  ports: Pick<SyncPorts, 'control' | 'syncQueue' | 'contentHash' | 'now'>,
  rebuilt: readonly RebuiltDataset[],
): Promise<void> => {
  for (const file of unprovenFiles(rebuilt)) {
    const now = await readDocument(ports.control, fileKey(file), ExportFileSchema)
    if (now?.upload && isProven(now, ports.now())) await queueConfirmed(ports, now)
  }
}
