import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { ApiRequest, FlowEndpoint } from '#core/api/endpoint.ts'
import { SessionSchema } from '#core/api/endpoints/flow.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { bearerOf, parseToken } from '#core/connect/credential.ts'
import { type DataPoint, dataPoints } from '#core/connect/data-points.ts'
import { templateOf } from '#core/connect/template.ts'
import { readSettings } from '#core/control/environment.ts'
import type { Link } from '#core/control/link.ts'
import { choicesOf } from './opt-out.ts'
import type { ConnectPorts } from './ports.ts'
import { issueToken, linkOfSession, openLink } from './tokens.ts'

const askForANewOne = 'Ask whoever sent it to you for a new link.'

/** Why a link opens nothing. */
export const deadLinks = {
  unknown: refuse(
    'FLOW.LINK_UNKNOWN',
    `This link is not known; perhaps it was not copied to its end. ${askForANewOne}`,
  ),
  expired: refuse('FLOW.LINK_EXPIRED', `This link has expired. ${askForANewOne}`),
  finished: refuse('FLOW.LINK_FINISHED', `This link has been used already. ${askForANewOne}`),
} as const

const deadSession = refuse(
  'FLOW.SESSION_ENDED',
  'Your session has ended; what you entered is kept. Open your link again; if it no longer works, ask whoever sent it to you for a new link.',
)

const shownDataPoint = ({ dataset, fileName, requiredFields, optionalFields }: DataPoint) => ({
  dataset,
  file_name: fileName,
  required_fields: requiredFields,
  optional_fields: optionalFields,
  columns: templateOf(dataset).map(({ dataPoints: points, ...column }) => ({ ...column, data_points: points })),
})

/** Exchanges a link's token for a session, so that the token can leave the page's address. */
export const startSession =
  (ports: ConnectPorts): FlowEndpoint =>
  async ({ body }) => {
    const input = parseBody(SessionSchema, body)
    if (input.kind === 'refused') return input
    const opened = await openLink(ports, parseToken(input.value.token))
    if (opened.kind !== 'open') return deadLinks[opened.kind]
    const { link } = opened
    const session = await issueToken(ports, { kind: 'session', subject: link.id })
    const { name, branding, allowedOrigins } = await readSettings(ports.control)
    return success({
      session: session.text,
      expires_at: isoTime(session.expiresAt),
      kind: link.kind,
      organization_name: link.endUser.organizationName,
      language: link.language,
      vendor: { name, ...branding },
      allowed_origins: allowedOrigins,
      models: await choicesOf(ports, link),
      data_points: dataPoints.map(shownDataPoint),
    })
  }

/** An endpoint of the flow: its bearer is a session. */
export const inSession =
  (ports: ConnectPorts, handle: (link: Link, request: ApiRequest) => Promise<Answer<FlowErrorCode>>): FlowEndpoint =>
  async (request) => {
    const link = await linkOfSession(ports, parseToken(bearerOf(request.headers)))
    return link ? handle(link, request) : deadSession
  }
