import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKey } from 'openpgp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeys } from '../../cli/pgp-key.ts'
import { localPgpKeys } from '../../local/pgp-keys.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rosterport-pgp-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a key is made once, whoever asks first, and only its owner may read it', async () => {
  const keys = localPgpKeys(folder)
  const [first, second] = await Promise.all([keys.load(), keys.load()])
  expect(first).toHaveLength(1)
  expect(second).toEqual(first)
  expect(await localPgpKeys(folder).load()).toEqual(first)
  expect((await stat(join(folder, 'pgp-keys.json'))).mode & 0o777).toBe(0o600)
  const [key] = first
  expect((await readKey({ armoredKey: key?.publicKey ?? '' })).getFingerprint().toUpperCase()).toBe(key?.fingerprint)
})

test('a new key comes first and the old one stays until it is retired; the newest cannot be', async () => {
  const [old] = await localPgpKeys(folder).load()
  const { list, rotate, retire } = openKeys(undefined, folder)
  const [newest, kept] = (await rotate()).pgp_keys
  expect(kept?.fingerprint).toBe(old?.fingerprint)
  await expect(retire(newest?.fingerprint ?? '')).rejects.toThrow('the newest one')
  await expect(retire('nonsense')).rejects.toThrow('no such key')
  await retire(old?.fingerprint.toLowerCase() ?? '')
  expect((await list()).pgp_keys).toEqual([newest])
})
