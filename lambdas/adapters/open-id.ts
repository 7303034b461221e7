import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as v from 'valibot'
import type { Identity, VerifyIdToken } from '#core/ports/identity.ts'

type Issuer = { readonly issuer: string; readonly clientId: string }

/** Asymmetric ones only: the client has no secret that a token could be signed with. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA']

const clockToleranceSeconds = 5

const discoveryTimeoutMs = 5_000

const ConfigurationSchema = v.object({ issuer: v.string(), jwks_uri: v.pipe(v.string(), v.url()) })

const ClaimsSchema = v.object({
  email: v.pipe(v.string(), v.email()),
  // Some issuers say it as text.
  email_verified: v.optional(
    v.union([
      v.boolean(),
      v.pipe(
        v.string(),
        v.transform((text) => text === 'true'),
      ),
    ]),
    false,
  ),
  name: v.optional(v.string()),
  azp: v.optional(v.string()),
})

const discover = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(address, { signal: AbortSignal.timeout(discoveryTimeoutMs) })
  const configuration = v.parse(ConfigurationSchema, await response.json())
  return createRemoteJWKSet(new URL(configuration.jwks_uri))
}

const identityOf = (claims: unknown, clientId: string): Identity | undefined => {
  const parsed = v.safeParse(ClaimsSchema, claims)
  if (!parsed.success) return undefined
  const { email, email_verified, name, azp } = parsed.output
  // A token for several audiences says which of them asked for it.
  if (azp !== undefined && azp !== clientId) return undefined
  return { email, emailVerified: email_verified, name: name ?? null }
}

/** Proves ID tokens by the issuer's published keys, which are fetched once and again when a new one appears. */
export const openIdVerifier = ({ issuer, clientId }: Issuer): VerifyIdToken => {
  let keys: Promise<JWTVerifyGetKey> | undefined
  const keysOfIssuer = async (): Promise<JWTVerifyGetKey> => {
    keys ??= discover(issuer)
    try {
      return await keys
    } catch (error) {
      keys = undefined
      throw error
    }
  }
  return async (token) => {
    const options = { issuer, audience: clientId, algorithms, clockTolerance: clockToleranceSeconds }
    try {
      const verified = await jwtVerify(token, await keysOfIssuer(), { ...options, requiredClaims: ['exp', 'sub'] })
      return identityOf(verified.payload, clientId)
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined
      throw error
    }
  }
}
