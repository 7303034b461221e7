import * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { parseBody } from '#core/api/input.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { fileNames } from '#core/connect/data-points.ts'
import { parsePublicKey } from '#core/connect/public-key.ts'
import { queryDocuments, updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { filePartition, integrationKey } from '#core/control/keys.ts'
import type { Link } from '#core/control/link.ts'
import { sftpUserOf } from '#core/ids/integration-id.ts'
import type { ConnectPorts } from './ports.ts'
import { deadLink, inSession } from './session.ts'

const maxKeys = 10
const shownFiles = 50

const ConnectionSchema = v.object({
  public_keys: v.pipe(
    v.array(v.string()),
    v.minLength(1, 'enter at least one public SSH key'),
    v.maxLength(maxKeys, `enter at most ${maxKeys} public SSH keys`),
  ),
})

const newIntegration = (link: Link, publicKeys: readonly string[], createdAt: number): Integration => ({
  id: link.integrationId,
  tool: 'sftp',
  category: 'HRIS',
  status: 'ACTIVE',
  endUser: link.endUser,
  scopeConfigId: link.scopeConfigId,
  sftpUser: sftpUserOf(link.integrationId),
  publicKeys: [...publicKeys],
  language: link.language,
  enableFiltering: link.enableFiltering,
  enableFieldMapping: link.enableFieldMapping,
  mappings: {},
  createdAt,
  deletedAt: null,
})

/** Makes the integration that the link reserved an id for, or gives an existing one these keys: a double click makes one. */
const putIntegration = async ({ control, system }: ConnectPorts, link: Link, publicKeys: readonly string[]) => {
  const key = integrationKey(link.integrationId)
  const fresh = newIntegration(link, publicKeys, system.clock())
  if (await control.create(key, fresh)) return fresh
  return updateDocument(control, key, IntegrationSchema, (existing) => ({ ...existing, publicKeys: [...publicKeys] }))
}

const parseKeys = (texts: readonly string[]) => {
  const keys: string[] = []
  for (const text of texts) {
    const parsed = parsePublicKey(text)
    if (parsed.kind === 'refused') return refuse('PLATFORM.INPUT_INVALID', parsed.message)
    keys.push(parsed.openssh)
  }
  return { kind: 'parsed', keys: [...new Set(keys)] } as const
}

/** Gives the customer's HR system its SFTP user. */
export const connect = (ports: ConnectPorts): GeneralEndpoint =>
  inSession(ports, async (link, { body }) => {
    if (link.finishedAt !== null) return deadLink
    const input = parseBody(ConnectionSchema, body)
    if (input.kind === 'refused') return input
    const parsed = parseKeys(input.value.public_keys)
    if (parsed.kind === 'refused') return parsed
    const integration = await putIntegration(ports, link, parsed.keys)
    if (!integration || integration.status === 'DELETING') return deadLink
    await ports.sftpUsers.put({ name: integration.sftpUser, publicKeys: integration.publicKeys })
    return success({
      integration_id: integration.id,
      username: integration.sftpUser,
      host: ports.sftp.host,
      port: ports.sftp.port,
      folder: '/',
      file_names: fileNames,
    })
  })

const shownFile = (file: ExportFile) => ({
  name: file.name,
  dataset: file.dataset,
  state: file.state,
  size: file.size,
  received_at: new Date(file.receivedAt).toISOString(),
  issues: file.issues,
})

/** Where the connection stands: what the page shows while it waits for the first file. */
export const showConnection = (ports: ConnectPorts): GeneralEndpoint =>
  inSession(ports, async (link) => {
    const integration = await readIntegration(ports.control, link.integrationId)
    const query = { ...filePartition(link.integrationId), descending: true, limit: shownFiles }
    const files = integration ? (await queryDocuments(ports.control, query, ExportFileSchema)).values : []
    return success({
      step: integration ? (await setupOf(ports.control, integration)).step : 'waiting_for_key',
      finished: link.finishedAt !== null,
      integration_id: integration?.id ?? null,
      username: integration?.sftpUser ?? null,
      host: ports.sftp.host,
      port: ports.sftp.port,
      folder: '/',
      file_names: fileNames,
      public_keys: integration?.publicKeys.length ?? 0,
      files: files.map(shownFile),
    })
  })
