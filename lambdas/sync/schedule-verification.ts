import { keyOfChore } from '#core/control/chore.ts'
import type { SyncPorts } from './ports.ts'

const weekMs = 7 * 24 * 60 * 60 * 1000

/** Has housekeeping queue a sync that verifies the records: once a week, each integration at a time of its own. */
export const scheduleVerification = async (
  { control, contentHash, now }: Pick<SyncPorts, 'control' | 'contentHash' | 'now'>,
  integrationId: string,
): Promise<void> => {
  const ownTime = Number.parseInt(contentHash(integrationId).slice(0, 8), 16) % weekMs
  // Not in the week that has begun: a sync of today has no need of it.
  const weeks = Math.floor((now() - ownTime) / weekMs) + 2
  const chore = { kind: 'verify', integrationId, dueAt: ownTime + weeks * weekMs } as const
  await control.create(keyOfChore(chore), chore)
}
