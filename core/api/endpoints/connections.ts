import * as v from 'valibot'
import { type Descriptions, moment } from '../description.ts'
import { AddKeySchema, AttemptSchema, HostKeySchema, KeySchema, PgpKeySchema } from './flow-connection.ts'
import { AddContactSchema, ChangeContactSchema, ContactsSchema } from './flow-contacts.ts'

const keys = v.array(KeySchema)

const ConnectionSchema = v.object({
  username: v.string(),
  host: v.string(),
  port: v.number(),
  folder: v.string(),
  addresses: v.pipe(v.array(v.string()), v.description('Fixed addresses of the server, where it has them.')),
  host_keys: v.array(HostKeySchema),
  keys,
  pgp: v.pipe(v.nullable(PgpKeySchema), v.description('What the customer is asked to encrypt files for.')),
  file_names: v.array(v.string()),
  first_login_at: v.nullable(moment),
  last_login_at: v.nullable(moment),
  attempts: v.pipe(v.array(AttemptSchema), v.description('Newest first.')),
})

/** What the customer's page shows and changes of a connection, for the vendor's team. */
export const connectionDescriptions = {
  'GET /manage/connections/{integration_id}': {
    summary: 'Where the HR system of an integration connects to, with which keys, and its logins',
    data: ConnectionSchema,
  },
  'POST /manage/connections/{integration_id}/keys': {
    summary: 'Let another public SSH key log in',
    body: AddKeySchema,
    data: v.object({ keys }),
    audit: 'key.added',
  },
  'DELETE /manage/connections/{integration_id}/keys/{key_id}': {
    summary: 'Let a public SSH key log in no more; the last one stays',
    data: v.object({ keys }),
    audit: 'key.removed',
  },
  'GET /manage/connections/{integration_id}/contacts': {
    summary: 'Who gets mails about an integration and may open its page',
    data: ContactsSchema,
  },
  'POST /manage/connections/{integration_id}/contacts': {
    summary: 'Add somebody who gets mails about an integration',
    body: AddContactSchema,
    data: ContactsSchema,
    audit: 'contact.added',
  },
  'PATCH /manage/connections/{integration_id}/contacts/{contact_id}': {
    summary: 'Change the language of a contact of an integration, or whether mails are sent',
    body: ChangeContactSchema,
    data: ContactsSchema,
    audit: 'contact.changed',
  },
  'DELETE /manage/connections/{integration_id}/contacts/{contact_id}': {
    summary: 'Take a contact of an integration out',
    data: ContactsSchema,
    audit: 'contact.removed',
  },
} as const satisfies Partial<Descriptions>
