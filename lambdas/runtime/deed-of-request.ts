import * as v from 'valibot'
import type { Success } from '#core/api/answer.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import type { Deed } from '#core/control/audit.ts'

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

/** What the audit log says of a request that was answered, beside who sent it and about which integration. */
export const deedOfRequest = (request: ApiRequest, answer: Success): Pick<Deed, 'subject' | 'reason'> => ({
  subject: subjectOf(request, answer),
  reason: reasonOf(request),
})
