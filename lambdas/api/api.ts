import { urlInDashboard } from '#core/api/dashboard-url.ts'
import { type HttpHandler, httpHandler } from '../runtime/http.ts'
import type { Log } from '../runtime/log.ts'
import { apiKeyEndpoints } from './api-keys.ts'
import { attentionEndpoints } from './attention.ts'
import { auditEndpoints } from './audit-log.ts'
import { audit } from './audited.ts'
import { authenticate } from './authentication.ts'
import { customFieldEndpoints } from './custom-fields.ts'
import { deliveryEndpoints } from './deliveries.ts'
import { employeeFilterEndpoints } from './employee-filter.ts'
import { fileEndpoints } from './files.ts'
import { generalEndpoints } from './general.ts'
import { heldEndpoints } from './held.ts'
import { identityEndpoints } from './identity.ts'
import { integrationFieldEndpoints } from './integration-fields.ts'
import { integrationLinkEndpoints } from './integration-links.ts'
import { integrationListEndpoints } from './integration-list.ts'
import { integrationEndpoints } from './integrations.ts'
import { linkEndpoints } from './links.ts'
import { listEndpoints } from './lists.ts'
import { manageIntegrationEndpoints } from './manage-integrations.ts'
import { mappingDraftEndpoints } from './mapping-draft.ts'
import { mappingEditorEndpoints } from './mapping-editor.ts'
import { mappingPreviewEndpoints } from './mapping-preview.ts'
import { mappingVersionEndpoints } from './mapping-versions.ts'
import { mappingEndpoints } from './mappings.ts'
import { memberEndpoints } from './members.ts'
import { metricEndpoints } from './metrics.ts'
import type { ApiPorts } from './ports.ts'
import { recordEndpoints } from './records.ts'
import { replayEndpoints } from './replay.ts'
import { rightsEndpoints } from './rights.ts'
import { scopeConfigEndpoints } from './scope-configs.ts'
import { settingsEndpoints } from './settings.ts'
import { syncIssueEndpoints } from './sync-issues.ts'
import { syncEndpoints } from './syncs.ts'
import { unavailableEndpoints } from './unavailable.ts'
import { webhookEndpoints } from './webhooks.ts'

/** The unified API and the management API. Nothing is answered without a valid API key. */
export const createApi = (ports: ApiPorts, log: Log): HttpHandler =>
  httpHandler(
    'api',
    {
      ...linkEndpoints(ports),
      ...generalEndpoints(ports),
      ...integrationEndpoints(ports),
      ...integrationLinkEndpoints(ports),
      ...integrationFieldEndpoints(ports),
      ...listEndpoints(ports),
      ...unavailableEndpoints(ports),
      ...integrationListEndpoints(ports),
      ...manageIntegrationEndpoints(ports),
      ...attentionEndpoints(ports),
      ...fileEndpoints(ports),
      ...syncEndpoints(ports),
      ...syncIssueEndpoints(ports),
      ...heldEndpoints(ports),
      ...identityEndpoints(ports),
      ...recordEndpoints(ports),
      ...replayEndpoints(ports),
      ...rightsEndpoints(ports),
      ...mappingEndpoints(ports),
      ...mappingVersionEndpoints(ports),
      ...mappingDraftEndpoints(ports),
      ...mappingPreviewEndpoints(ports),
      ...mappingEditorEndpoints(ports),
      ...scopeConfigEndpoints(ports),
      ...customFieldEndpoints(ports),
      ...employeeFilterEndpoints(ports),
      ...settingsEndpoints(ports),
      ...apiKeyEndpoints(ports),
      ...webhookEndpoints(ports),
      ...deliveryEndpoints(ports),
      ...auditEndpoints(ports),
      ...memberEndpoints(ports),
      ...metricEndpoints(ports),
    },
    {
      log,
      guard: authenticate(ports),
      onSuccess: audit(ports),
      logUrl: (integrationId) => urlInDashboard(ports.dashboardUrl, integrationId),
    },
  )
