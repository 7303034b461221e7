import { refuse } from '#core/api/answer.ts'
import type { Guard } from '#core/api/endpoint.ts'
import { bearerOf, credentialMatches, parseApiKey } from '#core/connect/credential.ts'
import { readDocument } from '#core/control/documents.ts'
import { apiKeyKey } from '#core/control/keys.ts'
import { ApiKeySchema } from '#core/control/link.ts'
import type { ApiPorts } from './ports.ts'

const refused = refuse(
  'PLATFORM.AUTHENTICATION_INVALID',
  'The API key is missing, unknown or revoked. Send a valid one as "Authorization: Bearer <key>".',
)

/** Lets through who holds an API key of this deployment that is not revoked. */
export const authenticate =
  ({ control, system }: Pick<ApiPorts, 'control' | 'system'>): Guard =>
  async ({ headers }) => {
    const presented = parseApiKey(bearerOf(headers))
    if (!presented) return refused
    const apiKey = await readDocument(control, apiKeyKey(presented.id), ApiKeySchema)
    if (!apiKey || apiKey.revokedAt !== null) return refused
    return credentialMatches(system, presented, apiKey.secretHash) ? undefined : refused
  }
