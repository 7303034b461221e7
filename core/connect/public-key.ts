import { type PublicKeyType, readBlob, typeRefusal } from './public-key-blob.ts'
import { type PublicKeyRefusal, publicKeyRefusals } from './public-key-refusals.ts'

export type PublicKey =
  | {
      readonly kind: 'key'
      /** `<type> <base64>`: no comment, which is often a person's name. */
      readonly openssh: string
      readonly type: PublicKeyType
      readonly bits: number
    }
  | {
      readonly kind: 'refused'
      readonly reason: PublicKeyRefusal
      /** One sentence for the person who pasted it. */
      readonly message: string
    }

const refused = (reason: PublicKeyRefusal): PublicKey => ({
  kind: 'refused',
  reason,
  message: publicKeyRefusals[reason],
})

/** Transfer Family's limit for a key's text. */
const maxKeyLength = 2048
/** Far more than any key with its comment and headers. */
const maxPasteLength = 20_000

/** Forms that are told apart by how they look; the first that fits counts. */
const otherForms: readonly (readonly [RegExp, PublicKeyRefusal])[] = [
  [/PRIVATE KEY|^PuTTY-User-Key-File|^SSH PRIVATE/m, 'PRIVATE_KEY'],
  [/BEGIN PGP /, 'PGP_KEY'],
  [/-----BEGIN /, 'PEM_KEY'],
  [/^(\d+ )?(SHA256:|MD5:|([0-9a-f]{2}:){15})/, 'FINGERPRINT'],
]

/** Where a key begins, in either form. */
const keyStart = /^\s*(?:(?:ssh-|ecdsa-|sk-)\S*\s|---- BEGIN SSH2 PUBLIC KEY)/gm

/** Text copied from mails and word processors carries characters nobody sees, and other line breaks. */
const clean = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .trim()

const isRfc4716 = (text: string): boolean => text.startsWith('---- BEGIN SSH2 PUBLIC KEY')

/** Base64 has no colon, so every line with one is a header; a header goes on after a backslash. */
const rfc4716Body = (text: string): string =>
  text
    .replaceAll('\\\n', '')
    .split('\n')
    .filter((line) => !line.includes(':') && !line.startsWith('----'))
    .map((line) => line.trim())
    .join('')

const oneLine = /^(?<type>\S+)\s+(?<rest>[\s\S]+)$/

/** Mails break long lines: the body goes on over line ends, up to the space before the comment. */
const openSshBody = (rest: string): string => rest.replace(/[ \t]*\n[ \t]*/g, '').replace(/[ \t].*$/, '')

/** Canonical base64 and the bytes it stands for. */
const decode = (body: string): { readonly base64: string; readonly bytes: Uint8Array } | undefined => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return undefined
  try {
    const binary = atob(body)
    return { base64: btoa(binary), bytes: Uint8Array.from(binary, (character) => character.charCodeAt(0)) }
  } catch {
    return undefined
  }
}

const readBody = (body: string, declaredType?: string): PublicKey => {
  const decoded = decode(body)
  if (decoded === undefined) return refused(/[^A-Za-z0-9+/=]/.test(body) || body === '' ? 'UNREADABLE' : 'CUT_SHORT')
  const blob = readBlob(decoded.bytes)
  if (blob.kind === 'refused') return refused(blob.reason)
  const { type, bits } = blob
  if (declaredType !== undefined && declaredType !== type) return refused('TYPE_MISMATCH')
  const openssh = `${type} ${decoded.base64}`
  return openssh.length > maxKeyLength ? refused('RSA_TOO_LONG') : { kind: 'key', openssh, type, bits }
}

const readOpenSsh = (text: string): PublicKey => {
  const { type, rest } = oneLine.exec(text)?.groups ?? {}
  if (type === undefined || rest === undefined)
    return refused(typeRefusal(text) === undefined ? 'CUT_SHORT' : 'UNREADABLE')
  const refusal = typeRefusal(type)
  return refusal === undefined ? readBody(openSshBody(rest), type) : refused(refusal)
}

/** Reads an SSH public key that a person pasted, in OpenSSH's one-line form or in that of RFC 4716. Never throws. */
export const parsePublicKey = (pasted: string): PublicKey => {
  if (pasted.length > maxPasteLength) return refused('UNREADABLE')
  const text = clean(pasted)
  if (text === '') return refused('EMPTY')
  const otherForm = otherForms.find(([pattern]) => pattern.test(text))
  if (otherForm !== undefined) return refused(otherForm[1])
  if (Array.from(text.matchAll(keyStart)).length > 1) return refused('SEVERAL_KEYS')
  return isRfc4716(text) ? readBody(rfc4716Body(text)) : readOpenSsh(text)
}
