/** Halves of an Ed25519 pair, 32 bytes each. */
type Pair = { readonly seed: Uint8Array; readonly publicKey: Uint8Array }

const type = 'ssh-ed25519'
const utf8 = new TextEncoder()

const number = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]
const field = (bytes: Iterable<number>): readonly number[] => {
  const list = [...bytes]
  return [...number(list.length), ...list]
}
const text = (words: string): readonly number[] => field(utf8.encode(words))

export const base64 = (bytes: Iterable<number>): string => btoa(String.fromCharCode(...bytes))

const publicBlob = (publicKey: Uint8Array): readonly number[] => [...text(type), ...field(publicKey)]

/** The one line that is pasted: `<type> <base64>`. */
export const opensshPublicKey = (publicKey: Uint8Array): string => `${type} ${base64(publicBlob(publicKey))}`

const blockSize = 8

/** 1, 2, 3 … up to a whole block. */
const padding = (length: number): readonly number[] =>
  Array.from({ length: (blockSize - (length % blockSize)) % blockSize }, (_, index) => index + 1)

/**
 * The file that `ssh-keygen` would write, without a passphrase: OpenSSH's PROTOCOL.key. `check` is any number of 32 bits,
 * which stands there twice so that a wrong passphrase shows.
 */
export const opensshPrivateKey = ({ seed, publicKey }: Pair, comment: string, check: number): string => {
  const secret = [
    ...number(check),
    ...number(check),
    ...publicBlob(publicKey),
    ...field([...seed, ...publicKey]),
    ...text(comment),
  ]
  const bytes = [
    ...utf8.encode('openssh-key-v1\0'),
    ...text('none'),
    ...text('none'),
    ...text(''),
    ...number(1),
    ...field(publicBlob(publicKey)),
    ...field([...secret, ...padding(secret.length)]),
  ]
  const lines = base64(bytes).match(/.{1,70}/g) ?? []
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n')
}
