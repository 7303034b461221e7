import { createPublicKey } from 'node:crypto'
import type { HostKeys } from '#core/deployment/host-keys.ts'

/** RFC 4251: a length in four bytes, then the bytes. */
const field = (bytes: Uint8Array | string): Buffer => {
  const content = Buffer.from(bytes)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, content])
}

/** A number that is not negative begins with a zero bit. */
const number = (digits: string): Buffer => {
  const bytes = Buffer.from(digits, 'base64url')
  return field((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes)
}

const line = (type: string, ...fields: readonly Buffer[]): string =>
  `${type} ${Buffer.concat([field(type), ...fields]).toString('base64')}`

const uncompressed = Buffer.of(4)

/** The public halves in OpenSSH's one-line form: what customers compare and enter beforehand. */
export const publicHostKeys = ({ rsa, ecdsa }: HostKeys): readonly string[] => {
  const { n = '', e = '' } = createPublicKey(rsa).export({ format: 'jwk' })
  const { x = '', y = '' } = createPublicKey(ecdsa).export({ format: 'jwk' })
  const point = Buffer.concat([uncompressed, Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return [line('ecdsa-sha2-nistp256', field('nistp256'), field(point)), line('ssh-rsa', number(e), number(n))]
}
