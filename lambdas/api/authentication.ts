import { refuse } from '#core/api/answer.ts'
import type { Guard } from '#core/api/endpoint.ts'
import { bearerOf, credentialMatches, parseApiKey } from '#core/connect/credential.ts'
import { ApiKeySchema } from '#core/control/api-key.ts'
import { readDocument } from '#core/control/documents.ts'
import { apiKeyKey } from '#core/control/keys.ts'
import { isAllowed } from './allowed-addresses.ts'
import { admitMember } from './member-access.ts'
import type { ApiPorts } from './ports.ts'
import { countRequest } from './rate-limit.ts'

const refused = refuse(
  'PLATFORM.AUTHENTICATION_INVALID',
  'The API key is missing, unknown or revoked. Send a valid one as "Authorization: Bearer <key>".',
)

/** Three parts in base64url. */
const idToken = /^[\w-]+\.[\w-]+\.[\w-]+$/

/**
 * Lets through who holds an API key of this deployment that is not revoked, from an address it may be used from,
 * as often as it may. The key is read anew each time: a revocation takes effect at once.
 */
export const authenticate =
  (ports: Pick<ApiPorts, 'control' | 'usage' | 'system' | 'signIn' | 'requestsPerMinute'>): Guard =>
  async ({ headers, address }, route) => {
    const presented = parseApiKey(bearerOf(headers))
    if (!presented)
      return ports.signIn && idToken.test(bearerOf(headers)) ? admitMember(ports, bearerOf(headers), route) : refused
    const apiKey = await readDocument(ports.control, apiKeyKey(presented.id), ApiKeySchema)
    if (!apiKey || apiKey.revokedAt !== null) return refused
    if (!credentialMatches(ports.system, presented, apiKey.secretHash)) return refused
    if (!isAllowed(apiKey.allowedAddresses, address)) {
      return refuse('PLATFORM.IP_NOT_WHITELISTED', `The API key may not be used from ${address}.`)
    }
    return countRequest(ports, apiKey, route)
  }
