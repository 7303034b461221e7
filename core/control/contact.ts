import * as v from 'valibot'
import { base58 } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { KeyedHash } from '#core/ports/system.ts'
import { listDocuments, readDocument } from './documents.ts'
import { type Integration, IntegrationSchema } from './integration.ts'
import { addressKey, addressPartition, contactKey, contactPartition } from './keys.ts'

/** Somebody at the customer's who gets mails about a connection and may open its page. */
export const ContactSchema = v.object({
  id: v.string(),
  integrationId: v.string(),
  email: v.string(),
  language: IntegrationSchema.entries.language,
  /** Whether mails are wanted beside those that were asked for. */
  mails: v.boolean(),
  /** epoch ms */
  addedAt: v.number(),
})
export type Contact = v.InferOutput<typeof ContactSchema>

/** Where the contacts of one mail address are found; the address itself stands in no key. */
const PlaceSchema = v.object({ integrationId: v.string(), contactId: v.string() })

/** The same address is the same contact. */
const contactId = (hash: KeyedHash, integrationId: string, email: string): string =>
  base58(hash(`contact\u0000${integrationId}\u0000${email}`))

const addressHash = (hash: KeyedHash, email: string): string => base58(hash(`address\u0000${email}`))

const sameWriting = (email: string): string => email.trim().toLowerCase()

type Wish = Pick<Contact, 'integrationId' | 'email' | 'language' | 'addedAt'>
type Store = Pick<ControlStore, 'create'>

/** Adds a contact; one that there is already stays as it is. */
export const addContact = async (control: Store, hash: KeyedHash, wish: Wish): Promise<void> => {
  const email = sameWriting(wish.email)
  const { integrationId } = wish
  const id = contactId(hash, integrationId, email)
  await control.create(addressKey(addressHash(hash, email), integrationId), { integrationId, contactId: id })
  const contact: Contact = { ...wish, id, email, mails: true }
  await control.create(contactKey(integrationId, id), contact)
}

export const readContact = (control: Pick<ControlStore, 'get'>, integrationId: string, id: string) =>
  readDocument(control, contactKey(integrationId, id), ContactSchema)

export const readContacts = (
  control: Pick<ControlStore, 'query'>,
  { id }: Pick<Integration, 'id'>,
): Promise<readonly Contact[]> => Array.fromAsync(listDocuments(control, contactPartition(id), ContactSchema))

/** Removing what is gone succeeds. */
export const removeContact = async (
  control: Pick<ControlStore, 'remove'>,
  hash: KeyedHash,
  { integrationId, id, email }: Contact,
): Promise<void> => {
  await control.remove(contactKey(integrationId, id))
  await control.remove(addressKey(addressHash(hash, email), integrationId))
}

/** More connections of one address nobody has, and nobody wants as many mails. */
const maxPlaces = 20

/** Everywhere that a mail address is a contact. */
export const contactsOfAddress = async (
  control: Pick<ControlStore, 'get' | 'query'>,
  hash: KeyedHash,
  email: string,
): Promise<readonly Contact[]> => {
  const contacts: Contact[] = []
  const query = { pk: addressPartition(addressHash(hash, sameWriting(email))) }
  for await (const place of listDocuments(control, query, PlaceSchema)) {
    const contact = await readContact(control, place.integrationId, place.contactId)
    if (contact) contacts.push(contact)
    if (contacts.length === maxPlaces) break
  }
  return contacts
}

const macOf = (hash: KeyedHash, integrationId: string, id: string): string =>
  base58(hash(`opt-out\u0000${integrationId}\u0000${id}`))

/** What the end of a mail carries: whoever holds it may stop the mails, and nothing else, for as long as there are mails. */
export const optOutToken = (hash: KeyedHash, { integrationId, id }: Pick<Contact, 'integrationId' | 'id'>): string =>
  [integrationId, id, macOf(hash, integrationId, id)].join('.')

/** The contact that such a token names. */
export const contactOfOptOut = async (
  control: Pick<ControlStore, 'get'>,
  { hash, equal }: { readonly hash: KeyedHash; readonly equal: (a: string, b: string) => boolean },
  token: string,
): Promise<Contact | undefined> => {
  const [integrationId = '', id = '', mac = ''] = token.split('.')
  return equal(mac, macOf(hash, integrationId, id)) ? readContact(control, integrationId, id) : undefined
}
