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

type Opened = { readonly kind: 'open'; readonly link: Link } | { readonly kind: 'unknown' | 'expired' | 'finished' }

/** The link that a credential opens. Why it does not is told only to those who hold its secret. */
export const openLink = async ({ control, system }: Ports, credential: Credential | undefined): Promise<Opened> => {
  const link = credential && (await readDocument(control, linkKey(credential.id), LinkSchema))
  if (!credential || !link || !credentialMatches(system, credential, link.secretHash)) return { kind: 'unknown' }
  if (link.finishedAt !== null) return { kind: 'finished' }
  return link.expiresAt <= system.clock() ? { kind: 'expired' } : { kind: 'open', link }
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
