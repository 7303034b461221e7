import type { Success } from '#core/api/answer.ts'
import type { Description } from '#core/api/description.ts'
import { descriptionById } from '#core/api/descriptions.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { recordDeed } from '#core/control/audit.ts'
import { deedOfRequest } from '../runtime/deed-of-request.ts'
import type { ApiPorts } from './ports.ts'

const integrationIdOf = (description: Description, { path, headers }: ApiRequest): string | null =>
  path.integration_id ?? (description.integrationHeader ? (headers['x-integration-id'] ?? null) : null)

/** Writes the entry of the audit log for every endpoint whose description names one, before its answer leaves. */
export const audit =
  (ports: Pick<ApiPorts, 'control' | 'system'>) =>
  async (route: string, request: ApiRequest, answer: Success): Promise<void> => {
    const description = descriptionById(route)
    if (!description?.audit || !request.caller) return
    await recordDeed(ports, {
      action: description.audit,
      who: request.caller,
      integrationId: integrationIdOf(description, request),
      ...deedOfRequest(request, answer),
    })
  }
