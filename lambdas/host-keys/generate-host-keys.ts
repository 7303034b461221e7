import { generateKeyPairSync } from 'node:crypto'
import type { HostKeys } from '#core/deployment/host-keys.ts'

const publicKeyEncoding = { type: 'spki', format: 'pem' } as const

/** New private keys in the form that Transfer Family imports: what `ssh-keygen -m PEM` writes. */
export const generateHostKeys = (): HostKeys => ({
  rsa: generateKeyPairSync('rsa', {
    modulusLength: 3072,
    publicKeyEncoding,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey,
  ecdsa: generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding,
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
  }).privateKey,
})
