import { KomboGeneralError } from '@kombo-api/sdk/models/errors'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const minute = 60_000

const newKey = async (body: Record<string, unknown> = {}) => {
  const { json } = await api.call('POST', '/manage/api-keys', { body: { name: 'app', ...body } })
  return { id: String(json.data.id), text: String(json.data.api_key) }
}

const callWith = (key: string, path = '/v1/check-api-key') =>
  api.call('GET', path, { headers: { authorization: `Bearer ${key}` } })

const listed = async (id: string) => {
  const { json } = await api.call('GET', '/manage/api-keys')
  return json.data.results.find((each: { id: string }) => each.id === id)
}

describe('several API keys', () => {
  test('work side by side, are shown once and listed without their secret', async () => {
    const [first, second] = [await newKey({ name: 'app' }), await newKey({ name: 'dashboard' })]
    expect((await callWith(first.text)).status).toBe(200)
    expect((await callWith(second.text)).status).toBe(200)
    const { json } = await api.call('GET', '/manage/api-keys')
    expect(json.data.results.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['tests', 'app', 'dashboard']),
    )
    const secret = first.text.split('_')[2]
    expect(JSON.stringify(json)).not.toContain(secret)
    expect(await listed(first.id)).toEqual({
      id: first.id,
      name: 'app',
      allowed_addresses: [],
      requests_per_minute: null,
      created_at: expect.any(String),
      last_used_at: expect.any(String),
      revoked_at: null,
    })
  })

  test('say when they were last used, to the minute', async () => {
    const { id, text } = await newKey()
    expect((await listed(id)).last_used_at).toBeNull()
    await callWith(text)
    const firstUse = Date.parse((await listed(id)).last_used_at)
    expect(firstUse % minute).toBe(0)
    api.passTime(5 * minute)
    expect(Date.parse((await listed(id)).last_used_at)).toBe(firstUse)
    await callWith(text, '/manage/integrations')
    expect(Date.parse((await listed(id)).last_used_at)).toBeGreaterThanOrEqual(firstUse + 5 * minute)
  })

  test('end with their revocation, at once and for good, and stay in the list', async () => {
    const { id, text } = await newKey()
    const { json } = await api.call('DELETE', `/manage/api-keys/${id}`)
    expect(json.data).toMatchObject({ id, revoked_at: expect.any(String) })
    expect((await callWith(text)).status).toBe(401)
    await expect(api.sdk(undefined, text).general.checkApiKey()).rejects.toBeInstanceOf(KomboGeneralError)
    api.passTime(minute)
    const again = await api.call('DELETE', `/manage/api-keys/${id}`)
    expect(again.json.data.revoked_at).toBe(json.data.revoked_at)
    expect((await listed(id)).revoked_at).toBe(json.data.revoked_at)
  })

  test('can be changed, and what is left out stays', async () => {
    const { id } = await newKey({ requests_per_minute: 5 })
    const body = { name: 'renamed', allowed_addresses: ['10.0.0.0/8'] }
    const { json } = await api.call('PATCH', `/manage/api-keys/${id}`, { body })
    expect(json.data).toMatchObject({ ...body, requests_per_minute: 5 })
    const { json: unlimited } = await api.call('PATCH', `/manage/api-keys/${id}`, {
      body: { requests_per_minute: null },
    })
    expect(unlimited.data).toMatchObject({ ...body, requests_per_minute: null })
  })

  test.each([
    [{ name: ' ' }, 'name: is empty.'],
    [{}, 'name is required.'],
    [{ name: 'x', requests_per_minute: 0 }, 'requests_per_minute: must be at least 1.'],
    [{ name: 'x', allowed_addresses: ['10.0.0.0/33'] }, 'allowed_addresses.0: must be an IP address'],
    [{ name: 'x', allowed_addresses: ['example.com'] }, 'allowed_addresses.0: must be an IP address'],
  ])('are not made from %j', async (body, sentence) => {
    const { status, json } = await api.call('POST', '/manage/api-keys', { body })
    expect(status).toBe(400)
    expect(json.error.message).toContain(sentence)
  })

  test.each(['PATCH', 'DELETE'])('that do not exist are not found by %s', async (method) => {
    const { status, json } = await api.call(method, '/manage/api-keys/unknown', { body: {} })
    expect([status, json.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
  })
})

describe('an allow list', () => {
  test.each([
    [['127.0.0.1'], 200],
    [['127.0.0.0/8', '::1'], 200],
    [['10.0.0.0/8'], 403],
    [['2001:db8::/32'], 403],
    [['0.0.0.0/0'], 200],
  ])('of %j answers %i to a caller from 127.0.0.1', async (allowed, status) => {
    const { text } = await newKey({ allowed_addresses: allowed })
    expect((await callWith(text)).status).toBe(status)
  })

  test('refuses in words that the official SDK understands, and names the address', async () => {
    const { text } = await newKey({ allowed_addresses: ['203.0.113.0/24'] })
    const error = { code: 'PLATFORM.IP_NOT_WHITELISTED', message: expect.stringContaining('127.0.0.1') }
    const { id } = await api.makeIntegration()
    await expect(api.sdk(id, text).hris.getEmployees()).rejects.toMatchObject({ statusCode: 403, error })
    await expect(api.sdk(id, text).general.checkApiKey()).rejects.toMatchObject({ statusCode: 403, error })
  })

  test('does not believe a header that anybody can send', async () => {
    const { text } = await newKey({ allowed_addresses: ['203.0.113.0/24'] })
    const { status } = await api.call('GET', '/v1/check-api-key', {
      headers: { authorization: `Bearer ${text}`, 'x-forwarded-for': '203.0.113.7' },
    })
    expect(status).toBe(403)
  })
})

describe('the rate limit of a key', () => {
  // Each test has a whole minute before it.
  beforeEach(() => api.passTime(minute - (api.system.clock() % minute)))

  const rateOf = (headers: Headers) =>
    ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`ratelimit-${name}`)))

  test('is told on every answer and starts anew each minute', async () => {
    const { text } = await newKey({ requests_per_minute: 2 })
    const answers = [await callWith(text), await callWith(text, '/v1/hris/employees'), await callWith(text)]
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 429])
    expect(answers.map(({ headers }) => rateOf(headers).slice(0, 2))).toEqual([
      [2, 1],
      [2, 0],
      [2, 0],
    ])
    const [last] = answers.slice(-1)
    const reset = rateOf(last?.headers ?? new Headers())[2] ?? 0
    expect(reset).toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60)
    expect(last?.headers.get('retry-after')).toBe(String(reset))
    expect(last?.json.error).toMatchObject({ code: 'PLATFORM.RATE_LIMIT_EXCEEDED', log_url: null })
    api.passTime(minute)
    expect((await callWith(text)).status).toBe(200)
  })

  test('is no other key’s', async () => {
    const [tired, fresh] = [await newKey({ requests_per_minute: 1 }), await newKey({ requests_per_minute: 1 })]
    await callWith(tired.text)
    expect((await callWith(tired.text)).status).toBe(429)
    expect((await callWith(fresh.text)).status).toBe(200)
  })

  test('counts the management of integrations apart from the app', async () => {
    const { text } = await newKey({ requests_per_minute: 1 })
    expect((await callWith(text, '/manage/integrations')).status).toBe(200)
    expect((await callWith(text, '/manage/integrations')).status).toBe(429)
    expect((await callWith(text)).status).toBe(200)
  })

  test('is not spent by a wrong secret', async () => {
    const { id, text } = await newKey({ requests_per_minute: 1 })
    for (let attempt = 0; attempt < 3; attempt += 1) await callWith(`rp_${id}_guess`)
    expect((await callWith(text)).status).toBe(200)
  })

  test('lets exactly as many of a burst through', async () => {
    const { text } = await newKey({ requests_per_minute: 5 })
    const answers = await Promise.all(Array.from({ length: 12 }, () => callWith(text)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
  })

  test('is an error that the official SDK understands', async () => {
    const { text } = await newKey({ requests_per_minute: 1 })
    const { id } = await api.makeIntegration()
    await callWith(text)
    const error = { code: 'PLATFORM.RATE_LIMIT_EXCEEDED' }
    await expect(api.sdk(id, text).hris.getEmployees()).rejects.toMatchObject({ statusCode: 429, error })
    await expect(api.sdk(id, text).general.checkApiKey()).rejects.toMatchObject({ statusCode: 429, error })
  })
})
