import { success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { OptOutQuerySchema, OptOutSchema, SignInSchema } from '#core/api/endpoints/flow-contacts.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import { ContactSchema, contactOfOptOut, contactsOfAddress } from '#core/control/contact.ts'
import { updateDocument } from '#core/control/documents.ts'
import { contactKey } from '#core/control/keys.ts'
import { queueMail } from '#core/mail/queue-mail.ts'
import type { ConnectPorts } from './ports.ts'

/** A second mail to the same contact within five minutes is none: the queue drops it. */
export const requestSignIn =
  (ports: ConnectPorts): FlowEndpoint =>
  async ({ body }) => {
    const input = parseBody(SignInSchema, body)
    if (input.kind === 'refused') return input
    const { control, system } = ports
    for (const { integrationId, id } of await contactsOfAddress(control, system.hash, input.value.email))
      await queueMail(ports, { integrationId, contactId: id }, { occasion: 'sign-in' })
    return success({})
  }

/** Answers the same whether or not there was somebody to spare. */
export const optOutOfMails =
  (ports: ConnectPorts): FlowEndpoint =>
  async ({ query, body }) => {
    const address = parseInput(OptOutQuerySchema, query)
    if (address.kind === 'refused') return address
    const input = address.value.token === undefined ? parseBody(OptOutSchema, body) : address
    if (input.kind === 'refused') return input
    const { control, system } = ports
    const contact = await contactOfOptOut(control, system, input.value.token ?? '')
    if (contact) {
      const key = contactKey(contact.integrationId, contact.id)
      await updateDocument(control, key, ContactSchema, (each) => ({ ...each, mails: false }))
    }
    return success({})
  }
