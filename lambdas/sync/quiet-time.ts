import { type Chore, keyOfChore } from '#core/control/chore.ts'
import type { DatasetOutcome, RebuildContext } from './dataset-outcome.ts'
import { filesMayFollow } from './file-awaited.ts'
import { waitForFiles, waitingParts } from './file-set.ts'
import type { DatasetInputs, MappingInUse } from './inputs.ts'
import type { SyncPorts } from './ports.ts'

/** When no file of the set has come for so long that it counts as complete, epoch ms; null when it does already. */
const quietAt = (inputs: DatasetInputs, minutes: number, now: number): number | null => {
  const waiting = [...inputs.candidates, ...waitingParts(inputs)]
  const at = Math.max(...waiting.map(({ receivedAt }) => receivedAt)) + minutes * 60_000
  return at > now ? at : null
}

/** Waits, where the mapping says so, until no file of the set has come for some time; a sync is then queued. Who forces one does not wait. */
export const waitForQuiet = async (
  { control, now }: Pick<SyncPorts, 'control' | 'now'>,
  inputs: DatasetInputs,
  { mapping: { joins = [], quietMinutes } }: Extract<MappingInUse, { readonly kind: 'approved' }>,
  { integration, force, goesBack }: Pick<RebuildContext, 'integration' | 'force' | 'goesBack'>,
): Promise<DatasetOutcome | undefined> => {
  if (quietMinutes === undefined || joins.length === 0 || force || goesBack) return undefined
  const dueAt = quietAt(inputs, quietMinutes, now())
  if (dueAt === null) return undefined
  const chore: Chore = { kind: 'quiet', integrationId: integration.id, dueAt }
  await control.create(keyOfChore(chore), chore)
  return waitForFiles(inputs, filesMayFollow(inputs.dataset, quietMinutes))
}
