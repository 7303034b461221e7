import * as v from 'valibot'
import { MemberSchema } from '#core/control/member.ts'
import { type Descriptions, moment, pageOf } from '../description.ts'

const { email, role } = MemberSchema.entries

const personalData = v.pipe(
  v.boolean(),
  v.description('Whether they see raw files and personal data; admins always do.'),
)

const ShownMemberSchema = v.object({ email, role, personal_data: personalData, created_at: moment })

/** What is left out stays; a new member does not see personal data unless said. */
export const PutMemberSchema = v.object({ role, personal_data: v.optional(personalData) })

export const MemberPathSchema = v.object({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email('this is not an e-mail address')),
})

export const memberDescriptions = {
  'GET /manage/me': {
    summary: 'Who the caller is and what they may do',
    data: v.object({
      kind: v.picklist(['key', 'member']),
      id: v.string(),
      name: v.string(),
      role,
      personal_data: personalData,
    }),
  },
  'GET /manage/members': { summary: "Members of the vendor's team", data: pageOf(ShownMemberSchema), admin: true },
  'PUT /manage/members/{email}': {
    summary: 'Add a member, or change what one may do',
    path: MemberPathSchema,
    body: PutMemberSchema,
    data: ShownMemberSchema,
    audit: 'member.set',
    admin: true,
  },
  'DELETE /manage/members/{email}': {
    summary: 'Remove a member, who is let in no more',
    path: MemberPathSchema,
    data: v.object({}),
    audit: 'member.removed',
    admin: true,
  },
} as const satisfies Partial<Descriptions>
