import type { Success } from '#core/api/answer.ts'
import { descriptionById } from '#core/api/descriptions.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { bearerOf, parseToken } from '#core/connect/credential.ts'
import { recordDeed, type Who } from '#core/control/audit.ts'
import { deedOfRequest } from '../runtime/deed-of-request.ts'
import { type Visitor, visitorOfSession } from './opened.ts'
import type { ConnectPorts } from './ports.ts'

/** Behind a link it may be anybody to whom it was handed on. */
export const whoIs = (visitor: Visitor): Who => {
  if (visitor.kind === 'page') return { kind: 'customer', id: visitor.contact.id, name: visitor.contact.email }
  const { id, endUser } = visitor.link
  return { kind: 'customer', id, name: endUser.creatorEmail ?? endUser.organizationName }
}

/** Writes the entry of the audit log for every endpoint whose description names one. */
export const audit =
  (ports: Pick<ConnectPorts, 'control' | 'system'>) =>
  async (route: string, request: ApiRequest, answer: Success): Promise<void> => {
    const action = descriptionById(route)?.audit
    if (!action) return
    const visitor = await visitorOfSession(ports, parseToken(bearerOf(request.headers)))
    if (!visitor) return
    await recordDeed(ports, {
      action,
      who: whoIs(visitor),
      integrationId: visitor.integrationId,
      ...deedOfRequest(request, answer),
    })
  }
