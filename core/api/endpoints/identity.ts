import * as v from 'valibot'
import { LinkSchema } from '#core/ids/links.ts'
import { type Descriptions, pageOf, pageQuery } from '../description.ts'

const maxReason = 500
const maxLinks = 1_000
const maxField = 200

const reason = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(maxReason))

const by = v.pipe(
  v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxField))),
  v.description(
    'By what people are compared: email, name_and_birth_date, or a field of the record such as employee_number or custom_fields.badge. Else by e-mail address, and who is left by name and birth date.',
  ),
)

export const IdentityQuerySchema = pageQuery
export const SuggestionsQuerySchema = v.object({ ...pageQuery.entries, by })

const LinkBodySchema = v.object({
  from: v.pipe(LinkSchema.entries.from, v.description('The remote id under which the person is stored, or was.')),
  to: v.pipe(LinkSchema.entries.to, v.description('The remote id of the person from now on.')),
  keep: v.pipe(LinkSchema.entries.keep, v.description('Whose record keeps its id.')),
})

/** Either links, or all that were suggested, as the list named them. */
export const LinkPeopleSchema = v.pipe(
  v.strictObject({
    links: v.optional(v.pipe(v.array(LinkBodySchema), v.nonEmpty(), v.maxLength(maxLinks))),
    set: v.optional(v.string()),
    by,
    reason,
  }),
  v.check(({ links, set }) => (links === undefined) !== (set === undefined), 'names either links or a set'),
)

export const UnlinkPeopleSchema = v.strictObject({
  to: v.pipe(v.array(v.string()), v.nonEmpty(), v.maxLength(maxLinks)),
  reason,
})

const ShownLinkSchema = v.object({
  from: v.string(),
  to: v.string(),
  keep: v.picklist(['from', 'to']),
  id: v.pipe(v.string(), v.description('The id of the record.')),
  linked_at: v.string(),
  reason: v.string(),
})

const SuggestedSchema = v.object({
  from: v.string(),
  to: v.string(),
  by: v.pipe(v.string(), v.description('What both have in common.')),
  id: v.pipe(v.string(), v.description('The id of the record under which the person is stored, or was.')),
  name: v.nullable(v.string()),
})

const ChangedSchema = v.object({ links: v.number(), sync_id: v.string() })

export const identityDescriptions = {
  'GET /manage/integrations/{integration_id}/identity': {
    summary: 'Remote ids that were linked, since they mean one person',
    query: IdentityQuerySchema,
    data: v.strictObject({
      ...pageOf(ShownLinkSchema).entries,
      applied: v.pipe(v.boolean(), v.description('Whether the records are what all links make of them.')),
    }),
    personal: true,
  },
  'POST /manage/integrations/{integration_id}/identity': {
    summary: 'Link remote ids of one person: the record keeps its id',
    body: LinkPeopleSchema,
    data: ChangedSchema,
    audit: 'people.linked',
  },
  'POST /manage/integrations/{integration_id}/identity/undo': {
    summary: 'Undo links: whoever is called so is somebody else again',
    body: UnlinkPeopleSchema,
    data: ChangedSchema,
    audit: 'people.unlinked',
  },
  'GET /manage/integrations/{integration_id}/identity/suggestions': {
    summary: 'People who are missing, and seem to be there under another id',
    query: SuggestionsQuerySchema,
    data: v.strictObject({
      ...pageOf(SuggestedSchema).entries,
      set: v.pipe(v.string(), v.description('Names all of them; another one whenever they are others.')),
      links: v.number(),
    }),
    personal: true,
  },
} as const satisfies Partial<Descriptions>
