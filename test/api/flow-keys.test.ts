import { beforeAll, expect, test } from 'vitest'
import { recordAttempt } from '#core/control/activity.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { bare, openFlow, publicKey } from './flow.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const newLink = async () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }
  return (await api.sdk().connect.createConnectionLink(wish)).data.link
}

/** A flow whose customer has given one key. */
const connected = async (key = publicKey()) => {
  const flow = await openFlow(api, await newLink())
  const { json } = await flow.connect([key])
  return { flow, key, id: String(json.data.integration_id), username: String(json.data.username) }
}

const keysOf = async (flow: Awaited<ReturnType<typeof connected>>['flow']) => (await flow.look()).keys

test('keys are listed with type, fingerprint and when they were added', async () => {
  const { flow } = await connected()
  const [key] = await keysOf(flow)
  expect(key).toMatchObject({ type: 'ssh-ed25519', bits: 256 })
  expect(key.fingerprint).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
  expect(Math.abs(Date.parse(key.added_at) - api.system.clock())).toBeLessThan(60_000)
})

test('a rotation: the new key logs in beside the old one, which then goes', async () => {
  const { flow, key, username } = await connected()
  const [old] = await keysOf(flow)
  api.passTime(1000)
  const next = publicKey()
  const added = await flow.call('POST', '/flow/keys', { public_key: next })
  expect(api.users.get(username)).toEqual([bare(key), bare(next)])
  expect(added.json.data.keys[0]).toEqual(old)
  expect(added.json.data.keys[1].added_at > old.added_at).toBe(true)

  const removed = await flow.call('DELETE', `/flow/keys/${old.id}`)
  expect(removed.json.data.keys).toEqual([added.json.data.keys[1]])
  expect(api.users.get(username)).toEqual([bare(next)])
  const again = await flow.call('DELETE', `/flow/keys/${old.id}`)
  expect(again.json.data.keys).toEqual(removed.json.data.keys)
})

test('the last key stays until there is another', async () => {
  const { flow, username } = await connected()
  const [only] = await keysOf(flow)
  const refused = await flow.call('DELETE', `/flow/keys/${only.id}`)
  expect([refused.status, refused.json.error.code]).toEqual([409, 'FLOW.LAST_KEY'])
  expect(api.users.get(username)).toHaveLength(1)
})

test('a key that is added twice stands once, and an eleventh is refused', async () => {
  const { flow, key } = await connected()
  expect((await flow.call('POST', '/flow/keys', { public_key: key })).json.data.keys).toHaveLength(1)
  for (let count = 2; count <= 10; count += 1) await flow.call('POST', '/flow/keys', { public_key: publicKey() })
  const eleventh = await flow.call('POST', '/flow/keys', { public_key: publicKey() })
  expect(eleventh.json.error.message).toContain('10 keys already')
})

test('keys that are added at the same moment all log in', async () => {
  const { flow, username } = await connected()
  await Promise.all([1, 2, 3].map(() => flow.call('POST', '/flow/keys', { public_key: publicKey() })))
  expect(await keysOf(flow)).toHaveLength(4)
  expect(api.users.get(username)).toHaveLength(4)
})

test('a setup link does not lead to the keys', async () => {
  const { id } = await api.makeIntegration({ enableFiltering: true, publicKeys: [bare(publicKey())] })
  const body = { link_type: 'MAGIC_LINK', language: 'en' } as const
  const { data } = await api.sdk().general.createSetupLink({ integration_id: id, body })
  const flow = await openFlow(api, data.link)
  const added = await flow.call('POST', '/flow/keys', { public_key: publicKey() })
  expect([added.status, added.json.error.code]).toEqual([403, 'FLOW.NOT_PERMITTED'])
  const [key] = await keysOf(flow)
  expect((await flow.call('DELETE', `/flow/keys/${key.id}`)).json.error.code).toBe('FLOW.NOT_PERMITTED')
})

test('the vendor’s team sees the connection, adds a key and takes one out, and the log says who', async () => {
  const { flow, key, id, username } = await connected()
  const path = `/manage/connections/${encodeURIComponent(id)}`
  const [old] = await keysOf(flow)
  const seen = await api.call('GET', path)
  expect(seen.json.data).toMatchObject({ username, keys: [old], attempts: [], last_login_at: null })

  const lastOne = await api.call('DELETE', `${path}/keys/${old.id}`)
  expect([lastOne.status, lastOne.json.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
  const next = publicKey()
  await api.call('POST', `${path}/keys`, { body: { public_key: next } })
  expect(api.users.get(username)).toEqual([bare(key), bare(next)])
  await api.call('DELETE', `${path}/keys/${old.id}`)
  expect(api.users.get(username)).toEqual([bare(next)])

  const log = await api.call('GET', `/manage/integrations/${encodeURIComponent(id)}/audit`)
  const deeds = log.json.data.results.map(({ action, who }: { action: string; who: { kind: string } }) => [
    action,
    who.kind,
  ])
  expect(deeds.slice(0, 2)).toEqual([
    ['key.removed', 'key'],
    ['key.added', 'key'],
  ])
})

test('nobody else sees it: neither a session of a flow nor whoever sends nothing', async () => {
  const { flow, id } = await connected()
  const path = `/manage/connections/${encodeURIComponent(id)}`
  expect((await flow.call('GET', path)).status).toBe(401)
  expect((await api.call('GET', path, { headers: { authorization: '' } })).status).toBe(401)
})

test('before there is a connection its page hears that there is none', async () => {
  const flow = await openFlow(api, await newLink())
  for (const [method, path] of [['POST', '/flow/keys'] as const, ['GET', '/flow/activity'] as const]) {
    const body = method === 'POST' ? { public_key: publicKey() } : undefined
    expect((await flow.call(method, path, body)).json.error.code).toBe('FLOW.NOT_CONNECTED')
  }
})

test('activity tells of logins, of what went wrong and of files', async () => {
  const { flow, id } = await connected()
  const empty = (await flow.call('GET', '/flow/activity')).json.data
  expect(empty).toMatchObject({ first_login_at: null, attempts: [], files: [], first_file_at: null, syncing: false })

  const now = Date.UTC(2026, 5, 1)
  const note = (at: number, reason: 'UNKNOWN_KEY' | null) =>
    recordAttempt(api.control, id, { at, outcome: reason ? 'refused' : 'logged_in', reason, client: 'x' })
  await note(now, 'UNKNOWN_KEY')
  await note(now + 1000, 'UNKNOWN_KEY')
  await note(now + 20_000, null)
  await note(now + 30_000, null)
  await api.putFile(exportFile(id, { receivedAt: now + 40_000 }))
  const { data } = (await flow.call('GET', '/flow/activity')).json
  expect(data).toMatchObject({
    step: 'waiting_for_approval',
    first_login_at: '2026-06-01T00:00:20.000Z',
    last_login_at: '2026-06-01T00:00:30.000Z',
    first_file_at: '2026-06-01T00:00:40.000Z',
    attempts: [
      { at: '2026-06-01T00:00:30.000Z', outcome: 'logged_in', reason: null, message: null },
      { at: '2026-06-01T00:00:01.000Z', outcome: 'refused', reason: 'UNKNOWN_KEY' },
    ],
    files: [{ name: 'employees.csv', state: 'QUEUED' }],
  })
  expect(data.attempts[1].message).toContain('public key')
})
