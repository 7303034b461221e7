import { success } from '#core/api/answer.ts'
import { readModelsIn } from '#core/api/coverage.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { EnabledSchema } from '#core/api/endpoints/integrations.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { setupStatus } from '#core/api/setup.ts'
import { type Setup, setupOf } from '#core/api/setup-of.ts'
import { sftpAssets } from '#core/api/tool-assets.ts'
import { lookForAllFiles } from '#core/control/arrivals.ts'
import { type Configuration, expiredSince, readConfiguration } from '#core/control/configuration.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { announceState } from '#core/webhooks/announcement.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { integrationDeleted } from '#core/webhooks/integration-events.ts'
import { promisePurge } from '../rights/promise-purge.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

export const endUserOf = ({ endUser }: Integration) => ({
  organization_name: endUser.organizationName,
  creator_email: endUser.creatorEmail,
  origin_id: endUser.originId,
})

/** Contract 3.4, every key. */
const detailsOf = (integration: Integration, { step, state }: Setup, configuration: Configuration) => ({
  id: integration.id,
  tool: {
    id: integration.tool,
    label: 'SFTP',
    internal_label: null,
    logo_url: sftpAssets.logo_url,
    icon_url: sftpAssets.icon_url,
  },
  category: integration.category,
  status: integration.status,
  setup_status: setupStatus[step],
  end_user: endUserOf(integration),
  scope_config: { id: configuration.scopeConfig.id, name: configuration.scopeConfig.name },
  data_expired_at: isoTimeIfAny(expiredSince(configuration, state)),
  created_at: isoTime(integration.createdAt),
  beta: false,
  read_models: readModelsIn(configuration.scope),
  write_actions: [],
})

const showIntegration = ({ control, system }: ApiPorts): GeneralEndpoint =>
  ofPath(control, async (integration) => {
    const [setup, configuration] = await Promise.all([
      setupOf(control, integration),
      readConfiguration(control, integration, system.clock()),
    ])
    return success(detailsOf(integration, setup, configuration))
  })

const markDeleting = ({ control, system }: ApiPorts, id: string): Promise<Integration | undefined> =>
  updateDocument(
    control,
    integrationKey(id),
    IntegrationSchema,
    (integration): Integration =>
      integration.status === 'DELETING'
        ? integration
        : { ...integration, status: 'DELETING', deletedAt: system.clock() },
  )

/**
 * From here on nobody reads or writes it, then its user can log in no more. A repeated request is told that it is gone,
 * and removes the user again in case the first one failed between the two.
 */
const deleteIntegration = (ports: ApiPorts): GeneralEndpoint => {
  const { control, sftpUsers } = ports
  return async (request) => {
    const answer = await ofPath<GeneralErrorCode>(control, async ({ id }) => {
      await markDeleting(ports, id)
      return success({})
    })(request)
    const deleted = await readDocument(control, integrationKey(request.path.integration_id ?? ''), IntegrationSchema)
    if (deleted) await sftpUsers.remove(deleted.sftpUser)
    if (deleted?.deletedAt) await promisePurge(control, deleted.id, deleted.sftpUser, deleted.deletedAt)
    if (deleted?.deletedAt) await sendEvent(ports, integrationDeleted(deleted, deleted.deletedAt))
    return answer
  }
}

const turned = (integration: Integration, isOn: boolean, now: number): Integration => {
  const { status } = integration
  if (status === 'DELETING') return integration
  if (!isOn) return { ...integration, status: 'INACTIVE' }
  if (status !== 'INACTIVE') return integration
  return { ...integration, status: 'ACTIVE', turnedOnAt: now }
}

/**
 * While it is off, reads are refused and syncs are cancelled; files that arrive wait for the sync that turning it on starts.
 * What is to be repaired by connecting again does not become active by being turned on.
 */
const setEnabled = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(EnabledSchema, body)
    if (input.kind === 'refused') return input
    const { value } = input.value
    const now = ports.system.clock()
    await updateDocument(ports.control, integrationKey(integration.id), IntegrationSchema, (each) =>
      turned(each, value, now),
    )
    await announceState(ports, integration.id, now)
    if (value) await lookForAllFiles(ports.control, integration.id, now)
    if (value && integration.status === 'INACTIVE') {
      await queueSync(ports, { integrationId: integration.id, reason: 'file' })
    }
    return success({})
  })

export const integrationEndpoints = (ports: ApiPorts) => ({
  'GET /v1/integrations/{integration_id}': showIntegration(ports),
  'DELETE /v1/integrations/{integration_id}': deleteIntegration(ports),
  'PUT /v1/integrations/{integration_id}/enabled': setEnabled(ports),
})
