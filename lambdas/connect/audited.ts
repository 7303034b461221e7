import type { Success } from '#core/api/answer.ts'
import { descriptionById } from '#core/api/descriptions.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { bearerOf, parseToken } from '#core/connect/credential.ts'
import { recordDeed } from '#core/control/audit.ts'
import { deedOfRequest } from '../runtime/deed-of-request.ts'
import type { ConnectPorts } from './ports.ts'
import { linkOfSession } from './tokens.ts'

/** Writes the entry of the audit log for every endpoint whose description names one. Who it was is known by the link alone. */
export const audit =
  (ports: Pick<ConnectPorts, 'control' | 'system'>) =>
  async (route: string, request: ApiRequest, answer: Success): Promise<void> => {
    const action = descriptionById(route)?.audit
    if (!action) return
    const link = await linkOfSession(ports, parseToken(bearerOf(request.headers)))
    if (!link) return
    const { creatorEmail, organizationName } = link.endUser
    await recordDeed(ports, {
      action,
      who: { kind: 'customer', id: link.id, name: creatorEmail ?? organizationName },
      integrationId: link.integrationId,
      ...deedOfRequest(request, answer),
    })
  }
