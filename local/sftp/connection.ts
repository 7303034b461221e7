import type { ClientInfo, Connection, ServerChannel, Session } from 'ssh2'
import type { FileStore } from '#core/ports/file-store.ts'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import type { SftpEvents } from './events.ts'
import { awaitLogin } from './login.ts'
import { runSftpSession } from './session.ts'

export type ConnectionPorts = {
  readonly users: Pick<SftpUsers, 'keys'>
  readonly files: FileStore
  readonly events: SftpEvents
}

/** As many as Transfer Family multiplexes over one connection. */
const maxSessions = 10

const notAShell =
  'This server speaks SFTP only. Use an SFTP client such as sftp, or the scp of OpenSSH 9 or later (without -O).\r\n'

const refuseCommand = (accept: () => ServerChannel): void => {
  const channel = accept()
  channel.stderr.write(notAShell)
  channel.exit(1)
  channel.end()
}

/** Serves one client. Everything that ssh2 is not told to allow here (forwarding, terminals, agents) it refuses. */
export const serveConnection = (
  connection: Connection,
  { header }: ClientInfo,
  { users, files, events }: ConnectionPorts,
): Promise<void> => {
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const running = new Set<Promise<void>>()
  const disconnected = new AbortController()

  const startSftp = (user: string, session: Session, channel: ServerChannel): void => {
    const closed = new AbortController()
    session.on('close', () => closed.abort())
    const gone = AbortSignal.any([closed.signal, disconnected.signal])
    const run = runSftpSession(channel, { user, files, events, gone })
    running.add(run)
    run.finally(() => running.delete(run))
  }

  const serveSession = (user: string, session: Session): void => {
    session.on('exec', refuseCommand)
    session.on('shell', refuseCommand)
    session.on('subsystem', (accept, reject, { name }) => {
      if (name === 'sftp') startSftp(user, session, accept())
      else reject()
    })
  }

  const onLogin = (user: string): void => {
    connection.on('session', (accept, reject) => {
      if (running.size < maxSessions) serveSession(user, accept())
      else reject()
    })
  }

  awaitLogin(connection, { users, events, client: header.versions.software, onLogin })
  // Clients that break off in the middle of something are everyday life; "close" follows.
  connection.on('error', () => undefined)
  connection.on('close', () => {
    disconnected.abort()
    resolve(Promise.all(running).then(() => undefined))
  })
  return done
}
