import * as v from 'valibot'
import { type Descriptions, moment } from '../description.ts'
import { LanguageSchema } from './flow-parts.ts'

const email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email('this is not an e-mail address'), v.maxLength(254))

export const AddContactSchema = v.object({ email, language: v.optional(LanguageSchema) })
export const ChangeContactSchema = v.object({
  language: v.optional(LanguageSchema),
  mails: v.pipe(v.optional(v.boolean()), v.description('Whether mails about the connection are wanted.')),
})
export const SignInSchema = v.object({ email, language: v.optional(LanguageSchema, 'en') })
const optOutToken = v.pipe(v.string(), v.maxLength(300))
export const OptOutSchema = v.object({ token: v.optional(optOutToken) })
/** Mail programs send what they like in the body, and the token in the address. */
export const OptOutQuerySchema = v.object({ token: v.optional(optOutToken) })

export const ContactsSchema = v.object({
  contacts: v.array(
    v.object({ id: v.string(), email: v.string(), language: LanguageSchema, mails: v.boolean(), added_at: moment }),
  ),
})

export const flowContactDescriptions = {
  'GET /flow/contacts': { summary: 'Who gets mails about the connection and may open its page', data: ContactsSchema },
  'POST /flow/contacts': {
    summary: 'Add somebody who gets mails and may open the page',
    body: AddContactSchema,
    data: ContactsSchema,
    audit: 'flow.contact-added',
  },
  'PATCH /flow/contacts/{contact_id}': {
    summary: 'Change the language of a contact, or whether mails are sent',
    body: ChangeContactSchema,
    data: ContactsSchema,
    audit: 'flow.contact-changed',
  },
  'DELETE /flow/contacts/{contact_id}': {
    summary: 'Take a contact out; sign-in links and sessions of theirs end at once',
    data: ContactsSchema,
    audit: 'flow.contact-removed',
  },
  'POST /flow/sign-in': {
    summary: "Have a link to the customer's page mailed; the answer does not tell whether the address is known",
    body: SignInSchema,
    data: v.object({}),
    audit: null,
  },
  'POST /flow/opt-out': {
    summary: 'No more mails to the contact whom the token of a mail names',
    query: OptOutQuerySchema,
    body: OptOutSchema,
    data: v.object({}),
    audit: null,
  },
} as const satisfies Partial<Descriptions>
