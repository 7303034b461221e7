import fc from 'fast-check'
import Client from 'ssh2-sftp-client'
import { afterAll, describe, expect, it } from 'vitest'
import { resolvePath } from '../../local/sftp/paths.ts'
import { promptSocket, startUnderTest } from './sftp-under-test.ts'

const running = await startUnderTest()
const logIn = async (username: 'alice' | 'bob'): Promise<Client> => {
  const client = new Client()
  const { privateKey } = running.keys[username]
  await client.connect({ sock: promptSocket(running.port), username, privateKey })
  return client
}
const alice = await logIn('alice')
const bob = await logIn('bob')
afterAll(async () => {
  await alice.end()
  await bob.end()
  await running.server.close()
})

const put = (client: Client, name: string, content = 'id\n') => client.put(Buffer.from(content), name)
const namesIn = async (client: Client, path: string) => (await client.list(path)).map((entry) => entry.name).toSorted()

describe('a user’s folder', () => {
  it('is the root, and the start of relative paths', async () => {
    expect(await alice.cwd()).toBe('/')
    await put(alice, 'here.csv')
    expect(await alice.exists('/here.csv')).toBe('-')
    expect(await alice.exists('./x/../here.csv')).toBe('-')
  })

  it.each(['..', '../bob', '/../bob/secret.csv', 'a/../../bob'])('cannot be left by %s', async (path) => {
    await put(bob, 'secret.csv')
    await expect(alice.list(path)).rejects.toThrow('outside your folder')
    await expect(put(alice, path)).rejects.toThrow('outside your folder')
    await expect(alice.rename('/here.csv', path)).rejects.toThrow('outside your folder')
  })

  it('does not show what another user has', async () => {
    await put(bob, 'secret.csv')
    expect(await namesIn(alice, '/')).not.toContain('secret.csv')
    for (const path of ['/bob/secret.csv', '/landing/bob/secret.csv', 'bob/secret.csv']) {
      expect(await alice.exists(path)).toBe(false)
    }
  })

  it.each(['a\u0000b.csv', 'a\nb.csv', 'x'.repeat(2000)])('takes no file called %j', async (name) => {
    await expect(put(alice, name)).rejects.toThrow(/must not contain|too long/)
  })

  it.each(['Mitarbeiter Übersicht 2026 (neu).csv', '社員.csv', '..csv', 'a\\b.csv', '%2e%2e.csv', 'CON'])(
    'takes a file called %j',
    async (name) => {
      await put(alice, name)
      expect(await namesIn(alice, '/')).toContain(name)
      expect(await alice.stat(`/${name}`)).toMatchObject({ size: 3, isFile: true })
    },
  )
})

describe('a file', () => {
  it('is read back as it was written', async () => {
    const content = 'id,name\n'.repeat(50_000)
    await put(alice, 'back.csv', content)
    expect(String(await alice.get('back.csv'))).toBe(content)
  })

  it('is renamed onto a free name, as WinSCP does after an upload', async () => {
    await put(alice, 'employees.csv.filepart')
    await alice.rename('employees.csv.filepart', 'employees.csv')
    expect(await alice.exists('employees.csv.filepart')).toBe(false)
    expect(await alice.exists('employees.csv')).toBe('-')
    expect(running.heard.all('objectCreated')).toContainEqual(expect.objectContaining({ key: 'alice/employees.csv' }))
  })

  it('is not renamed onto a name that is taken', async () => {
    await put(alice, 'old.csv', 'old')
    await put(alice, 'new.csv', 'new!')
    await expect(alice.rename('new.csv', 'old.csv')).rejects.toThrow('exists already')
    expect(await alice.stat('old.csv')).toMatchObject({ size: 3 })
    expect(await alice.stat('new.csv')).toMatchObject({ size: 4 })
  })

  it('accepts new times and modes, and ignores them', async () => {
    await put(alice, 'modes.csv')
    const before = await alice.stat('modes.csv')
    await alice.chmod('modes.csv', 0o600)
    expect(await alice.stat('modes.csv')).toEqual(before)
  })

  it('is gone when it was removed, older versions too', async () => {
    await put(alice, 'gone.csv', 'yesterday')
    await put(alice, 'gone.csv', 'today')
    await alice.delete('gone.csv')
    expect(await alice.exists('gone.csv')).toBe(false)
    await expect(alice.delete('gone.csv')).rejects.toThrow('No such file')
  })
})

describe('a directory', () => {
  it('is made, filled, listed and removed when it is empty', async () => {
    await alice.mkdir('/inbox')
    expect(running.heard.all('objectCreated')).toContainEqual(expect.objectContaining({ key: 'alice/inbox/', size: 0 }))
    await put(alice, '/inbox/a.csv')
    expect(await namesIn(alice, '/inbox')).toEqual(['a.csv'])
    expect(await alice.exists('/inbox')).toBe('d')
    await expect(alice.rmdir('/inbox')).rejects.toThrow('not empty')
    await alice.delete('/inbox/a.csv')
    await alice.rmdir('/inbox')
    expect(await alice.exists('/inbox')).toBe(false)
  })

  it('is not renamed, not overwritten by a file, and not made twice', async () => {
    await alice.mkdir('/kept')
    await expect(alice.rename('/kept', '/other')).rejects.toThrow('Only files')
    await expect(put(alice, '/kept')).rejects.toThrow()
    expect(await alice.mkdir('/kept')).toBe('/kept already exists')
    await expect(alice.rmdir('/')).rejects.toThrow('own folder')
  })

  it('shows all of its many files', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `many/${String(index).padStart(3, '0')}.csv`)
    for (const name of names) await running.files.put(`alice/${name}`, Buffer.from('id\n'))
    expect((await namesIn(alice, '/many')).map((name) => `many/${name}`)).toEqual(names)
  })
})

describe('any path', () => {
  it('resolves to a place below the folder, or is refused', () => {
    const segment = fc.oneof(
      fc.constantFrom('..', '.', '', 'a', '\u0000', '\u2024\u2024'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const resolved = resolvePath(segments.join('/'))
        if (resolved.kind === 'refused') return
        expect(resolved.path).toMatch(/^\//)
        const [root, ...below] = resolved.path.split('/')
        expect(root).toBe('')
        for (const name of resolved.path === '/' ? [] : below) expect(['', '.', '..']).not.toContain(name)
      }),
    )
  })
})
