import type { QueueSender } from '#core/ports/queue.ts'
import { type MailMessage, type Occasion, occasionName, type ToldMessage } from './occasion.ts'

type Ports = { readonly webhookQueue: QueueSender }

/** Has every contact of an integration told. The same occasion, told again within five minutes, is one. */
export const tellContacts = ({ webhookQueue }: Ports, integrationId: string, about: Occasion): Promise<void> => {
  const message: ToldMessage = { kind: 'told', integrationId, about }
  return webhookQueue.send({
    body: JSON.stringify(message),
    groupId: integrationId,
    deduplicationId: `told-${integrationId}-${occasionName(about)}`,
  })
}

type Addressee = Pick<MailMessage, 'integrationId' | 'contactId'>

/** Has one contact told. Nobody waits for a mail to somebody else. */
export const queueMail = ({ webhookQueue }: Ports, addressee: Addressee, about: Occasion): Promise<void> => {
  const message: MailMessage = { kind: 'mail', ...addressee, about }
  return webhookQueue.send({
    body: JSON.stringify(message),
    groupId: `mail-${addressee.contactId}`,
    deduplicationId: `mail-${addressee.contactId}-${occasionName(about)}`,
  })
}
