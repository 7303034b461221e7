import type { Integration } from '#core/control/integration.ts'
import { sendSync } from '#core/control/queue-sync.ts'
import { newSync, type Sync } from '#core/control/sync.ts'
import { syncIdOfChore } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'

export type ChoreSyncPorts = { readonly control: ControlStore; readonly syncQueue: QueueSender; readonly now: Clock }

/** Queues the sync that a chore asks for: done again, the chore names the same one. */
export const queueChoreSync = async (
  { control, syncQueue, now }: ChoreSyncPorts,
  { id: integrationId, sftpUser }: Integration,
  { dueAt }: { readonly dueAt: number },
  reason: Sync['reason'],
): Promise<void> => {
  const id = syncIdOfChore(dueAt, sftpUser)
  await sendSync({ control, syncQueue }, newSync({ id, integrationId, reason, queuedAt: now() }))
}
