import { issueToken } from '#core/connect/token.ts'
import { type Contact, optOutToken, readContact, readContacts } from '#core/control/contact.ts'
import { readSettings } from '#core/control/environment.ts'
import { removalsApproverOf } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { toldKey } from '#core/control/keys.ts'
import { composeMail } from '#core/mail/compose.ts'
import type { MailMessage, Occasion, ToldMessage } from '#core/mail/occasion.ts'
import { queueMail } from '#core/mail/queue-mail.ts'
import type { WebhookEvent } from '#core/webhooks/event.ts'
import type { DeliverPorts } from './ports.ts'

const wholeHours = (ms: number): number => Math.floor(ms / (60 * 60 * 1000))

/** What the customer's contacts hear of an event that endpoints are told of. */
const occasionOf = (event: WebhookEvent): Occasion | undefined => {
  switch (event.type) {
    case 'sync-finished':
      return event.state === 'SUCCEEDED' ? { occasion: 'first-file' } : undefined
    case 'file-rejected':
      return { occasion: 'file-refused', fileName: event.fileName, fileId: event.fileId }
    case 'sync-held':
      return { occasion: 'removals-held', syncId: event.syncId, held: [...event.held] }
    case 'file-late':
      return {
        occasion: 'file-late',
        lastFileId: event.fileId,
        fileName: event.fileName,
        hours: wholeHours(event.occurredAt - event.receivedAt),
      }
    default:
      return undefined
  }
}

const toldOnce: ReadonlySet<Occasion['occasion']> = new Set(['first-login', 'first-file'])

/** Makes one mail for each contact who wants them. What is told once is marked afterwards: whoever dies in between tells it again. */
export const spreadMails = async (
  ports: Pick<DeliverPorts, 'control' | 'webhookQueue' | 'mailer'>,
  { integrationId, about }: Omit<ToldMessage, 'kind'>,
): Promise<void> => {
  const { control, mailer } = ports
  const mark = toldKey(integrationId, about.occasion)
  if (!mailer || (toldOnce.has(about.occasion) && (await control.get(mark)))) return
  if (!(await readIntegration(control, integrationId))) return
  for (const { id, mails } of await readContacts(control, { id: integrationId }))
    if (mails) await queueMail(ports, { integrationId, contactId: id }, about)
  if (toldOnce.has(about.occasion)) await control.create(mark, {})
}

export const spreadMailsOf = async (
  ports: Pick<DeliverPorts, 'control' | 'webhookQueue' | 'mailer'>,
  event: WebhookEvent,
): Promise<void> => {
  const about = occasionOf(event)
  if (about) await spreadMails(ports, { integrationId: event.integrationId, about })
}

/** The address of the customer's page, or of a part of it; a mail that was asked for brings the token that opens it. */
const pageUrlOf = async (ports: DeliverPorts, contact: Contact, about: Occasion, decides: boolean): Promise<string> => {
  const page = `${ports.publicUrl}/page`
  if (decides && about.occasion === 'removals-held') return `${page}#held`
  if (about.occasion !== 'sign-in') return page
  const token = await issueToken(ports, { kind: 'sign-in', subject: contact.integrationId, contactId: contact.id })
  return `${page}?token=${token.text}`
}

/** Sends one mail, unless the contact is gone or wants none by now. */
export const sendMail = async (
  ports: DeliverPorts,
  { integrationId, contactId, about }: MailMessage,
): Promise<void> => {
  const { control, system, mailer, publicUrl, log } = ports
  const [integration, contact] = await Promise.all([
    readIntegration(control, integrationId),
    readContact(control, integrationId, contactId),
  ])
  const isAskedFor = about.occasion === 'sign-in'
  if (!mailer || !integration || !contact || !(contact.mails || isAskedFor)) return
  const { name: vendor } = await readSettings(control)
  const stop = optOutToken(system.hash, contact)
  const decides = removalsApproverOf(integration) === 'customer'
  const { subject, text } = composeMail({
    language: contact.language,
    about,
    organization: integration.endUser.organizationName,
    vendor,
    decides,
    pageUrl: await pageUrlOf(ports, contact, about, decides),
    optOutUrl: `${publicUrl}/page?opt_out=${encodeURIComponent(stop)}`,
  })
  const unsubscribeUrl = isAskedFor ? null : `${publicUrl}/flow/opt-out?token=${encodeURIComponent(stop)}`
  await mailer.send({ to: contact.email, subject, text, unsubscribeUrl })
  log('MAIL_SENT', { integrationId, contactId, occasion: about.occasion })
}
