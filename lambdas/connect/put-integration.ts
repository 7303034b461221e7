import { updateDocument } from '#core/control/documents.ts'
import { enabledSteps, type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import type { Link } from '#core/control/link.ts'
import { sftpUserOf } from '#core/ids/integration-id.ts'
import type { ConnectPorts } from './ports.ts'

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
  openSteps: enabledSteps(link),
  mappings: {},
  createdAt,
  deletedAt: null,
})

/** What connecting again changes beside the keys: the link's wishes hold from now on, and what had failed counts as repaired. */
const reconnected = (integration: Integration, { kind, language, scopeConfigId }: Link): Integration =>
  kind === 'relink'
    ? {
        ...integration,
        language,
        scopeConfigId: scopeConfigId ?? integration.scopeConfigId,
        status: integration.status === 'INVALID' ? 'ACTIVE' : integration.status,
      }
    : integration

/**
 * Makes the integration that a link reserved an id for, or gives an existing one these keys: a double click makes one.
 * `undefined` when there is none to connect again.
 */
export const putIntegration = async (
  { control, system }: Pick<ConnectPorts, 'control' | 'system'>,
  link: Link,
  publicKeys: readonly string[],
  keepsKeys: boolean,
): Promise<Integration | undefined> => {
  const key = integrationKey(link.integrationId)
  const fresh = newIntegration(link, publicKeys, system.clock())
  if (link.kind === 'connect' && (await control.create(key, fresh))) return fresh
  return updateDocument(control, key, IntegrationSchema, (existing) => ({
    ...reconnected(existing, link),
    publicKeys: [...new Set([...(keepsKeys ? existing.publicKeys : []), ...publicKeys])],
  }))
}
