import { type Answer, refuse } from '#core/api/answer.ts'
import type { ApiRequest, FlowEndpoint } from '#core/api/endpoint.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import type { Link } from '#core/control/link.ts'
import type { ConnectPorts } from './ports.ts'
import { inSession } from './session.ts'

/** Who looks at a connection: somebody behind a link. */
export type Visitor = { readonly link: Link }

export const notConnected = refuse('FLOW.NOT_CONNECTED', 'There is no connection yet. Enter a public SSH key first.')

type Handle = (integration: Integration, request: ApiRequest, visitor: Visitor) => Promise<Answer<FlowErrorCode>>

/** An endpoint about the connection that a session leads to. */
export const ofConnection = (ports: ConnectPorts, handle: Handle): FlowEndpoint =>
  inSession(ports, async (link, request) => {
    const integration = await readIntegration(ports.control, link.integrationId)
    return integration ? handle(integration, request, { link }) : notConnected
  })
