import * as v from 'valibot'
import type { ControlStore } from '#core/ports/control-store.ts'
import { listDocuments, readDocument } from './documents.ts'
import { memberKey, memberPartition } from './keys.ts'

/** Somebody of the vendor's team. Whoever the issuer knows beside the members stays out. */
export const MemberSchema = v.object({
  /** In lower case. */
  email: v.string(),
  role: v.picklist(['admin', 'member']),
  /** Whether a member sees raw files and personal data; admins always do. */
  personalData: v.exactOptional(v.boolean()),
  /** epoch ms */
  createdAt: v.number(),
})
export type Member = v.InferOutput<typeof MemberSchema>

/** Whether somebody sees raw files and personal data. */
export const seesPersonalData = ({ role, personalData }: Pick<Member, 'role' | 'personalData'>): boolean =>
  role === 'admin' || personalData === true

const normalEmail = (email: string): string => email.trim().toLowerCase()

export const listMembers = (control: Pick<ControlStore, 'query'>): Promise<readonly Member[]> =>
  Array.fromAsync(listDocuments(control, { pk: memberPartition }, MemberSchema))

type Ports = { readonly control: Pick<ControlStore, 'get' | 'create' | 'query'>; readonly now: number }

/** The member with this address. As long as there is none at all, the first admin becomes one by signing in. */
export const memberWith = async (
  { control, now }: Ports,
  address: string,
  firstAdmin: string,
): Promise<Member | undefined> => {
  const email = normalEmail(address)
  const member = await readDocument(control, memberKey(email), MemberSchema)
  if (member || email !== normalEmail(firstAdmin)) return member
  if ((await control.query({ pk: memberPartition, limit: 1 })).documents.length > 0) return undefined
  const first: Member = { email, role: 'admin', createdAt: now }
  await control.create(memberKey(email), first)
  return first
}
