import { type Answer, refuse } from '#core/api/answer.ts'
import type { ApiRequest, FlowEndpoint } from '#core/api/endpoint.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import { bearerOf, parseToken } from '#core/connect/credential.ts'
import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import type { Link } from '#core/control/link.ts'
import { type Visitor, visitorOfSession } from './opened.ts'
import type { ConnectPorts } from './ports.ts'

const deadSession = refuse(
  'FLOW.SESSION_ENDED',
  'Your session has ended; what you entered is kept. Open your link again; if it no longer works, ask whoever sent it to you for a new link.',
)

export const notConnected = refuse('FLOW.NOT_CONNECTED', 'There is no connection yet. Enter a public SSH key first.')

const byLinkOnly = refuse('FLOW.NOT_PERMITTED', 'This belongs to a connection link. Ask the vendor for one.')

type Handle<Subject> = (subject: Subject, request: ApiRequest) => Promise<Answer<FlowErrorCode>>

/** An endpoint whose bearer is a session of any kind. */
export const inSession =
  (ports: ConnectPorts, handle: Handle<Visitor>): FlowEndpoint =>
  async (request) => {
    const visitor = await visitorOfSession(ports, parseToken(bearerOf(request.headers)))
    return visitor ? handle(visitor, request) : deadSession
  }

/** An endpoint of the flow behind a link. */
export const inFlow = (ports: ConnectPorts, handle: Handle<Link>): FlowEndpoint =>
  inSession(ports, async (visitor, request) => (visitor.kind === 'link' ? handle(visitor.link, request) : byLinkOnly))

type HandleConnection = (
  integration: Integration,
  request: ApiRequest,
  visitor: Visitor,
) => Promise<Answer<FlowErrorCode>>

/** An endpoint about the connection that a session leads to. */
export const ofConnection = (ports: ConnectPorts, handle: HandleConnection): FlowEndpoint =>
  inSession(ports, async (visitor, request) => {
    const integration = await readIntegration(ports.control, visitor.integrationId)
    return integration ? handle(integration, request, visitor) : notConnected
  })
