import { success } from '#core/api/answer.ts'
import { readModels } from '#core/api/coverage.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { type SetupStep, setupStatus } from '#core/api/setup.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

export const endUserOf = ({ endUser }: Integration) => ({
  organization_name: endUser.organizationName,
  creator_email: endUser.creatorEmail,
  origin_id: endUser.originId,
})

/** Contract 3.4, every key. */
const detailsOf = (integration: Integration, step: SetupStep, publicUrl: string) => ({
  id: integration.id,
  tool: {
    id: integration.tool,
    label: 'SFTP',
    internal_label: null,
    logo_url: `${publicUrl}/tools/sftp/logo.svg`,
    icon_url: `${publicUrl}/tools/sftp/icon.svg`,
  },
  category: integration.category,
  status: integration.status,
  setup_status: setupStatus[step],
  end_user: endUserOf(integration),
  scope_config: { id: integration.scopeConfigId ?? 'default', name: null },
  data_expired_at: null,
  created_at: new Date(integration.createdAt).toISOString(),
  beta: false,
  read_models: readModels,
  write_actions: [],
})

const showIntegration = ({ control, publicUrl }: ApiPorts): GeneralEndpoint =>
  ofPath(control, async (integration) => {
    const { step } = await setupOf(control, integration)
    return success(detailsOf(integration, step, publicUrl))
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
    return answer
  }
}

export const integrationEndpoints = (ports: ApiPorts) => ({
  'GET /v1/integrations/{integration_id}': showIntegration(ports),
  'DELETE /v1/integrations/{integration_id}': deleteIntegration(ports),
})
