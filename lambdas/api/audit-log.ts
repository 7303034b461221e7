import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { type AuditEntry, AuditEntrySchema } from '#core/control/audit.ts'
import { auditPartition, auditPartitionOf } from '#core/control/keys.ts'
import { ofPath } from './of-integration.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shown = ({ at, integrationId, ...entry }: AuditEntry) => ({
  ...entry,
  at: isoTime(at),
  integration_id: integrationId,
})

const listing = (partition: { readonly pk: string }) => ({
  query: { ...partition, descending: true },
  schema: AuditEntrySchema,
  show: shown,
})

const listAll =
  (ports: ApiPorts): GeneralEndpoint =>
  (request) =>
    showPage(ports, request, listing(auditPartition))

const listOfIntegration = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, ({ id }, request) => showPage(ports, request, listing(auditPartitionOf(id))))

export const auditEndpoints = (ports: ApiPorts) => ({
  'GET /manage/audit': listAll(ports),
  'GET /manage/integrations/{integration_id}/audit': listOfIntegration(ports),
})
