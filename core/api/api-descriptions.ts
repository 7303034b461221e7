import { apiKeyDescriptions } from './endpoints/api-keys.ts'
import { auditDescriptions } from './endpoints/audit.ts'
import { connectDescriptions } from './endpoints/connect.ts'
import { connectionDescriptions } from './endpoints/connections.ts'
import { customFieldDescriptions } from './endpoints/custom-fields.ts'
import { employeeFilterDescriptions } from './endpoints/employee-filter.ts'
import { fileDescriptions } from './endpoints/files.ts'
import { generalDescriptions } from './endpoints/general.ts'
import { heldDescriptions } from './endpoints/held.ts'
import { hrisDescriptions } from './endpoints/hris.ts'
import { identityDescriptions } from './endpoints/identity.ts'
import { integrationFieldDescriptions } from './endpoints/integration-fields.ts'
import { integrationDescriptions } from './endpoints/integrations.ts'
import { manageIntegrationDescriptions } from './endpoints/manage-integrations.ts'
import { mappingEditorDescriptions } from './endpoints/mapping-editor.ts'
import { mappingDescriptions } from './endpoints/mappings.ts'
import { memberDescriptions } from './endpoints/members.ts'
import { metricDescriptions } from './endpoints/metrics.ts'
import { recordDescriptions } from './endpoints/records.ts'
import { replayDescriptions } from './endpoints/replay.ts'
import { rightsDescriptions } from './endpoints/rights.ts'
import { scopeConfigDescriptions } from './endpoints/scope-configs.ts'
import { settingsDescriptions } from './endpoints/settings.ts'
import { syncDescriptions } from './endpoints/syncs.ts'
import { deliveryDescriptions, webhookDescriptions } from './endpoints/webhooks.ts'

/** What the endpoints of the unified and the management API take and answer: whoever holds an API key or is signed in calls them. */
export const apiDescriptions = {
  ...connectDescriptions,
  ...generalDescriptions,
  ...integrationDescriptions,
  ...integrationFieldDescriptions,
  ...hrisDescriptions,
  ...apiKeyDescriptions,
  ...auditDescriptions,
  ...memberDescriptions,
  ...metricDescriptions,
  ...manageIntegrationDescriptions,
  ...connectionDescriptions,
  ...fileDescriptions,
  ...syncDescriptions,
  ...heldDescriptions,
  ...identityDescriptions,
  ...recordDescriptions,
  ...replayDescriptions,
  ...rightsDescriptions,
  ...mappingDescriptions,
  ...mappingEditorDescriptions,
  ...webhookDescriptions,
  ...deliveryDescriptions,
  ...scopeConfigDescriptions,
  ...customFieldDescriptions,
  ...employeeFilterDescriptions,
  ...settingsDescriptions,
} as const
