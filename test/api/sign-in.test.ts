import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIdVerifier } from '../../lambdas/adapters/open-id.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { startIssuer } from './issuer.ts'

let issuer: Awaited<ReturnType<typeof startIssuer>>
let api: ApiUnderTest

beforeAll(async () => {
  issuer = await startIssuer()
  api = await apiUnderTest({ signIn: { verify: openIdVerifier(issuer), firstAdmin: 'Ada@vendor.example' } })
})

afterAll(() => issuer.close())

type Claims = Parameters<typeof issuer.idToken>[0]

const as = async (claims: Claims, method: string, path: string, body?: unknown) => {
  const token = await issuer.idToken(claims)
  return api.call(method, path, { headers: { authorization: `Bearer ${token}` }, body })
}

const grace = { email: 'grace@vendor.example', name: 'Grace' }

test('the first admin becomes one by signing in, and adds the others', async () => {
  expect((await as({}, 'GET', '/manage/me')).json.data).toEqual({
    kind: 'member',
    id: 'ada@vendor.example',
    name: 'Ada',
    role: 'admin',
    personal_data: true,
  })
  expect((await as(grace, 'GET', '/manage/me')).status).toBe(403)
  await as({}, 'PUT', '/manage/members/Grace%40vendor.example', { role: 'member' })
  expect((await as(grace, 'GET', '/manage/me')).json.data).toMatchObject({ name: 'Grace', role: 'member' })
  const { json } = await as({}, 'GET', '/manage/members')
  expect(json.data.results).toMatchObject([
    { email: 'ada@vendor.example', role: 'admin' },
    { email: 'grace@vendor.example', role: 'member' },
  ])
  expect((await as({}, 'GET', '/manage/audit')).json.data.results[0]).toMatchObject({
    action: 'member.set',
    who: { kind: 'member', id: 'ada@vendor.example', name: 'Ada' },
    subject: { email: 'Grace@vendor.example' },
  })
})

describe('a token stays out', () => {
  test.each<[string, Claims, 'issuer' | 'stranger', number]>([
    ['that is made out to another client', { aud: 'another' }, 'issuer', 401],
    ['that was asked for by another client', { aud: ['dashboard', 'another'], azp: 'another' }, 'issuer', 401],
    ['of another issuer', { iss: 'https://accounts.example' }, 'issuer', 401],
    ['that another key signed', {}, 'stranger', 401],
    ['that has expired', { exp: Math.floor(Date.now() / 1000) - 60 }, 'issuer', 401],
    ['without an e-mail address', { email: undefined }, 'issuer', 401],
    ['whose e-mail address is not verified', { email_verified: false }, 'issuer', 403],
    ['of somebody who is no member', { email: 'eve@vendor.example' }, 'issuer', 403],
  ])('%s', async (_, claims, by, status) => {
    const token = await issuer.idToken(claims, by)
    const answer = await api.call('GET', '/manage/me', { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(status)
    expect(answer.json.error.code).toBe('PLATFORM.AUTHENTICATION_INVALID')
  })

  test('that nobody signed', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = {
      iss: issuer.issuer,
      aud: issuer.clientId,
      sub: 'x',
      email: 'ada@vendor.example',
      exp: 9_999_999_999,
    }
    const token = `${part({ alg: 'none' })}.${part({ ...claims, email_verified: true })}.x`
    const answer = await api.call('GET', '/manage/me', { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(401)
  })
})

describe('a member', () => {
  test('sees integrations but neither people, nor keys, nor members', async () => {
    await as({}, 'PUT', '/manage/members/grace%40vendor.example', { role: 'member' })
    expect((await as(grace, 'GET', '/manage/integrations')).status).toBe(200)
    for (const path of ['/v1/hris/employees', '/manage/api-keys', '/manage/members', '/manage/audit'])
      expect(await as(grace, 'GET', path)).toMatchObject({ status: 403 })
  })

  test('who is removed is let in no more', async () => {
    await as({}, 'PUT', '/manage/members/grace%40vendor.example', { role: 'admin' })
    await as({}, 'DELETE', '/manage/members/grace%40vendor.example')
    expect((await as(grace, 'GET', '/manage/me')).status).toBe(403)
  })

  test('who is the only admin can be neither removed nor demoted', async () => {
    expect((await as({}, 'DELETE', '/manage/members/ada%40vendor.example')).status).toBe(400)
    expect((await as({}, 'PUT', '/manage/members/ada%40vendor.example', { role: 'member' })).status).toBe(400)
    expect((await as({}, 'GET', '/manage/me')).json.data.role).toBe('admin')
  })
})

describe('personal data', () => {
  test('is seen by members who may, and each look is in the audit log once in five minutes', async () => {
    const { id } = await api.makeIntegration()
    const lookedAt = async () =>
      (await as({}, 'GET', `/manage/integrations/${encodeURIComponent(id)}/audit`)).json.data.results
    const look = async () => {
      const authorization = `Bearer ${await issuer.idToken(grace)}`
      return api.call('GET', '/v1/hris/employees', { headers: { authorization, 'x-integration-id': id } })
    }
    await as({}, 'PUT', '/manage/members/grace%40vendor.example', { role: 'member' })
    expect(await look()).toMatchObject({ status: 403 })
    await as({}, 'PUT', '/manage/members/grace%40vendor.example', { role: 'member', personal_data: true })
    expect((await as(grace, 'GET', '/manage/me')).json.data.personal_data).toBe(true)
    expect((await look()).status).toBe(200)
    expect((await look()).status).toBe(200)
    expect((await as(grace, 'GET', '/manage/api-keys')).status).toBe(403)
    expect(await lookedAt()).toMatchObject([
      { action: 'personal-data.seen', who: { name: 'Grace' }, subject: { route: 'GET /v1/hris/employees' } },
    ])
    api.passTime(6 * 60_000)
    await look()
    expect(await lookedAt()).toHaveLength(2)
    await as({}, 'PUT', '/manage/members/grace%40vendor.example', { role: 'member' })
    expect((await look()).status).toBe(200)
    await as({}, 'PUT', '/manage/members/grace%40vendor.example', { role: 'member', personal_data: false })
    expect((await look()).status).toBe(403)
  })

  test('that an app reads by its key is not in the audit log', async () => {
    const { id } = await api.makeIntegration()
    await api.call('GET', '/v1/hris/employees', { headers: { 'x-integration-id': id } })
    const { json } = await as({}, 'GET', `/manage/integrations/${encodeURIComponent(id)}/audit`)
    expect(json.data.results).toEqual([])
  })
})

test('where no issuer is set an ID token is worth nothing', async () => {
  const closed = await apiUnderTest()
  const token = await issuer.idToken()
  const answer = await closed.call('GET', '/manage/me', { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(401)
})

test('the holder of an API key may do what an admin may', async () => {
  expect((await api.call('GET', '/manage/me')).json.data).toMatchObject({ kind: 'key', name: 'tests', role: 'admin' })
})
