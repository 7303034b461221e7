import { type Refusal, refuse } from '#core/api/answer.ts'
import { descriptionById } from '#core/api/descriptions.ts'
import type { Admission } from '#core/api/endpoint.ts'
import { memberWith, seesPersonalData } from '#core/control/member.ts'
import type { ApiPorts } from './ports.ts'

const forbidden = (message: string): Refusal<'PLATFORM.AUTHENTICATION_INVALID'> => ({
  ...refuse('PLATFORM.AUTHENTICATION_INVALID', message),
  status: 403,
})

const stranger = forbidden('You are signed in, but no member of this environment. Ask an admin to add you.')
const unverified = forbidden(
  'Your sign-in does not say that your e-mail address is verified. Verify it and sign in again.',
)
const adminsOnly = forbidden('Only an admin of this environment may do this. Ask one.')

const notForAll = forbidden(
  'This shows raw files or personal data, which you are not allowed to see. Ask an admin to allow it under Members.',
)

const signedOut = refuse(
  'PLATFORM.AUTHENTICATION_INVALID',
  'The sign-in is not valid or has expired. Sign in again, or send an API key as "Authorization: Bearer <key>".',
)

/** Lets members in by the ID token of the configured issuer; whoever else has an account there stays out. */
export const admitMember = async (
  { control, system, signIn }: Pick<ApiPorts, 'control' | 'system' | 'signIn'>,
  idToken: string,
  route: string,
): Promise<Admission | Refusal<'PLATFORM.AUTHENTICATION_INVALID'>> => {
  const identity = await signIn?.verify(idToken)
  if (!signIn || !identity) return signedOut
  if (!identity.emailVerified) return unverified
  const member = await memberWith({ control, now: system.clock() }, identity.email, signIn.firstAdmin)
  if (!member) return stranger
  const description = descriptionById(route)
  const personalData = seesPersonalData(member)
  if (description?.admin && member.role !== 'admin') return adminsOnly
  if (description?.personal && !personalData) return notForAll
  const { email, role } = member
  const caller = { kind: 'member', id: email, name: identity.name ?? email, role, personalData } as const
  return { kind: 'admitted', caller, headers: {} }
}
