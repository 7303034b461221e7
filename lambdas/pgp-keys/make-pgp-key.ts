import { generateKey, readKey } from 'openpgp'
import type { PgpKey } from '#core/deployment/pgp-keys.ts'

/** RSA, because old HR systems know nothing else; without an end, as nobody would be there to prolong it. `now`: epoch ms. */
export const makePgpKey = async (now: number): Promise<PgpKey> => {
  const { privateKey, publicKey } = await generateKey({ type: 'rsa', rsaBits: 3072, userIDs: [{ name: 'Rosterport' }] })
  const fingerprint = (await readKey({ armoredKey: publicKey })).getFingerprint()
  return { privateKey, publicKey, fingerprint: fingerprint.toUpperCase(), createdAt: now }
}
