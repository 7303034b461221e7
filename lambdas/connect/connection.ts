import { success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { algorithms } from '#core/connect/algorithms.ts'
import { queryDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { removalsApproverOf } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { filePartition } from '#core/control/keys.ts'
import type { ConnectPorts } from './ports.ts'
import { shownFile } from './shown-file.ts'
import { shownHostKey, shownKeys } from './shown-keys.ts'
import { shownPgp } from './shown-pgp.ts'
import { shownSteps } from './steps.ts'
import { inSession } from './visitor.ts'

const shownFiles = 50

/** Where the connection stands: what the page shows while it waits for the first file. */
export const showConnection = (ports: ConnectPorts): FlowEndpoint =>
  inSession(ports, async (visitor) => {
    const integration = await readIntegration(ports.control, visitor.integrationId)
    const query = { ...filePartition(visitor.integrationId), descending: true, limit: shownFiles }
    const files = integration ? (await queryDocuments(ports.control, query, ExportFileSchema)).values : []
    return success({
      step: integration ? (await setupOf(ports.control, integration)).step : 'waiting_for_key',
      finished: visitor.kind === 'link' && visitor.link.finishedAt !== null,
      steps: shownSteps(visitor, integration),
      integration_id: integration?.id ?? null,
      removals_approver: removalsApproverOf(integration ?? {}),
      username: integration?.sftpUser ?? null,
      host: ports.sftp.host,
      port: ports.sftp.port,
      folder: '/',
      ...(await shownPgp(ports, integration)),
      public_keys: integration?.publicKeys.length ?? 0,
      keys: integration ? shownKeys(integration) : [],
      host_keys: ports.sftp.hostKeys.map((key) => shownHostKey(ports.sftp, key)),
      addresses: ports.sftp.addresses,
      algorithms,
      files: files.map(shownFile),
    })
  })
