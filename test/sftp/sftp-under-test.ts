import { EventEmitter, once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createConnection, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ssh2, { type SFTPWrapper } from 'ssh2'
import { afterAll, afterEach } from 'vitest'
import type { FileStore, StoredFile } from '#core/ports/file-store.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { diskSftpUsers } from '../../local/adapters/disk-sftp-users.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import type { FailedLogin, FailedUpload, Login, SftpEvents, Upload } from '../../local/sftp/events.ts'
import { startSftpServer } from '../../local/sftp/server.ts'

type Heard = {
  objectCreated: StoredFile
  uploadCompleted: Upload
  uploadFailed: FailedUpload
  loginSucceeded: Login
  loginFailed: FailedLogin
  folderMissed: { readonly user: string }
  fault: unknown
}

/** Keeps what the server tells, and lets a test wait for it. */
const listener = () => {
  const heard: { readonly [Event in keyof Heard]: Heard[Event][] } = {
    objectCreated: [],
    uploadCompleted: [],
    uploadFailed: [],
    loginSucceeded: [],
    loginFailed: [],
    folderMissed: [],
    fault: [],
  }
  const news = new EventEmitter()
  const hear =
    <Event extends keyof Heard>(event: Event) =>
    (value: Heard[Event]): void => {
      heard[event].push(value)
      news.emit(event)
    }
  const events: SftpEvents = {
    objectCreated: async (file) => hear('objectCreated')(file),
    uploadFailed: async (upload) => hear('uploadFailed')(upload),
    uploadCompleted: hear('uploadCompleted'),
    loginSucceeded: hear('loginSucceeded'),
    loginFailed: hear('loginFailed'),
    folderMissed: hear('folderMissed'),
    fault: hear('fault'),
  }
  return {
    events,
    /** Everything of one kind that was heard so far. */
    all: <Event extends keyof Heard>(event: Event): readonly Heard[Event][] => heard[event],
    /** The next that is heard. */
    next: async <Event extends keyof Heard>(event: Event): Promise<Heard[Event]> => {
      const known = heard[event].length
      await once(news, event)
      return heard[event][known]!
    },
  }
}

export type KeyPair = { readonly privateKey: string; readonly publicKey: string; readonly file: string }

const scratch = await mkdtemp(join(tmpdir(), 'rosterport-sftp-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

let made = 0
export const scratchPath = (name: string): string => {
  made += 1
  return join(scratch, `${made}-${name}`)
}

type KeyType = 'ed25519' | 'ecdsa' | 'rsa'

/** A fresh key pair, its private half also as a file that clients read. */
export const makeKey = async (type: KeyType = 'ed25519', bits = 2048): Promise<KeyPair> => {
  const pair =
    type === 'ed25519'
      ? newEd25519Pair()
      : type === 'rsa'
        ? ssh2.utils.generateKeyPairSync('rsa', { bits })
        : ssh2.utils.generateKeyPairSync('ecdsa', { bits: bits as 256 })
  const file = scratchPath(type)
  await writeFile(file, pair.private, { mode: 0o600 })
  return { privateKey: pair.private, publicKey: pair.public.split(' ').slice(0, 2).join(' '), file }
}

// One set of host keys for all tests: making an RSA key takes a while.
const hostKeyDir = join(scratch, 'host-keys')

/** A running server with the users alice and bob, and everything a test wants to look at. */
export const startUnderTest = async (options: { readonly files?: FileStore } = {}) => {
  const root = scratchPath('store')
  const files = options.files ?? diskFileStore(root, 'landing')
  const users = diskSftpUsers(join(root, 'users'))
  const keys = { alice: await makeKey(), bob: await makeKey() }
  for (const [name, key] of Object.entries(keys)) await users.put({ name, publicKeys: [key.publicKey] })
  const heard = listener()
  const server = await startSftpServer({ port: 0, hostKeyDir, users, files, events: heard.events })
  return { server, port: server.port, files, users, keys, heard }
}

export type UnderTest = Awaited<ReturnType<typeof startUnderTest>>

export const contentOf = async (files: FileStore, key: string): Promise<Buffer | undefined> => {
  const content = await files.open({ key })
  if (content === undefined) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const open: ssh2.Client[] = []
afterEach(() => {
  for (const client of open.splice(0)) client.destroy()
})

/** Without it the clients' kernel holds small packets back, and a login takes most of a second. */
export const promptSocket = (port: number): Socket => createConnection({ host: '127.0.0.1', port, noDelay: true })

type Identity = { readonly username?: string; readonly privateKey?: string; readonly password?: string }

/** Logs in with the `ssh2` client; rejects when the server does not let it in. */
export const connect = async (port: number, identity: Identity): Promise<ssh2.Client> => {
  const client = new ssh2.Client()
  open.push(client)
  const ready = once(client, 'ready')
  // Cutting the connection, on either side, is what some tests are about.
  client.on('error', () => undefined)
  client.connect({ sock: promptSocket(port), ...identity })
  await ready
  return client
}

export const openSftp = (client: ssh2.Client): Promise<SFTPWrapper> =>
  new Promise((resolve, reject) => {
    client.sftp((error, sftp) => (error === undefined ? resolve(sftp) : reject(error)))
  })

/** Single requests of SFTP, for what no decent client would send. What the server refuses rejects with its words. */
export const openRawSftp = async (client: ssh2.Client) => {
  const sftp = await openSftp(client)
  return {
    open: promisify<string, Parameters<SFTPWrapper['open']>[1], Buffer>(sftp.open.bind(sftp)),
    close: promisify(sftp.close.bind(sftp)),
    stat: promisify(sftp.stat.bind(sftp)),
    write: (handle: Buffer, offset: number, data: Buffer): Promise<void> =>
      new Promise((resolve, reject) => {
        sftp.write(handle, data, 0, data.length, offset, (error) => (error ? reject(error) : resolve()))
      }),
  }
}
