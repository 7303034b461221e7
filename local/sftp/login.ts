import type { AuthContext, Connection } from 'ssh2'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import { decideLogin } from './auth.ts'
import type { FailedLogin, SftpEvents } from './events.ts'

const maxRefusals = 20

type LoginOptions = {
  readonly users: Pick<SftpUsers, 'keys'>
  readonly events: SftpEvents
  /** What the client calls itself. */
  readonly client: string
  readonly onLogin: (user: string) => void
}

/** Lets a client in by public key, or tells the events why it left without. */
export const awaitLogin = (connection: Connection, { users, events, client, onLogin }: LoginOptions): void => {
  let failure: FailedLogin | undefined
  let refusals = 0

  const refuse = (context: AuthContext, { user, reason, keyFingerprint }: Omit<FailedLogin, 'client'>): void => {
    // Every client asks for the methods on offer first, without a key: that is not what it failed by.
    if (reason !== 'NO_KEY_OFFERED' || failure === undefined) failure = { user, reason, client, keyFingerprint }
    refusals += 1
    if (refusals > maxRefusals) connection.end()
    else context.reject(['publickey'])
  }

  const attempt = async (context: AuthContext): Promise<void> => {
    const user = context.username
    const decision = await decideLogin(users, context)
    if (decision.kind === 'refused') {
      const { userExists, reason, keyFingerprint } = decision
      refuse(context, userExists ? { user, reason, keyFingerprint: null } : { user: null, reason, keyFingerprint })
      return
    }
    context.accept()
    // A key offered without a signature was only a question.
    if (!connection.authenticated) return
    events.loginSucceeded({ user, keyFingerprint: decision.keyFingerprint, client })
    onLogin(user)
  }

  connection.on('authentication', (context) => {
    attempt(context).catch((error: unknown) => {
      events.fault(error)
      context.reject(['publickey'])
    })
  })
  connection.on('close', () => {
    if (!connection.authenticated && failure !== undefined) events.loginFailed(failure)
  })
}
