import type { ExportFile } from '#core/control/file.ts'
import type { ExpectedFile, Integration } from '#core/control/integration.ts'
import type { Link } from '#core/control/link.ts'
import { sftpUserOf } from '#core/ids/integration-id.ts'
import { aboutIntegration, eventId, type WebhookEvent } from './event.ts'

/** The connection flow has been finished. */
export const integrationCreated = (integration: Integration, now: number): WebhookEvent => ({
  ...aboutIntegration(integration, now),
  type: 'integration-created',
  id: eventId('integration-created', integration.sftpUser),
})

export const integrationDeleted = (integration: Integration, deletedAt: number): WebhookEvent => ({
  ...aboutIntegration(integration, deletedAt),
  type: 'integration-deleted',
  id: eventId('integration-deleted', integration.sftpUser),
  deletedAt,
})

/** No employees file has come in time after `file`. */
export const fileLate = (
  integration: Integration,
  { everyHours }: ExpectedFile,
  { id, name, receivedAt }: ExportFile,
  lateAt: number,
): WebhookEvent => ({
  ...aboutIntegration(integration, lateAt),
  type: 'file-late',
  id: eventId('file-late', id),
  fileId: id,
  fileName: name,
  receivedAt,
  everyHours,
})

/** An attempt to connect has failed; a later one may succeed. */
export const connectionFlowFailed = ({ integrationId, endUser }: Link, now: number): WebhookEvent => ({
  ...aboutIntegration({ id: integrationId, endUser }, now),
  type: 'connection-flow-failed',
  id: eventId('connection-flow-failed', `${sftpUserOf(integrationId)}-${now}`),
})
