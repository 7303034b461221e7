import { once } from 'node:events'
import { createConnection } from 'node:net'
import { promisify } from 'node:util'
import ssh2, { type SFTPWrapper } from 'ssh2'
import type { Target } from '../sftp/clients.ts'

type Login = Pick<Target, 'port' | 'user' | 'privateKey'>

const openSftp = (client: ssh2.Client): Promise<SFTPWrapper> =>
  promisify<SFTPWrapper>((done) => client.sftp((error, sftp) => done(error ?? null, sftp)))()

/** Logs in, for as long as `use` takes. Rejects when the server does not let it in. */
export const withSftp = async <Result>(
  { port, user, privateKey }: Login,
  use: (sftp: SFTPWrapper) => Promise<Result>,
): Promise<Result> => {
  const client = new ssh2.Client()
  const ready = once(client, 'ready')
  // A product that is killed breaks connections off.
  client.on('error', () => undefined)
  // Without noDelay the kernel holds small packets back, and every upload takes half a second.
  client.connect({ sock: createConnection({ host: '127.0.0.1', port, noDelay: true }), username: user, privateKey })
  await ready
  try {
    return await use(await openSftp(client))
  } finally {
    client.end()
  }
}

/** Writes a file as a client does: open, write, close. What the server refuses rejects with its words. */
export const write = (sftp: SFTPWrapper, path: string, content: string | Uint8Array): Promise<void> =>
  promisify<void>((done) => sftp.writeFile(path, Buffer.from(content), (error) => done(error ?? null)))()

/** Writes the beginning of a file, and leaves it open. */
export const writePart = async (sftp: SFTPWrapper, path: string, content: string): Promise<void> => {
  const handle = await promisify<Buffer>((done) => sftp.open(path, 'w', done))()
  const part = Buffer.from(content)
  await promisify<void>((done) => sftp.write(handle, part, 0, part.length, 0, (error) => done(error ?? null)))()
}

/** Asks whether a path is there, as a client does before it changes to a folder. */
export const lookFor = (sftp: SFTPWrapper, path: string): Promise<void> =>
  promisify<void>((done) => sftp.stat(path, (error) => done(error ?? null)))()
