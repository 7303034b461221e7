import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationPartition } from '#core/control/keys.ts'
import { endUserOf } from './integrations.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shown = (integration: Integration) =>
  integration.status === 'DELETING'
    ? null
    : {
        id: integration.id,
        status: integration.status,
        end_user: endUserOf(integration),
        username: integration.sftpUser,
        mappings: integration.mappings,
        created_at: isoTime(integration.createdAt),
      }

const list =
  (ports: ApiPorts): GeneralEndpoint =>
  (request) =>
    showPage(ports, request, { query: { pk: integrationPartition }, schema: IntegrationSchema, show: shown })

export const manageIntegrationEndpoints = (ports: ApiPorts) => ({
  'GET /manage/integrations': list(ports),
})
