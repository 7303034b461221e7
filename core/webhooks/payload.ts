import { urlInDashboard } from '#core/api/dashboard-url.ts'
import { isoTime } from '#core/api/iso-time.ts'
import type { WebhookEvent } from './event.ts'

type Event<Type extends WebhookEvent['type']> = Extract<WebhookEvent, { readonly type: Type }>

/** The `data` of each type: contract section 6, every key, in its order. `log` is where `log_url` leads. */
type Renderers = { readonly [Type in WebhookEvent['type']]: (event: Event<Type>, log: string) => object }

const endUser = ({ endUser: { organizationName, creatorEmail, originId } }: WebhookEvent) => ({
  organization_name: organizationName,
  creator_email: creatorEmail,
  origin_id: originId,
})

const integration = (event: WebhookEvent) => ({
  integration_id: event.integrationId,
  integration_tool: 'sftp',
  integration_category: 'HRIS',
})

const renderers: Renderers = {
  'data-changed': (event) => ({
    ...integration(event),
    changed_models: event.models.map((name) => ({ name })),
  }),
  'sync-finished': (event, log) => ({
    sync_id: event.syncId,
    sync_state: event.state,
    sync_started_at: isoTime(event.startedAt),
    sync_ended_at: isoTime(event.endedAt),
    // The SDK takes whole seconds only.
    sync_duration_seconds: Math.max(0, Math.round((event.endedAt - event.startedAt) / 1000)),
    ...integration(event),
    end_user: endUser(event),
    log_url: log,
  }),
  'integration-created': (event) => ({
    id: event.integrationId,
    tool: 'sftp',
    category: 'HRIS',
    end_user: endUser(event),
  }),
  'integration-deleted': (event) => ({
    id: event.integrationId,
    tool: 'sftp',
    category: 'HRIS',
    end_user: endUser(event),
    deleted_at: isoTime(event.deletedAt),
  }),
  'integration-state-changed': (event) => ({
    integration_tool: 'sftp',
    integration_id: event.integrationId,
    integration_category: 'HRIS',
    end_user: endUser(event),
    qa_status: event.qaStatus,
    setup_status: event.setupStatus,
    state: event.state,
    updated_at: isoTime(event.occurredAt),
  }),
  'connection-flow-failed': (event, log) => ({
    integration_tool: 'sftp',
    integration_category: 'HRIS',
    end_user: endUser(event),
    log_url: log,
  }),
  'sync-held': (event, log) => ({
    sync_id: event.syncId,
    ...integration(event),
    held: event.held,
    end_user: endUser(event),
    log_url: log,
  }),
  'file-rejected': (event, log) => ({
    file_id: event.fileId,
    file_name: event.fileName,
    dataset: event.dataset,
    issue_codes: event.codes,
    ...integration(event),
    end_user: endUser(event),
    log_url: log,
  }),
  'file-late': (event, log) => ({
    dataset: event.dataset,
    expected_by: isoTime(event.lateFrom),
    expected_every_hours: event.everyHours,
    last_file_id: event.fileId,
    last_file_name: event.fileName,
    last_received_at: isoTime(event.receivedAt),
    ...integration(event),
    end_user: endUser(event),
    log_url: log,
  }),
  'file-late-resolved': (event, log) => ({
    dataset: event.dataset,
    late_since: isoTime(event.lateSince),
    file_id: event.fileId,
    file_name: event.fileName,
    received_at: isoTime(event.receivedAt),
    ...integration(event),
    end_user: endUser(event),
    log_url: log,
  }),
}

const dataOf = <Type extends WebhookEvent['type']>(event: Event<Type> & { readonly type: Type }, log: string): object =>
  renderers[event.type](event, log)

/** The body of a delivery: indented as some receivers expect who sign the parsed object again instead of the raw body. */
export const bodyOf = (event: WebhookEvent, dashboardUrl: string): string => {
  const { id, type } = event
  const log = urlInDashboard(dashboardUrl, event.integrationId, 'syncId' in event ? event.syncId : undefined)
  return JSON.stringify({ id, type, data: dataOf(event, log) }, null, 2)
}
