import type { AttemptReason } from '#core/connect/attempt.ts'
import { type Attempt, recordAttempt } from '#core/control/activity.ts'
import { listDocuments } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationPartition } from '#core/control/keys.ts'
import { tellContacts } from '#core/mail/queue-mail.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { FailedLogin, FailedUpload, Login, LoginRefusal } from './sftp/events.ts'

const reasons = {
  NO_KEY_OFFERED: 'NO_KEY_OFFERED',
  UNKNOWN_USER: 'WRONG_USER',
  UNKNOWN_KEY: 'UNKNOWN_KEY',
  SIGNATURE_WEAK: 'SIGNATURE_WEAK',
  SIGNATURE_INVALID: 'SIGNATURE_INVALID',
} as const satisfies Readonly<Record<LoginRefusal, AttemptReason>>

type Ports = {
  readonly control: ControlStore
  readonly webhookQueue: QueueSender
  readonly now: () => number
}

/** Those who may log in with a key: a wrong name with a right key is a slip of theirs. */
const usersWithKey = async (control: Pick<ControlStore, 'query'>, key: string): Promise<readonly string[]> => {
  const users: string[] = []
  for await (const { publicKeys, sftpUser } of listDocuments(control, { pk: integrationPartition }, IntegrationSchema))
    if (publicKeys.some((each) => each.split(' ')[1] === key)) users.push(sftpUser)
  return users
}

/** Notes what the SFTP server sees, for those who wait for the first login. */
export const sftpActivity = ({ control, webhookQueue, now }: Ports) => {
  const note = async (user: string, attempt: Omit<Attempt, 'at'>): Promise<void> => {
    const recorded = await recordAttempt(control, user, { at: now(), ...attempt })
    if (recorded?.isFirstLogin)
      await tellContacts({ webhookQueue }, recorded.integrationId, { occasion: 'first-login' })
  }
  return {
    loggedIn: ({ user, client }: Login) => note(user, { outcome: 'logged_in', reason: null, client }),
    refused: async ({ user, reason, client, offeredKey }: FailedLogin): Promise<void> => {
      const strangers = offeredKey === null ? [] : await usersWithKey(control, offeredKey)
      const attempt = { outcome: 'refused', reason: reasons[reason], client } as const
      await Promise.all((user === null ? strangers : [user]).map((each) => note(each, attempt)))
    },
    folderMissed: (user: string) => note(user, { outcome: 'refused', reason: 'WRONG_FOLDER', client: null }),
    uploadFailed: ({ user, reason }: FailedUpload) => note(user, { outcome: 'upload_failed', reason, client: null }),
  }
}
