import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import ssh2 from 'ssh2'
import { blobFingerprint } from '../../lambdas/runtime/fingerprint.ts'
import { type ConnectionPorts, serveConnection } from './connection.ts'
import { loadHostKeys } from './host-keys.ts'

export type SftpServerOptions = ConnectionPorts & {
  /** 0 lets the system choose. */
  readonly port: number
  /** Where the server keeps its own keys. */
  readonly hostKeyDir: string
}

export type SftpServer = {
  readonly port: number
  /** `SHA256:... (ssh-ed25519)`, one for each host key. */
  readonly fingerprints: readonly string[]
  /** Its public keys in OpenSSH's one-line form. */
  readonly publicKeys: readonly string[]
  /** Cuts every connection, stores what was being uploaded, and resolves when all of that is done. */
  close(): Promise<void>
}

/** Starts an SFTP server on 127.0.0.1 that clients cannot tell from Transfer Family before S3. */
export const startSftpServer = async ({ port, hostKeyDir, ...ports }: SftpServerOptions): Promise<SftpServer> => {
  const hostKeys = await loadHostKeys(hostKeyDir)
  const sockets = new Set<Socket>()
  const connections = new Set<Promise<void>>()

  const ssh = new ssh2.Server(
    { hostKeys: hostKeys.map((key) => ({ key })), ident: 'Rosterport_SFTP' },
    (connection, info) => {
      const served = serveConnection(connection, info, ports)
      connections.add(served)
      served.finally(() => connections.delete(served))
    },
  )

  // The sockets are accepted here because ssh2 does not say which are open, and closing has to end them.
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    ssh.injectSocket(socket)
  })
  listener.listen(port, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()

  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    fingerprints: hostKeys.map((key) => `${blobFingerprint(key.getPublicSSH())} (${key.type})`),
    publicKeys: hostKeys.map((key) => `${key.type} ${key.getPublicSSH().toString('base64')}`),
    close: async () => {
      const closed = once(listener, 'close')
      listener.close()
      for (const socket of sockets) socket.destroy()
      await closed
      await Promise.all(connections)
    },
  }
}
