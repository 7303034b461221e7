import { opensshPrivateKey, opensshPublicKey } from './openssh-private-key.ts'

/** Both in OpenSSH's form. */
export type MadePair = { readonly publicKey: string; readonly privateKey: string }

/** PKCS 8 wraps the seed, which is its end. */
const seedLength = 32

/** Makes an Ed25519 pair in the browser; `undefined` in browsers that cannot. The private half goes nowhere. */
export const makePair = async (comment: string): Promise<MadePair | undefined> => {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']).catch(() => undefined)
  if (!pair) return undefined
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const [check = 0] = crypto.getRandomValues(new Uint32Array(1))
  const seed = secret.slice(-seedLength)
  return {
    publicKey: opensshPublicKey(publicKey),
    privateKey: opensshPrivateKey({ seed, publicKey }, comment, check),
  }
}
