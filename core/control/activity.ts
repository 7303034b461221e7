import * as v from 'valibot'
import { AttemptReasonSchema } from '#core/connect/attempt.ts'
import { integrationOfSftpUser } from '#core/ids/integration-id.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { readDocument, updateDocument } from './documents.ts'
import { readIntegration } from './integrations.ts'
import { activityKey } from './keys.ts'

const AttemptSchema = v.object({
  /** The last time, epoch ms. */
  at: v.number(),
  outcome: v.picklist(['logged_in', 'refused', 'upload_failed']),
  reason: v.nullable(AttemptReasonSchema),
  /** What the SFTP client calls itself. */
  client: v.nullable(v.string()),
})
export type Attempt = v.InferOutput<typeof AttemptSchema>

/** What the SFTP server has seen of an integration. */
const ActivitySchema = v.object({
  firstLoginAt: v.nullable(v.number()),
  lastLoginAt: v.nullable(v.number()),
  /** Newest first; one that was made again and again stands once. */
  attempts: v.array(AttemptSchema),
})
type Activity = v.InferOutput<typeof ActivitySchema>

const none: Activity = { firstLoginAt: null, lastLoginAt: null, attempts: [] }

const keptAttempts = 20
const maxClientLength = 100

const isAgain = (a: Attempt | undefined, b: Attempt): boolean =>
  a !== undefined && a.outcome === b.outcome && a.reason === b.reason && a.client === b.client

const withAttempt = (activity: Activity, attempt: Attempt): Activity => {
  const { firstLoginAt, lastLoginAt, attempts } = activity
  const before = isAgain(attempts[0], attempt) ? attempts.slice(1) : attempts
  const isLogin = attempt.outcome === 'logged_in'
  return {
    firstLoginAt: isLogin ? (firstLoginAt ?? attempt.at) : firstLoginAt,
    lastLoginAt: isLogin ? Math.max(lastLoginAt ?? 0, attempt.at) : lastLoginAt,
    attempts: [attempt, ...before].slice(0, keptAttempts),
  }
}

export const readActivity = async (control: Pick<ControlStore, 'get'>, integrationId: string): Promise<Activity> =>
  (await readDocument(control, activityKey(integrationId), ActivitySchema)) ?? none

type Recorded = {
  readonly integrationId: string
  /** Whether nobody had logged in before. */
  readonly isFirstLogin: boolean
}

/** Notes an attempt of an SFTP user; `undefined` when the user belongs to no integration. */
export const recordAttempt = async (
  control: Pick<ControlStore, 'get' | 'create' | 'replace'>,
  user: string,
  attempt: Attempt,
): Promise<Recorded | undefined> => {
  const integration = await readIntegration(control, integrationOfSftpUser(user))
  if (!integration) return undefined
  const key = activityKey(integration.id)
  const noted: Attempt = { ...attempt, client: attempt.client?.slice(0, maxClientLength) ?? null }
  await control.create(key, none)
  const { firstLoginAt } = await readActivity(control, integration.id)
  await updateDocument(control, key, ActivitySchema, (activity) => withAttempt(activity, noted))
  return { integrationId: integration.id, isFirstLogin: attempt.outcome === 'logged_in' && firstLoginAt === null }
}
