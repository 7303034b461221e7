import { base58, newId } from '#core/ids/base58.ts'
import type { System } from '#core/ports/system.ts'

/** A document is found by the id and proved by the secret, of which only a keyed hash is kept. */
export type Credential = { readonly id: string; readonly secret: string }

const secretBytes = 32
/** base58 digits that hold 32 bytes. */
const secretLength = 44

const secretHashOf = (hash: System['hash'], { id, secret }: Credential): string =>
  base58(hash(`secret\u0000${id}\u0000${secret}`), secretLength)

export const issueCredential = ({
  random,
  hash,
}: Pick<System, 'random' | 'hash'>): Credential & { readonly secretHash: string } => {
  const credential = { id: newId(random), secret: base58(random(secretBytes), secretLength) }
  return { ...credential, secretHash: secretHashOf(hash, credential) }
}

export const credentialMatches = (
  { hash, equal }: Pick<System, 'hash' | 'equal'>,
  credential: Credential,
  secretHash: string,
): boolean => equal(secretHashOf(hash, credential), secretHash)

const base58Text = '[1-9A-HJ-NP-Za-km-z]+'
const tokenPattern = new RegExp(`^(${base58Text})\\.(${base58Text})$`)
const apiKeyPattern = new RegExp(`^rp_(${base58Text})_(${base58Text})$`)

const parse = (pattern: RegExp, text: string): Credential | undefined => {
  const [, id, secret] = pattern.exec(text) ?? []
  return id !== undefined && secret !== undefined ? { id, secret } : undefined
}

/** The text of a link's, session's or activation token: `<id>.<secret>`. */
export const tokenText = ({ id, secret }: Credential): string => `${id}.${secret}`
export const parseToken = (text: string): Credential | undefined => parse(tokenPattern, text)

/** The text of an API key: `rp_<id>_<secret>`. */
export const apiKeyText = ({ id, secret }: Credential): string => `rp_${id}_${secret}`
export const parseApiKey = (text: string): Credential | undefined => parse(apiKeyPattern, text)

/** The credential in an `Authorization: Bearer` header. */
export const bearerOf = (headers: Readonly<Record<string, string>>): string =>
  /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
