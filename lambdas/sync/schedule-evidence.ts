import { keyOfChore } from '#core/control/chore.ts'
import { evidenceChore } from '#core/control/upload-evidence.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import type { SyncPorts } from './ports.ts'

/** Has housekeeping queue a sync for removals that wait for word of an upload, should none come. */
export const scheduleEvidence = async (
  { control }: Pick<SyncPorts, 'control'>,
  integrationId: string,
  rebuilt: readonly RebuiltDataset[],
): Promise<void> => {
  for (const { comparison, file } of rebuilt) {
    if (!comparison.unproven) continue
    const chore = evidenceChore(integrationId, file)
    await control.create(keyOfChore(chore), chore)
  }
}
