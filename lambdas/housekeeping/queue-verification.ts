import type { VerifyChore } from '#core/control/chore.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { sendSync } from '#core/control/queue-sync.ts'
import { newSync } from '#core/control/sync.ts'
import { syncIdOfChore } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'

type Ports = { readonly control: ControlStore; readonly syncQueue: QueueSender; readonly now: Clock }

/** Queues a sync that compares the records of an integration with what is remembered of them. */
export const queueVerification = async (
  { control, syncQueue, now }: Ports,
  { integrationId, dueAt }: VerifyChore,
): Promise<void> => {
  const integration = await readIntegration(control, integrationId)
  if (!integration) return
  const id = syncIdOfChore(dueAt, integration.sftpUser)
  await sendSync({ control, syncQueue }, newSync({ id, integrationId, reason: 'verify', queuedAt: now() }))
}
