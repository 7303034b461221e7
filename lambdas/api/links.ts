import { refuse, success } from '#core/api/answer.ts'
import { CreateLinkSchema } from '#core/api/connection-link.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ActivateSchema } from '#core/api/endpoints/connect.ts'
import { parseBody } from '#core/api/input.ts'
import { setupStatus } from '#core/api/setup.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { credentialMatches, parseToken } from '#core/connect/credential.ts'
import { readDocument } from '#core/control/documents.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { tokenKey } from '#core/control/keys.ts'
import { TokenSchema } from '#core/control/link.ts'
import { newIntegrationId } from '#core/ids/integration-id.ts'
import { newLink, refuseUnknownScope } from './new-link.ts'
import type { ApiPorts } from './ports.ts'

const createLink =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseBody(CreateLinkSchema, body)
    if (input.kind === 'refused') return input
    const wish = input.value
    const unknown = await refuseUnknownScope(ports, wish.scope_config_id)
    if (unknown) return unknown
    const link = await newLink(ports, {
      kind: 'connect',
      linkType: wish.link_type,
      language: wish.language,
      endUser: {
        organizationName: wish.end_user_organization_name,
        creatorEmail: wish.end_user_email,
        originId: wish.end_user_origin_id,
      },
      scopeConfigId: wish.scope_config_id,
      enableFiltering: wish.enable_filtering,
      enableFieldMapping: wish.enable_field_mapping,
      integrationId: newIntegrationId(ports.system.random),
    })
    return success({ link })
  }

const badToken = refuse(
  'PLATFORM.INPUT_INVALID',
  'The activation token is unknown or has expired. It is valid for one hour after the connection flow has finished.',
)

/** What an activation token stands for. A browser can hand over the token, but not somebody else's integration id. */
const byToken = async ({ control, system }: ApiPorts, text: string) => {
  const presented = parseToken(text)
  const token = presented && (await readDocument(control, tokenKey(presented.id), TokenSchema))
  if (!presented || token?.kind !== 'activation' || token.expiresAt <= system.clock()) return badToken
  if (!credentialMatches(system, presented, token.secretHash)) return badToken
  const integration = await readIntegration(control, token.subject)
  if (!integration) return badToken
  const { step } = await setupOf(control, integration)
  return success({
    tool: integration.tool,
    id: integration.id,
    end_user_origin_id: integration.endUser.originId,
    end_user_organization_name: integration.endUser.organizationName,
    end_user_email: integration.endUser.creatorEmail,
    setup_status: setupStatus[step],
  })
}

const activateIntegration =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseBody(ActivateSchema, body)
    return input.kind === 'refused' ? input : byToken(ports, input.value.token)
  }

export const linkEndpoints = (ports: ApiPorts) => ({
  'POST /v1/connect/create-link': createLink(ports),
  'GET /v1/connect/integration-by-token/{token}': (async ({ path }) =>
    byToken(ports, path.token ?? '')) satisfies GeneralEndpoint,
  'POST /v1/connect/activate-integration': activateIntegration(ports),
})
