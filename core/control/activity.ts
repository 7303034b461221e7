import * as v from 'valibot'
import { AttemptReasonSchema } from '#core/connect/attempt.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { readDocument, updateDocument } from './documents.ts'
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
export type Activity = v.InferOutput<typeof ActivitySchema>

const none: Activity = { firstLoginAt: null, lastLoginAt: null, attempts: [] }

const keptAttempts = 20
const maxClientLength = 100

/** A client that tries one key after another tries them within seconds. */
const oneConnectionMs = 5_000

const isLoginRefused = ({ outcome, reason }: Attempt): boolean => outcome === 'refused' && reason !== 'WRONG_FOLDER'

/** A client is refused until it is let in, and asks for the ways to log in before it offers a key: only how it ends counts. */
const isMadeGood = (attempt: Attempt, later: Attempt): boolean => {
  const delay = later.at - attempt.at
  if (!isLoginRefused(attempt) || delay < 0 || delay > oneConnectionMs) return false
  if (later.outcome === 'logged_in') return true
  return attempt.reason === 'NO_KEY_OFFERED' && isLoginRefused(later) && later.reason !== 'NO_KEY_OFFERED'
}

const isAgain = (a: Attempt | undefined, b: Attempt): boolean =>
  a !== undefined && a.outcome === b.outcome && a.reason === b.reason && a.client === b.client

/** Whatever order attempts are told in, and however often. */
const inOrder = (attempts: readonly Attempt[]): Attempt[] =>
  attempts
    .toSorted((a, b) => b.at - a.at)
    .filter((attempt, _, all) => !all.some((later) => isMadeGood(attempt, later)))
    .filter((attempt, index, all) => !isAgain(all[index - 1], attempt))
    .slice(0, keptAttempts)

const withAttempt = (activity: Activity, attempt: Attempt): Activity => {
  const { firstLoginAt, lastLoginAt } = activity
  const isLogin = attempt.outcome === 'logged_in'
  return {
    firstLoginAt: isLogin ? Math.min(firstLoginAt ?? attempt.at, attempt.at) : firstLoginAt,
    lastLoginAt: isLogin ? Math.max(lastLoginAt ?? attempt.at, attempt.at) : lastLoginAt,
    attempts: inOrder([attempt, ...activity.attempts]),
  }
}

export const readActivity = async (control: Pick<ControlStore, 'get'>, integrationId: string): Promise<Activity> =>
  (await readDocument(control, activityKey(integrationId), ActivitySchema)) ?? none

/** Notes an attempt of an integration's SFTP user, and whether it is the first login that is known. */
export const recordAttempt = async (
  control: Pick<ControlStore, 'get' | 'create' | 'replace'>,
  integrationId: string,
  attempt: Attempt,
): Promise<{ readonly isFirstLogin: boolean }> => {
  const key = activityKey(integrationId)
  const noted: Attempt = { ...attempt, client: attempt.client?.slice(0, maxClientLength) ?? null }
  await control.create(key, none)
  const activity = await updateDocument(control, key, ActivitySchema, (before) => withAttempt(before, noted))
  return { isFirstLogin: attempt.outcome === 'logged_in' && activity?.firstLoginAt === attempt.at }
}
