import { type Credential, credentialMatches } from '#core/connect/credential.ts'
import { findToken } from '#core/connect/token.ts'
import { type Contact, readContact } from '#core/control/contact.ts'
import { readDocument } from '#core/control/documents.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { linkKey, tokenKey } from '#core/control/keys.ts'
import { type Link, LinkSchema, type Token } from '#core/control/link.ts'
import type { ConnectPorts } from './ports.ts'

type Ports = Pick<ConnectPorts, 'control' | 'system'>

/** Who looks at a connection: somebody behind a link of the vendor's, or a contact of the customer's. */
export type Visitor =
  | { readonly kind: 'link'; readonly integrationId: string; readonly link: Link }
  | { readonly kind: 'page'; readonly integrationId: string; readonly contact: Contact }

type Opened =
  | { readonly kind: 'open'; readonly visitor: Visitor }
  | { readonly kind: 'unknown' | 'expired' | 'finished' }

const byLink = (link: Link): Visitor => ({ kind: 'link', integrationId: link.integrationId, link })

/** A contact who was taken out, or whose integration is gone, is nobody any more. */
const byToken = async ({ control }: Ports, { subject, contactId = '' }: Token): Promise<Visitor | undefined> => {
  const [integration, contact] = await Promise.all([
    readIntegration(control, subject),
    readContact(control, subject, contactId),
  ])
  return integration && contact ? { kind: 'page', integrationId: subject, contact } : undefined
}

/** A mailed token opens one session. */
const openMailed = async (ports: Ports, credential: Credential | undefined): Promise<Opened> => {
  const found = await findToken(ports, credential, ['sign-in'])
  if (found.kind !== 'valid') return found
  await ports.control.remove(tokenKey(found.token.id))
  const visitor = await byToken(ports, found.token)
  return visitor ? { kind: 'open', visitor } : { kind: 'unknown' }
}

/** Whom the token of a link, or of a mail, lets in. Why it does not is told only to those who hold its secret. */
export const openToken = async (ports: Ports, credential: Credential | undefined): Promise<Opened> => {
  const { control, system } = ports
  const link = credential && (await readDocument(control, linkKey(credential.id), LinkSchema))
  if (!credential || !link) return openMailed(ports, credential)
  if (!credentialMatches(system, credential, link.secretHash)) return { kind: 'unknown' }
  if (link.finishedAt !== null) return { kind: 'finished' }
  return link.expiresAt <= system.clock() ? { kind: 'expired' } : { kind: 'open', visitor: byLink(link) }
}

/** Whose session a credential proves. A session outlives its link by the rest of its hour. */
export const visitorOfSession = async (
  ports: Ports,
  credential: Credential | undefined,
): Promise<Visitor | undefined> => {
  const found = await findToken(ports, credential, ['session', 'page'])
  if (found.kind !== 'valid') return undefined
  if (found.token.kind === 'page') return byToken(ports, found.token)
  const link = await readDocument(ports.control, linkKey(found.token.subject), LinkSchema)
  return link && byLink(link)
}
