import type { Success } from '#core/api/answer.ts'
import type { Description } from '#core/api/description.ts'
import { descriptionById } from '#core/api/descriptions.ts'
import type { ApiRequest, Caller } from '#core/api/endpoint.ts'
import { recordDeed, recordLook } from '#core/control/audit.ts'
import { deedOfRequest } from '../runtime/deed-of-request.ts'
import type { ApiPorts } from './ports.ts'

const integrationIdOf = (description: Description, { path, headers }: ApiRequest): string | null =>
  path.integration_id ?? (description.integrationHeader ? (headers['x-integration-id'] ?? null) : null)

/** Members who look at people are named, whatever they look at; apps read people all day. */
const actionOf = ({ audit, personal }: Description, caller: Caller): string | null =>
  audit ?? (personal && caller.kind === 'member' ? 'personal-data.seen' : null)

/** Writes the entry of the audit log for every endpoint whose description demands one, before its answer leaves. */
export const audit =
  (ports: Pick<ApiPorts, 'control' | 'system'>) =>
  async (route: string, request: ApiRequest, answer: Success): Promise<void> => {
    const { caller } = request
    const description = descriptionById(route)
    const action = description && caller ? actionOf(description, caller) : null
    if (!description || !caller || action === null) return
    const { subject, reason } = deedOfRequest(request, answer)
    const integrationId = integrationIdOf(description, request)
    const seen = description.audit ? subject : { ...subject, route }
    const record = route.startsWith('GET ') ? recordLook : recordDeed
    await record(ports, { action, who: caller, integrationId, subject: seen, reason })
  }
