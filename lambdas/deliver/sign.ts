import { createHmac } from 'node:crypto'

/** Contract section 6: HMAC-SHA256 over the bytes of the body, base64url without padding. */
const signatureOf = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body, 'utf8').digest('base64url')

/**
 * The headers that prove who sends a body. The contract has room for one signature, and a receiver that knows only the old secret
 * must not miss anything while secrets change: every second try is signed with the other one. `tries` counts those before.
 */
export const signatureHeaders = (
  body: string,
  secrets: readonly string[],
  tries: number,
): Readonly<Record<string, string>> => {
  const signatures = secrets.map((secret) => signatureOf(secret, body))
  return {
    'x-kombo-signature': signatures[tries % signatures.length] ?? '',
    'x-rosterport-signatures': signatures.join(', '),
  }
}
