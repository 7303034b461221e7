import type { Cadence } from '#core/cadence/cadence.ts'
import type { Arrivals } from '#core/control/arrivals.ts'
import type { Integration } from '#core/control/integration.ts'
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

/** No file of a dataset has come in time after the last one. */
export const fileLate = (
  integration: Integration,
  { dataset, last: { fileId, name, receivedAt } }: Arrivals,
  { cadence, lateFrom }: { readonly cadence: Cadence; readonly lateFrom: number },
): WebhookEvent => ({
  ...aboutIntegration(integration, lateFrom),
  type: 'file-late',
  id: eventId('file-late', fileId),
  fileId,
  fileName: name,
  receivedAt,
  dataset,
  lateFrom,
  everyHours: cadence.every === 'hours' ? cadence.hours : null,
})

/** A file that was late has come. */
export const fileLateResolved = (
  integration: Integration,
  { dataset, last: { fileId, name, receivedAt } }: Arrivals,
  lateSince: number,
): WebhookEvent => ({
  ...aboutIntegration(integration, receivedAt),
  type: 'file-late-resolved',
  id: eventId('file-late-resolved', fileId),
  fileId,
  fileName: name,
  receivedAt,
  dataset,
  lateSince,
})

/** An attempt to connect has failed; a later one may succeed. */
export const connectionFlowFailed = ({ integrationId, endUser }: Link, now: number): WebhookEvent => ({
  ...aboutIntegration({ id: integrationId, endUser }, now),
  type: 'connection-flow-failed',
  id: eventId('connection-flow-failed', `${sftpUserOf(integrationId)}-${now}`),
})
