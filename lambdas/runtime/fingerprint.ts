import { createHash } from 'node:crypto'

/** The binary part of a public key in OpenSSH's one-line form. */
const blobOf = (openssh: string): Buffer => Buffer.from(openssh.split(' ')[1] ?? '', 'base64')

/** `SHA256:...`, as `ssh-keygen -l` prints it, of the binary part of a public key. */
export const blobFingerprint = (blob: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`

export const keyFingerprint = (openssh: string): string => blobFingerprint(blobOf(openssh))

/** What a key is called in addresses: fingerprints hold slashes. */
export const keyId = (openssh: string): string => createHash('sha256').update(blobOf(openssh)).digest('hex')

/** The older form, `MD5:` and pairs of digits, which some clients still show. */
export const oldFingerprint = (openssh: string): string => {
  const digits = createHash('md5').update(blobOf(openssh)).digest('hex')
  return `MD5:${digits.match(/../g)?.join(':') ?? ''}`
}
