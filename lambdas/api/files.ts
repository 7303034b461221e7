import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import { ofPath } from './of-integration.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shown = ({ id, name, dataset, state, size, receivedAt, issues }: ExportFile) => ({
  id,
  name,
  dataset,
  state,
  size,
  received_at: isoTime(receivedAt),
  issues,
})

const list = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, ({ id }, request) =>
    showPage(ports, request, {
      query: { ...filePartition(id), descending: true },
      schema: ExportFileSchema,
      show: shown,
    }),
  )

export const fileEndpoints = (ports: ApiPorts) => ({
  'GET /manage/integrations/{integration_id}/files': list(ports),
})
