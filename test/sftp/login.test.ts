import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ssh2, { type AuthContext, type ClientChannel } from 'ssh2'
import { afterAll, describe, expect, it } from 'vitest'
import { decideLogin } from '../../local/sftp/auth.ts'
import { startSftpServer } from '../../local/sftp/server.ts'
import { connect, makeKey, openSftp, scratchPath, startUnderTest } from './sftp-under-test.ts'

const running = await startUnderTest()
afterAll(() => running.server.close())

const { heard, keys, port, users } = running
const stranger = await makeKey()

const failedLogin = async (identity: Parameters<typeof connect>[1]) => {
  const failure = heard.next('loginFailed')
  await expect(connect(port, identity)).rejects.toThrow('authentication methods failed')
  return failure
}

describe('a client that logs in', () => {
  it.each([
    ['Ed25519', 'ed25519', 256],
    ['ECDSA on P-256', 'ecdsa', 256],
    ['ECDSA on P-384', 'ecdsa', 384],
    ['ECDSA on P-521', 'ecdsa', 521],
    ['RSA', 'rsa', 2048],
  ] as const)('gets in with its %s key', async (_name, type, bits) => {
    const key = await makeKey(type, bits)
    await users.put({ name: 'carol', publicKeys: [stranger.publicKey, key.publicKey] })
    const login = heard.next('loginSucceeded')
    await connect(port, { username: 'carol', privateKey: key.privateKey })
    expect(await login).toMatchObject({ user: 'carol', keyFingerprint: expect.stringMatching(/^SHA256:/) })
  })

  it('stays out with a key that is not the user’s, and the vendor hears why', async () => {
    const failure = await failedLogin({ username: 'alice', privateKey: keys.bob.privateKey })
    expect(failure).toMatchObject({ user: 'alice', reason: 'UNKNOWN_KEY' })
  })

  it('stays out under a name that does not exist, which is not repeated', async () => {
    const failure = await failedLogin({ username: 'my secret password', privateKey: keys.alice.privateKey })
    expect(failure).toMatchObject({ user: null, reason: 'UNKNOWN_USER' })
  })

  it('stays out with a password', async () => {
    const failure = await failedLogin({ username: 'alice', password: 'alice' })
    expect(failure).toMatchObject({ user: 'alice', reason: 'NO_KEY_OFFERED' })
  })

  it('stays out with a key that was revoked since the last login', async () => {
    const key = await makeKey()
    const identity = { username: 'dora', privateKey: key.privateKey }
    await users.put({ name: 'dora', publicKeys: [key.publicKey] })
    await connect(port, identity)
    await users.put({ name: 'dora', publicKeys: [stranger.publicKey] })
    expect(await failedLogin(identity)).toMatchObject({ user: 'dora', reason: 'UNKNOWN_KEY' })
    await users.remove('dora')
    expect(await failedLogin(identity)).toMatchObject({ user: null, reason: 'UNKNOWN_USER' })
  })
})

describe('a signature', () => {
  const signed = async (changes: object) => {
    const key = await makeKey('rsa', 2048)
    const parsed = ssh2.utils.parseKey(key.privateKey)
    if (parsed instanceof Error) throw parsed
    const [blob, data] = [Buffer.from('what is signed'), parsed.getPublicSSH()]
    const signature = parsed.sign(blob, 'sha512')
    const context = {
      method: 'publickey',
      username: 'eve',
      key: { algo: 'ssh-rsa', data },
      blob,
      signature,
      hashAlgo: 'sha512',
    }
    return decideLogin({ keys: async () => [key.publicKey] }, { ...context, ...changes } as unknown as AuthContext)
  }

  it('of the key lets its user in', async () => {
    expect(await signed({})).toMatchObject({ kind: 'accepted' })
  })

  it('of something else does not', async () => {
    expect(await signed({ blob: Buffer.from('something else') })).toMatchObject({ reason: 'SIGNATURE_INVALID' })
  })

  it('with SHA-1 does not, as on Transfer Family', async () => {
    expect(await signed({ hashAlgo: undefined })).toMatchObject({ reason: 'SIGNATURE_WEAK' })
  })
})

/** What a channel says before it closes; listens at once, because everything may be in one packet. */
const outcomeOf = (channel: ClientChannel): Promise<{ readonly said: string; readonly code: number }> =>
  new Promise((resolve) => {
    let said = ''
    let code = -1
    channel.stderr.on('data', (chunk) => {
      said += chunk
    })
    channel.on('exit', (status) => {
      code = status
    })
    channel.on('close', () => resolve({ said, code }))
    channel.resume()
  })

describe('a client that wants more than files', () => {
  it.each(['exec', 'shell'] as const)('is told that there is no %s', async (what) => {
    const client = await connect(port, { username: 'alice', privateKey: keys.alice.privateKey })
    const outcome = new Promise((resolve, reject) => {
      const opened = (error: Error | undefined, channel: ClientChannel) =>
        error === undefined ? resolve(outcomeOf(channel)) : reject(error)
      if (what === 'exec') client.exec('id', opened)
      else client.shell(false, opened)
    })
    expect(await outcome).toEqual({ said: expect.stringContaining('SFTP only'), code: 1 })
  })

  it('gets no connection forwarded, in neither direction', async () => {
    const client = await connect(port, { username: 'alice', privateKey: keys.alice.privateKey })
    await expect(
      new Promise((_resolve, reject) => client.forwardOut('127.0.0.1', 1, '127.0.0.1', port, (error) => reject(error))),
    ).rejects.toThrow()
    await expect(
      new Promise((_resolve, reject) => client.forwardIn('127.0.0.1', 0, (error) => reject(error))),
    ).rejects.toThrow()
  })

  it('gets ten sessions over one connection, and no more', async () => {
    const client = await connect(port, { username: 'alice', privateKey: keys.alice.privateKey })
    for (let session = 0; session < 10; session += 1) await openSftp(client)
    await expect(openSftp(client)).rejects.toThrow()
  })
})

describe('the server', () => {
  it('keeps its own keys over a restart, readable by nobody else', async () => {
    const hostKeyDir = scratchPath('host-keys')
    const options = { port: 0, hostKeyDir, users, files: running.files, events: heard.events }
    const first = await startSftpServer(options)
    await first.close()
    const second = await startSftpServer(options)
    await second.close()
    expect(second.fingerprints).toEqual(first.fingerprints)
    expect(first.fingerprints).toEqual([
      expect.stringMatching(/^SHA256:\S{43} \(ssh-ed25519\)$/),
      expect.stringMatching(/^SHA256:\S{43} \(ssh-rsa\)$/),
    ])
    expect(await readFile(join(hostKeyDir, 'ssh_host_ed25519_key'), 'utf8')).toContain('PRIVATE KEY')
  })

  it('says which port is taken', async () => {
    const hostKeyDir = scratchPath('host-keys')
    const second = startSftpServer({ port, hostKeyDir, users, files: running.files, events: heard.events })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE', port })
  })

  it('ends a session that does not speak SFTP, and goes on', async () => {
    const identity = { username: 'alice', privateKey: keys.alice.privateKey }
    const client = await connect(port, identity)
    const closed = new Promise((resolve, reject) => {
      client.subsys('sftp', (error, channel) => {
        if (error !== undefined) reject(error)
        channel.on('close', resolve).resume()
        channel.write('GET / HTTP/1.1\r\n\r\n')
      })
    })
    await closed
    await openSftp(await connect(port, identity))
  })

  it('meets nothing unexpected in all of this', () => {
    expect(heard.all('fault')).toEqual([])
  })
})
