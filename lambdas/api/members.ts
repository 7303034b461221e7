import { refuse, success } from '#core/api/answer.ts'
import { type GeneralEndpoint, seesPeople } from '#core/api/endpoint.ts'
import { MemberPathSchema, PutMemberSchema } from '#core/api/endpoints/members.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { updateDocument } from '#core/control/documents.ts'
import { memberKey } from '#core/control/keys.ts'
import { listMembers, type Member, MemberSchema, seesPersonalData } from '#core/control/member.ts'
import type { ApiPorts } from './ports.ts'

const shown = (member: Member) => ({
  email: member.email,
  role: member.role,
  personal_data: seesPersonalData(member),
  created_at: isoTime(member.createdAt),
})

/** Whoever holds an API key may do what an admin may. */
const showCaller: GeneralEndpoint = async ({ caller }) =>
  success({
    kind: caller?.kind,
    id: caller?.id,
    name: caller?.name,
    role: caller?.kind === 'member' ? caller.role : 'admin',
    personal_data: seesPeople(caller),
  })

const list =
  ({ control }: ApiPorts): GeneralEndpoint =>
  async () =>
    success({ next: null, results: (await listMembers(control)).map(shown) })

const lastAdmin = refuse(
  'PLATFORM.INPUT_INVALID',
  'This is the only admin: nobody could add another. Make somebody else an admin first.',
)

const isOnlyAdmin = async (control: ApiPorts['control'], email: string): Promise<boolean> => {
  const admins = (await listMembers(control)).filter(({ role }) => role === 'admin')
  return admins.length === 1 && admins[0]?.email === email
}

const put =
  ({ control, system }: ApiPorts): GeneralEndpoint =>
  async ({ path, body }) => {
    const place = parseInput(MemberPathSchema, path)
    if (place.kind === 'refused') return place
    const input = parseBody(PutMemberSchema, body)
    if (input.kind === 'refused') return input
    const { email } = place.value
    const { role, personal_data: personalData } = input.value
    const wish = { role, ...(personalData === undefined ? {} : { personalData }) }
    if (role !== 'admin' && (await isOnlyAdmin(control, email))) return lastAdmin
    const fresh: Member = { email, ...wish, createdAt: system.clock() }
    if (await control.create(memberKey(email), fresh)) return success(shown(fresh))
    const changed = await updateDocument(control, memberKey(email), MemberSchema, (member) => ({ ...member, ...wish }))
    return success(shown(changed ?? fresh))
  }

const unknownMember = refuse('PLATFORM.INPUT_INVALID', 'There is no member with this e-mail address.')

const remove =
  ({ control }: ApiPorts): GeneralEndpoint =>
  async ({ path }) => {
    const place = parseInput(MemberPathSchema, path)
    if (place.kind === 'refused') return place
    const key = memberKey(place.value.email)
    if (!(await control.get(key))) return unknownMember
    if (await isOnlyAdmin(control, place.value.email)) return lastAdmin
    await control.remove(key)
    return success({})
  }

export const memberEndpoints = (ports: ApiPorts) => ({
  'GET /manage/me': showCaller,
  'GET /manage/members': list(ports),
  'PUT /manage/members/{email}': put(ports),
  'DELETE /manage/members/{email}': remove(ports),
})
