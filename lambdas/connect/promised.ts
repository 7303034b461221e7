import { refuse } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'

const notServed: FlowEndpoint = async () => refuse('FLOW.NOT_PERMITTED', 'This deployment does not serve this yet.')

/** Endpoints that are described and not served yet. */
export const promised = {
  'GET /flow/contacts': notServed,
  'POST /flow/contacts': notServed,
  'PATCH /flow/contacts/{contact_id}': notServed,
  'DELETE /flow/contacts/{contact_id}': notServed,
  'POST /flow/sign-in': notServed,
  'POST /flow/opt-out': notServed,
} as const
