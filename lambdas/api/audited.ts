import * as v from 'valibot'
import type { Success } from '#core/api/answer.ts'
import type { Description } from '#core/api/description.ts'
import { descriptionById } from '#core/api/descriptions.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { recordDeed } from '#core/control/audit.ts'
import type { ApiPorts } from './ports.ts'

const maxReasonLength = 500

const ReasonSchema = v.pipe(v.string(), v.parseJson(), v.object({ reason: v.string() }))
const AnswerSchema = v.pipe(v.string(), v.parseJson(), v.object({ data: v.object({ id: v.string() }) }))

/** Why it was done, where the caller said so. */
const reasonOf = ({ body }: ApiRequest): string | null => {
  const parsed = v.safeParse(ReasonSchema, body)
  return parsed.success ? parsed.output.reason.slice(0, maxReasonLength) : null
}

/** What it was done to: what the path names, and for something new the id it was given. */
const subjectOf = ({ path: { integration_id: _, ...path } }: ApiRequest, { body }: Success) => {
  if (Object.keys(path).length > 0) return path
  const created = v.safeParse(AnswerSchema, body)
  return created.success ? { id: created.output.data.id } : {}
}

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
      subject: subjectOf(request, answer),
      reason: reasonOf(request),
    })
  }
