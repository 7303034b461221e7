import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { SessionSchema } from '#core/api/endpoints/flow.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { bearerOf, parseToken } from '#core/connect/credential.ts'
import { type DataPoint, dataPoints } from '#core/connect/data-points.ts'
import { templateOf } from '#core/connect/template.ts'
import { issueToken } from '#core/connect/token.ts'
import { readSettings } from '#core/control/environment.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { tokenKey } from '#core/control/keys.ts'
import { openToken, type Visitor } from './opened.ts'
import { choicesOf } from './opt-out.ts'
import type { ConnectPorts } from './ports.ts'
import { inSession } from './visitor.ts'

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

const shownDataPoint = ({ dataset, fileName, requiredFields, optionalFields }: DataPoint) => ({
  dataset,
  file_name: fileName,
  required_fields: requiredFields,
  optional_fields: optionalFields,
  columns: templateOf(dataset).map(({ dataPoints: points, ...column }) => ({ ...column, data_points: points })),
})

const sessionOf = (visitor: Visitor) =>
  visitor.kind === 'link'
    ? ({ kind: 'session', subject: visitor.link.id } as const)
    : ({ kind: 'page', subject: visitor.integrationId, contactId: visitor.contact.id } as const)

const shownVisitor = async ({ control }: ConnectPorts, visitor: Visitor) => {
  if (visitor.kind === 'link') {
    const { kind, endUser, language } = visitor.link
    return { kind, contact_id: null, organization_name: endUser.organizationName, language }
  }
  const integration = await readIntegration(control, visitor.integrationId)
  const name = integration?.endUser.organizationName ?? ''
  const { id, language } = visitor.contact
  return { kind: 'page', contact_id: id, organization_name: name, language }
}

const wishOf = (visitor: Visitor) =>
  visitor.kind === 'link' ? visitor.link : { integrationId: visitor.integrationId, scopeConfigId: null }

/** Exchanges a link's token for a session, so that the token can leave the page's address. */
export const startSession =
  (ports: ConnectPorts): FlowEndpoint =>
  async ({ body }) => {
    const input = parseBody(SessionSchema, body)
    if (input.kind === 'refused') return input
    const opened = await openToken(ports, parseToken(input.value.token))
    if (opened.kind !== 'open') return deadLinks[opened.kind]
    const { visitor } = opened
    const session = await issueToken(ports, sessionOf(visitor))
    const { name, branding, allowedOrigins } = await readSettings(ports.control)
    return success({
      session: session.text,
      expires_at: isoTime(session.expiresAt),
      ...(await shownVisitor(ports, visitor)),
      vendor: { name, ...branding },
      allowed_origins: allowedOrigins,
      models: await choicesOf(ports, wishOf(visitor)),
      data_points: dataPoints.map(shownDataPoint),
    })
  }

/** For whoever leaves a computer that others use too. */
export const endSession = (ports: ConnectPorts): FlowEndpoint =>
  inSession(ports, async (_, { headers }) => {
    const session = parseToken(bearerOf(headers))
    if (session) await ports.control.remove(tokenKey(session.id))
    return success({})
  })
