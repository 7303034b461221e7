import { expect, test } from 'vitest'
import { readSettings } from '#core/control/environment.ts'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()

const change = (body: unknown) => api.call('PATCH', '/manage/settings', { body })
const shown = async () => (await api.call('GET', '/manage/settings')).json.data

test('an environment begins with settings that let the flow be tried at once', async () => {
  expect(await readSettings(api.control)).toMatchObject({ allowedOrigins: [], rawFileDays: 90 })
  expect(await shown()).toEqual({
    environment_id: (await api.call('GET', '/v1/check-api-key')).json.data.environment_id,
    name: null,
    allowed_origins: [],
    raw_file_retention_days: 90,
    pgp: 'off',
    branding: { logo_url: null, color: null },
  })
})

test('what a change leaves out stays, and null takes a value away', async () => {
  const origins = ['https://app.example.com', 'http://localhost:5173']
  await change({ name: 'Acme People', allowed_origins: origins, branding: { color: '#1A73E8' } })
  await change({ raw_file_retention_days: 30, branding: { logo_url: 'https://acme.example/logo.svg' } })
  expect(await shown()).toMatchObject({
    name: 'Acme People',
    allowed_origins: origins,
    raw_file_retention_days: 30,
    branding: { logo_url: 'https://acme.example/logo.svg', color: '#1a73e8' },
  })
  await change({ name: null, raw_file_retention_days: null, branding: { logo_url: null } })
  expect(await shown()).toMatchObject({
    name: null,
    raw_file_retention_days: null,
    branding: { logo_url: null, color: '#1a73e8' },
  })
})

test('another retention has every integration looked after, the same has not', async () => {
  const { id } = await api.makeIntegration()
  await change({ raw_file_retention_days: 7 })
  const upkeep = () => api.queued.filter(({ body }) => body.includes('"upkeep"')).map(({ groupId }) => groupId)
  expect(upkeep()).toContain(id)
  const before = upkeep().length
  await change({ raw_file_retention_days: 7, name: 'Acme' })
  expect(upkeep()).toHaveLength(before)
})

test('a change is in the audit log', async () => {
  await change({ name: 'Acme' })
  const { results } = (await api.call('GET', '/manage/audit')).json.data
  expect(results[0]).toMatchObject({ action: 'settings.changed', integration_id: null, who: { name: 'tests' } })
})

test.each([
  ['a path', { allowed_origins: ['https://app.example.com/app'] }, 'no origin'],
  ['any subdomain', { allowed_origins: ['https://*.example.com'] }, 'no origin'],
  ['a second directive', { allowed_origins: ['https://a.example; script-src *'] }, 'no origin'],
  ['a host in the clear', { allowed_origins: ['http://app.example.com'] }, 'no origin'],
  ['a script', { branding: { logo_url: 'javascript:alert(1)' } }, 'logo_url'],
  ['a page', { branding: { logo_url: 'data:text/html;base64,AAAA' } }, 'logo_url'],
  ['a heavy logo', { branding: { logo_url: `data:image/png;base64,${'A'.repeat(100_000)}` } }, 'at most'],
  ['a colour that is a rule', { branding: { color: 'red;background:url(x)' } }, 'no colour'],
  ['half a day', { raw_file_retention_days: 0.5 }, 'raw_file_retention_days'],
  ['less than nothing', { raw_file_retention_days: -1 }, 'raw_file_retention_days'],
  ['a setting that there is not', { retention: 3 }, 'retention'],
])('%s is refused', async (_, body, message) => {
  const before = await shown()
  const { status, json } = await change(body)
  expect([status, json.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
  expect(json.error.message).toContain(message)
  expect(await shown()).toEqual(before)
})
