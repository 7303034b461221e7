import { readDocument } from '#core/control/documents.ts'
import { tokenKey } from '#core/control/keys.ts'
import { type Token, TokenSchema } from '#core/control/link.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { System } from '#core/ports/system.ts'
import { type Credential, credentialMatches, issueCredential, tokenText } from './credential.ts'

const minute = 60_000

/** How long each kind of token is valid, milliseconds. */
const lifetimes = {
  session: 60 * minute,
  page: 60 * minute,
  activation: 60 * minute,
  'sign-in': 15 * minute,
} as const satisfies Readonly<Record<Token['kind'], number>>

type Wish = Pick<Token, 'kind' | 'subject'> & Partial<Pick<Token, 'contactId'>>

/** Makes a token. Its text is answered once and kept nowhere. */
export const issueToken = async (
  { control, system }: { readonly control: Pick<ControlStore, 'create'>; readonly system: Omit<System, 'equal'> },
  { kind, subject, contactId }: Wish,
): Promise<{ readonly text: string; readonly expiresAt: number }> => {
  const { id, secret, secretHash } = issueCredential(system)
  const expiresAt = system.clock() + lifetimes[kind]
  const token: Token = { id, secretHash, kind, subject, expiresAt, ...(contactId === undefined ? {} : { contactId }) }
  await control.create(tokenKey(id), token)
  return { text: tokenText({ id, secret }), expiresAt }
}

type Found = { readonly kind: 'valid'; readonly token: Token } | { readonly kind: 'unknown' | 'expired' }

/** The token of one of these kinds that a credential proves. */
export const findToken = async (
  { control, system }: { readonly control: Pick<ControlStore, 'get'>; readonly system: System },
  credential: Credential | undefined,
  kinds: readonly Token['kind'][],
): Promise<Found> => {
  const token = credential && (await readDocument(control, tokenKey(credential.id), TokenSchema))
  if (!credential || !token || !kinds.includes(token.kind)) return { kind: 'unknown' }
  if (!credentialMatches(system, credential, token.secretHash)) return { kind: 'unknown' }
  return token.expiresAt <= system.clock() ? { kind: 'expired' } : { kind: 'valid', token }
}
