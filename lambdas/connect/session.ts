import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import { SessionSchema } from '#core/api/endpoints/flow.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { bearerOf, parseToken } from '#core/connect/credential.ts'
import { dataPoints } from '#core/connect/data-points.ts'
import type { Link } from '#core/control/link.ts'
import { choicesOf } from './opt-out.ts'
import type { ConnectPorts } from './ports.ts'
import { issueToken, linkOfSession, openLink } from './tokens.ts'

export const deadLink = refuse(
  'PLATFORM.AUTHENTICATION_INVALID',
  'This link is unknown, has expired or has been used already. Ask whoever sent it to you for a new link.',
)

const deadSession = refuse(
  'PLATFORM.AUTHENTICATION_INVALID',
  'Your session has ended. Open your link again; if it no longer works, ask whoever sent it to you for a new link.',
)

/** Exchanges a link's token for a session, so that the token can leave the page's address. */
export const startSession =
  (ports: ConnectPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseBody(SessionSchema, body)
    if (input.kind === 'refused') return input
    const link = await openLink(ports, parseToken(input.value.token))
    if (!link || link.finishedAt !== null) return deadLink
    const session = await issueToken(ports, { kind: 'session', subject: link.id })
    return success({
      session: session.text,
      expires_at: isoTime(session.expiresAt),
      kind: link.kind,
      organization_name: link.endUser.organizationName,
      language: link.language,
      models: await choicesOf(ports, link),
      data_points: dataPoints.map(({ dataset, fileName, requiredFields, optionalFields }) => ({
        dataset,
        file_name: fileName,
        required_fields: requiredFields,
        optional_fields: optionalFields,
      })),
    })
  }

/** An endpoint of the flow: its bearer is a session. */
export const inSession =
  (
    ports: ConnectPorts,
    handle: (link: Link, request: ApiRequest) => Promise<Answer<GeneralErrorCode>>,
  ): GeneralEndpoint =>
  async (request) => {
    const link = await linkOfSession(ports, parseToken(bearerOf(request.headers)))
    return link ? handle(link, request) : deadSession
  }
