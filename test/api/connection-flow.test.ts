import { beforeAll, describe, expect, test } from 'vitest'
import { fileNames } from '#core/connect/data-points.ts'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { sftpUserOf } from '#core/ids/integration-id.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { bare, publicKey } from './flow.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const hour = 3_600_000

const newLink = async (linkType: 'EMBEDDED' | 'MAGIC_LINK' = 'EMBEDDED') => {
  const { data } = await api.sdk().connect.createConnectionLink({
    end_user_email: 'hr@acme.example',
    end_user_organization_name: 'Acme',
    end_user_origin_id: 'acme-1',
    language: 'de',
    link_type: linkType,
  })
  return new URL(data.link).searchParams.get('token') ?? ''
}

const startSession = (token: string) => api.call('POST', '/flow/session', { body: { token } })

const sessionOf = async (token: string): Promise<string> => (await startSession(token)).json.data.session

const inFlow = (session: string, method: string, path: string, body?: unknown) =>
  api.call(method, path, { headers: { authorization: `Bearer ${session}` }, body })

test('a link becomes a connection, and its activation token names the integration', async () => {
  const { json: opened } = await startSession(await newLink())
  expect(opened.data).toMatchObject({ organization_name: 'Acme', language: 'de' })
  expect(opened.data.data_points.map((point: { file_name: string }) => point.file_name)).toEqual(fileNames)
  const session = opened.data.session
  const before = await inFlow(session, 'GET', '/flow/connection')
  expect(before.json.data).toMatchObject({
    step: 'waiting_for_key',
    integration_id: null,
    public_keys: 0,
    finished: false,
  })

  const { json: connected } = await inFlow(session, 'POST', '/flow/connection', { public_keys: [publicKey()] })
  const { integration_id: id, username } = connected.data
  expect(connected.data).toMatchObject({ host: '127.0.0.1', port: 2222, folder: '/', username: sftpUserOf(id) })
  expect(api.users.get(username)).toHaveLength(1)

  await api.putFile(exportFile(id))
  const after = await inFlow(session, 'GET', '/flow/connection')
  expect(after.json.data).toMatchObject({
    step: 'waiting_for_approval',
    integration_id: id,
    public_keys: 1,
    files: [{ name: 'employees.csv', state: 'QUEUED' }],
  })

  const { json: finished } = await inFlow(session, 'POST', '/flow/finish')
  const token = finished.data.activation_token
  const { data } = await api.sdk().connect.getIntegrationByToken({ token })
  expect(data).toEqual({
    tool: 'sftp',
    id,
    end_user_origin_id: 'acme-1',
    end_user_organization_name: 'Acme',
    end_user_email: 'hr@acme.example',
    setup_status: 'INCOMPLETE',
  })
  const { json: activated } = await api.call('POST', '/v1/connect/activate-integration', { body: { token } })
  expect(activated.data).toEqual(data)
})

test('a double click makes one integration', async () => {
  const session = await sessionOf(await newLink())
  const keys = { public_keys: [publicKey()] }
  const answers = await Promise.all([1, 2, 3].map(() => inFlow(session, 'POST', '/flow/connection', keys)))
  expect(new Set(answers.map(({ json }) => json.data.integration_id)).size).toBe(1)
})

test('two sessions of one link share its integration', async () => {
  const token = await newLink()
  const [first, second] = [await sessionOf(token), await sessionOf(token)]
  const { json } = await inFlow(first, 'POST', '/flow/connection', { public_keys: [publicKey()] })
  const { json: seen } = await inFlow(second, 'GET', '/flow/connection')
  expect(seen.data.integration_id).toBe(json.data.integration_id)
})

test('a corrected key replaces the first one', async () => {
  const session = await sessionOf(await newLink())
  const { json } = await inFlow(session, 'POST', '/flow/connection', { public_keys: [publicKey()] })
  const second = publicKey()
  await inFlow(session, 'POST', '/flow/connection', { public_keys: [second, second] })
  expect(api.users.get(json.data.username)).toEqual([bare(second)])
})

describe('a key that cannot be used is refused with the sentence that says what to paste', () => {
  test.each([
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----'],
    ['garbage', 'hello'],
  ])('%s', async (_, key) => {
    const session = await sessionOf(await newLink())
    const { status, json } = await inFlow(session, 'POST', '/flow/connection', { public_keys: [key] })
    expect(status).toBe(400)
    expect(json.error.code).toBe('PLATFORM.INPUT_INVALID')
    expect(json.error.message.length).toBeGreaterThan(20)
    const { json: state } = await inFlow(session, 'GET', '/flow/connection')
    expect(state.data.integration_id).toBeNull()
  })

  test('no key at all', async () => {
    const session = await sessionOf(await newLink())
    const { status } = await inFlow(session, 'POST', '/flow/connection', { public_keys: [] })
    expect(status).toBe(400)
  })
})

