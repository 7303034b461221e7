import * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import { type CreateLink, CreateLinkSchema, linkLifetime } from '#core/api/connection-link.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { parseBody } from '#core/api/input.ts'
import { setupStatus } from '#core/api/setup.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { credentialMatches, issueCredential, parseToken, tokenText } from '#core/connect/credential.ts'
import { readDocument } from '#core/control/documents.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { linkKey, tokenKey } from '#core/control/keys.ts'
import { type Link, TokenSchema } from '#core/control/link.ts'
import { newIntegrationId } from '#core/ids/integration-id.ts'
import type { ApiPorts } from './ports.ts'

const newLink = (
  wish: CreateLink,
  system: ApiPorts['system'],
  credential: { id: string; secretHash: string },
): Link => {
  const createdAt = system.clock()
  return {
    id: credential.id,
    secretHash: credential.secretHash,
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
    integrationId: newIntegrationId(system.random),
    createdAt,
    expiresAt: createdAt + linkLifetime[wish.link_type],
    finishedAt: null,
  }
}

const createLink =
  ({ control, system, publicUrl }: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const wish = parseBody(CreateLinkSchema, body)
    if (wish.kind === 'refused') return wish
    const credential = issueCredential(system)
    const link = newLink(wish.value, system, credential)
    await control.create(linkKey(link.id), link)
    return success({ link: `${publicUrl}/connect?token=${tokenText(credential)}` })
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
    const input = parseBody(v.object({ token: v.string() }), body)
    return input.kind === 'refused' ? input : byToken(ports, input.value.token)
  }

export const linkEndpoints = (ports: ApiPorts) => ({
  'POST /v1/connect/create-link': createLink(ports),
  'GET /v1/connect/integration-by-token/{token}': (async ({ path }) =>
    byToken(ports, path.token ?? '')) satisfies GeneralEndpoint,
  'POST /v1/connect/activate-integration': activateIntegration(ports),
})
