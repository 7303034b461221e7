import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { AddContactSchema, ChangeContactSchema } from '#core/api/endpoints/flow-contacts.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import {
  addContact,
  type Contact,
  ContactSchema,
  readContact,
  readContacts,
  removeContact,
} from '#core/control/contact.ts'
import { updateDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { contactKey } from '#core/control/keys.ts'
import type { ConnectPorts } from './ports.ts'

/** More people than look after one file. */
const maxContacts = 20

const shownContact = ({ id, email, language, mails, addedAt }: Contact) => ({
  id,
  email,
  language,
  mails,
  added_at: isoTime(addedAt),
})

const shown = async ({ control }: ConnectPorts, integration: Pick<Integration, 'id'>) =>
  success({ contacts: (await readContacts(control, integration)).map(shownContact) })

type Change = (integration: Integration, request: ApiRequest) => Promise<Answer<FlowErrorCode>>

export const listContacts =
  (ports: ConnectPorts): Change =>
  (integration) =>
    shown(ports, integration)

const tooMany = refuse(
  'PLATFORM.INPUT_INVALID',
  `email: there are ${maxContacts} contacts already. Take one out that is no longer needed.`,
)

export const addContactTo =
  (ports: ConnectPorts): Change =>
  async (integration, { body }) => {
    const input = parseBody(AddContactSchema, body)
    if (input.kind === 'refused') return input
    const { email, language = integration.language } = input.value
    const { control, system } = ports
    if ((await readContacts(control, integration)).length >= maxContacts) return tooMany
    const wish = { integrationId: integration.id, email, language, addedAt: system.clock() }
    await addContact(control, system.hash, wish)
    return shown(ports, integration)
  }

type Handle = (contact: Contact, integration: Integration, request: ApiRequest) => Promise<Answer<FlowErrorCode>>

const noSuchContact = refuse('PLATFORM.INPUT_INVALID', 'There is no such contact any more. Load the page again.')

const ofContact =
  (ports: ConnectPorts, handle: Handle): Change =>
  async (integration, request) => {
    const contact = await readContact(ports.control, integration.id, request.path.contact_id ?? '')
    return contact ? handle(contact, integration, request) : noSuchContact
  }

export const changeContact = (ports: ConnectPorts): Change =>
  ofContact(ports, async ({ id }, integration, { body }) => {
    const input = parseBody(ChangeContactSchema, body)
    if (input.kind === 'refused') return input
    const { language, mails } = input.value
    await updateDocument(ports.control, contactKey(integration.id, id), ContactSchema, (each) => ({
      ...each,
      language: language ?? each.language,
      mails: mails ?? each.mails,
    }))
    return shown(ports, integration)
  })

export const takeContactOut = (ports: ConnectPorts): Change =>
  ofContact(ports, async (contact, integration) => {
    await removeContact(ports.control, ports.system.hash, contact)
    return shown(ports, integration)
  })
