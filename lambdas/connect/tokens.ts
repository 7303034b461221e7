import { type Credential, credentialMatches, issueCredential, tokenText } from '#core/connect/credential.ts'
import { readDocument } from '#core/control/documents.ts'
import { linkKey, tokenKey } from '#core/control/keys.ts'
import { type Link, LinkSchema, type Token, TokenSchema } from '#core/control/link.ts'
import type { ConnectPorts } from './ports.ts'

type Ports = Pick<ConnectPorts, 'control' | 'system'>

const lifetime = 3_600_000

/** Makes a token that is valid for one hour. */
export const issueToken = async (
  { control, system }: Ports,
  { kind, subject }: Pick<Token, 'kind' | 'subject'>,
): Promise<{ readonly text: string; readonly expiresAt: number }> => {
  const credential = issueCredential(system)
  const expiresAt = system.clock() + lifetime
  const token: Token = { id: credential.id, secretHash: credential.secretHash, kind, subject, expiresAt }
  await control.create(tokenKey(token.id), token)
  return { text: tokenText(credential), expiresAt }
}

/** The link that a credential opens, unless its time is over. */
export const openLink = async (
  { control, system }: Ports,
  credential: Credential | undefined,
): Promise<Link | undefined> => {
  const link = credential && (await readDocument(control, linkKey(credential.id), LinkSchema))
  if (!credential || !link || link.expiresAt <= system.clock()) return undefined
  return credentialMatches(system, credential, link.secretHash) ? link : undefined
}

/** The link whose session a credential proves. A session outlives its link by the rest of its hour. */
export const linkOfSession = async (
  { control, system }: Ports,
  credential: Credential | undefined,
): Promise<Link | undefined> => {
  const session = credential && (await readDocument(control, tokenKey(credential.id), TokenSchema))
  if (!credential || session?.kind !== 'session' || session.expiresAt <= system.clock()) return undefined
  if (!credentialMatches(system, credential, session.secretHash)) return undefined
  return readDocument(control, linkKey(session.subject), LinkSchema)
}
