import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import * as v from 'valibot'
import type { Identity, IssuerEndpoints, VerifyIdToken } from '#core/ports/identity.ts'

type Issuer = { readonly issuer: string; readonly clientId: string }

/** Asymmetric ones only: the client has no secret that a token could be signed with. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA']

const clockToleranceSeconds = 5

const discoveryTimeoutMs = 5_000

const address = v.pipe(v.string(), v.url())

const KeysSchema = v.object({ jwks_uri: address })

const EndpointsSchema = v.object({
  issuer: v.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  end_session_endpoint: v.optional(address),
})

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

/** What the issuer publishes of itself. */
const discover = async <Schema extends v.GenericSchema>(
  issuer: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => {
  const configuration = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(configuration, { signal: AbortSignal.timeout(discoveryTimeoutMs) })
  return v.parse(schema, await response.json())
}

/** Asks once; after a failure again. */
const onceDone = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | undefined
  return async () => {
    answer ??= ask()
    try {
      return await answer
    } catch (error) {
      answer = undefined
      throw error
    }
  }
}

/** Where people sign in, and where tokens come from. */
export const issuerEndpoints = (issuer: string): (() => Promise<IssuerEndpoints>) =>
  onceDone(async () => {
    const configuration = await discover(issuer, EndpointsSchema)
    return {
      issuer: configuration.issuer,
      authorizationEndpoint: configuration.authorization_endpoint,
      tokenEndpoint: configuration.token_endpoint,
      endSessionEndpoint: configuration.end_session_endpoint ?? null,
    }
  })

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
  const keysOfIssuer = onceDone<JWTVerifyGetKey>(async () =>
    createRemoteJWKSet(new URL((await discover(issuer, KeysSchema)).jwks_uri)),
  )
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
