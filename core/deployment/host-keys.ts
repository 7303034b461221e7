import * as v from 'valibot'

/**
 * Both types from the first day, because a type added later takes precedence in some clients, which then refuse the server.
 * Old HR systems only know RSA.
 */
export const hostKeyTypes = ['rsa', 'ecdsa'] as const
export type HostKeyType = (typeof hostKeyTypes)[number]

const pem = v.pipe(v.string(), v.startsWith('-----BEGIN '))

/** The SFTP server's private keys, as their secret holds them in JSON. */
export const HostKeysSchema = v.object({ rsa: pem, ecdsa: pem } satisfies Record<HostKeyType, typeof pem>)
export type HostKeys = Readonly<v.InferOutput<typeof HostKeysSchema>>