describe('a link that is over asks for a new one', () => {
  const expectNewLinkAsked = ({ status, json }: Awaited<ReturnType<typeof startSession>>) => {
    expect(status).toBe(401)
    expect(json.error.code).toMatch(/^FLOW\.(LINK_|SESSION_ENDED)/)
    expect(json.error.message).toContain('new link')
  }

  test('an unknown one', async () => {
    expectNewLinkAsked(await startSession('abc'))
    expectNewLinkAsked(await startSession(`${'2'.repeat(24)}.${'3'.repeat(44)}`))
  })

  test('one with a wrong secret', async () => {
    const [id = ''] = (await newLink()).split('.')
    expectNewLinkAsked(await startSession(`${id}.${'3'.repeat(44)}`))
  })

  test('an embedded one after an hour, while a magic link lives on', async () => {
    const [embedded, magic] = [await newLink('EMBEDDED'), await newLink('MAGIC_LINK')]
    api.passTime(hour)
    expectNewLinkAsked(await startSession(embedded))
    expect((await startSession(magic)).status).toBe(200)
  })

  test('one whose flow was finished, although its session may still look and ask for the token again', async () => {
    const token = await newLink()
    const session = await sessionOf(token)
    const keys = { public_keys: [publicKey()] }
    await inFlow(session, 'POST', '/flow/connection', keys)
    const first = await inFlow(session, 'POST', '/flow/finish')
    expectNewLinkAsked(await startSession(token))
    expectNewLinkAsked(await inFlow(session, 'POST', '/flow/connection', keys))
    const second = await inFlow(session, 'POST', '/flow/finish')
    expect(second.json.data.activation_token).not.toBe(first.json.data.activation_token)
    expect((await inFlow(session, 'GET', '/flow/connection')).json.data.finished).toBe(true)
  })

  test('one whose integration was deleted', async () => {
    const session = await sessionOf(await newLink())
    const keys = { public_keys: [publicKey()] }
    const { json } = await inFlow(session, 'POST', '/flow/connection', keys)
    await api.sdk().general.deleteIntegration({ integration_id: json.data.integration_id, body: {} })
    expectNewLinkAsked(await inFlow(session, 'POST', '/flow/connection', keys))
    expect(api.users.has(json.data.username)).toBe(false)
  })

  test('a session after its hour', async () => {
    const session = await sessionOf(await newLink('MAGIC_LINK'))
    api.passTime(hour)
    expectNewLinkAsked(await inFlow(session, 'GET', '/flow/connection'))
  })
})

describe('one credential is never taken for another', () => {
  test('a link token, an activation token and an API key open no session', async () => {
    const link = await newLink()
    const session = await sessionOf(link)
    await inFlow(session, 'POST', '/flow/connection', { public_keys: [publicKey()] })
    const { json } = await inFlow(session, 'POST', '/flow/finish')
    for (const bearer of [link, json.data.activation_token, api.apiKey]) {
      expect((await inFlow(bearer, 'GET', '/flow/connection')).status).toBe(401)
    }
    const asActivation = api.sdk().connect.getIntegrationByToken({ token: session })
    await expect(asActivation).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    expect(
      (await api.call('GET', '/v1/check-api-key', { headers: { authorization: `Bearer ${session}` } })).status,
    ).toBe(401)
  })

  test('an activation token expires after an hour', async () => {
    const session = await sessionOf(await newLink())
    await inFlow(session, 'POST', '/flow/connection', { public_keys: [publicKey()] })
    const { json } = await inFlow(session, 'POST', '/flow/finish')
    api.passTime(hour)
    const reading = api.sdk().connect.getIntegrationByToken({ token: json.data.activation_token })
    await expect(reading).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
  })
})

test('finishing needs a connection', async () => {
  const session = await sessionOf(await newLink())
  const { status, json } = await inFlow(session, 'POST', '/flow/finish')
  expect(status).toBe(409)
  expect(json.error.message).toContain('public SSH key')
})

test('an integration keeps the settings of its link', async () => {
  const { data } = await api.sdk().connect.createConnectionLink({
    end_user_email: 'hr@acme.example',
    end_user_organization_name: 'Acme',
    enable_filtering: true,
    enable_field_mapping: true,
  })
  const session = await sessionOf(new URL(data.link).searchParams.get('token') ?? '')
  const { json } = await inFlow(session, 'POST', '/flow/connection', { public_keys: [publicKey()] })
  const key = integrationKey(json.data.integration_id)
  const integration = await updateDocument(api.control, key, IntegrationSchema, (value) => value)
  expect(integration).toMatchObject({ enableFiltering: true, enableFieldMapping: true, language: 'en' })
})
