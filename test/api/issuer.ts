import { once } from 'node:events'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** An OpenID issuer on this machine: its two public documents, and ID tokens that it signs. */
export const startIssuer = async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const stranger = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  const server = createServer(({ url }, response) => {
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: [jwk] },
    }
    const document = documents[url ?? '']
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(document ?? {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const clientId = 'dashboard'
  const idToken = (claims: JWTPayload = {}, by: 'issuer' | 'stranger' = 'issuer') =>
    new SignJWT({ email: 'ada@vendor.example', email_verified: true, name: 'Ada', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(claims.iss ?? issuer)
      .setAudience(claims.aud ?? clientId)
      .setSubject('subject')
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '5m')
      .sign(by === 'issuer' ? privateKey : stranger.privateKey)
  return {
    issuer,
    clientId,
    idToken,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
