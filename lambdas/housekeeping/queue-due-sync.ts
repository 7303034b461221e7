import type { DueChore } from '#core/control/chore.ts'
import { readDocument } from '#core/control/documents.ts'
import { timeZoneOf } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { stateKey } from '#core/control/keys.ts'
import { sendSync } from '#core/control/queue-sync.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { newSync } from '#core/control/sync.ts'
import { syncIdOfChore } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'
import { dayIn } from '#core/values/zoned-day.ts'

type Ports = { readonly control: ControlStore; readonly syncQueue: QueueSender; readonly now: Clock }

/** Queues a sync of an integration whose records change by themselves today, unless a sync has seen to that already. */
export const queueDueSync = async (
  { control, syncQueue, now }: Ports,
  { integrationId, dueAt }: DueChore,
): Promise<void> => {
  const integration = await readIntegration(control, integrationId)
  const state = await readDocument(control, stateKey(integrationId), IntegrationStateSchema)
  if (!integration || !state?.dueAt || state.dueAt > dayIn(now(), timeZoneOf(integration))) return
  const id = syncIdOfChore(dueAt, integration.sftpUser)
  await sendSync({ control, syncQueue }, newSync({ id, integrationId, reason: 'due', queuedAt: now() }))
}
