import type { LateChore } from '#core/control/chore.ts'
import { updateDocument } from '#core/control/documents.ts'
import { lateFrom, newestEmployeesFile } from '#core/control/expected-file.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { readSyncedIntegration } from '#core/control/integrations.ts'
import { fileKey } from '#core/control/keys.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { fileLate } from '#core/webhooks/integration-events.ts'

type Ports = { readonly control: ControlStore; readonly webhookQueue: QueueSender; readonly now: Clock }

/**
 * Tells that no employees file has come in time: once after each file, however often it is looked at. A newer file, or another
 * expectation, has a chore of its own.
 */
export const tellOfLateFile = async (ports: Ports, { integrationId, dueAt }: LateChore): Promise<void> => {
  const { control, now } = ports
  const integration = await readSyncedIntegration(control, integrationId)
  if (!integration?.expectedFile) return
  const last = await newestEmployeesFile(control, integrationId)
  if (!last || last.lateToldAt !== undefined || lateFrom(integration.expectedFile, last.receivedAt) > now()) return
  await sendEvent(ports, fileLate(integration, integration.expectedFile, last, dueAt))
  await updateDocument(control, fileKey(last), ExportFileSchema, (file) => ({ ...file, lateToldAt: now() }))
}
