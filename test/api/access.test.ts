import { KomboGeneralError, KomboHrisError } from '@kombo-api/sdk/models/errors'
import { beforeAll, describe, expect, test } from 'vitest'
import { ApiKeySchema } from '#core/control/api-key.ts'
import { createApiKey } from '#core/control/api-keys.ts'
import { updateDocument } from '#core/control/documents.ts'
import { apiKeyKey } from '#core/control/keys.ts'
import { routes } from '#core/deployment/routes.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { company, storeRows } from './records.ts'

let api: ApiUnderTest
let integrationId: string

beforeAll(async () => {
  api = await apiUnderTest()
  integrationId = (await api.makeIntegration()).id
  await storeRows(api, integrationId, company)
})

const envelope = (code: string, logUrl: string | null = null) => ({
  status: 'error',
  error: { code, title: expect.any(String), message: expect.any(String), log_url: logUrl },
})

/** Errors about an integration that is there lead to it. */
const logUrl = () => `http://127.0.0.1:3001/integrations/${encodeURIComponent(integrationId)}`

const revokedKey = async () => {
  const key = await createApiKey(api.ports, 'revoked')
  await updateDocument(api.control, apiKeyKey(key.split('_')[1] ?? ''), ApiKeySchema, (apiKey) => ({
    ...apiKey,
    revokedAt: 1,
  }))
  return key
}

describe('a request without a valid key is refused', () => {
  const wrongKeys: Record<string, () => Promise<string> | string> = {
    'no key at all': () => '',
    'another scheme': () => `Basic ${api.apiKey}`,
    'a key of another form': () => 'Bearer abc',
    'an unknown key': () => 'Bearer rp_unknown_secret',
    'a known id with a wrong secret': () => `Bearer ${api.apiKey.slice(0, -1)}${api.apiKey.endsWith('1') ? '2' : '1'}`,
    'a revoked key': async () => `Bearer ${await revokedKey()}`,
  }

  test.each(Object.keys(wrongKeys))('with %s', async (name) => {
    const headers = { authorization: (await wrongKeys[name]?.()) ?? '', 'x-integration-id': integrationId }
    const { status, json } = await api.call('GET', '/v1/hris/employees', { headers })
    expect(status).toBe(401)
    expect(json).toEqual(envelope('PLATFORM.AUTHENTICATION_INVALID'))
  })

  test.each(routes.filter((route) => route.function === 'api'))('on $method $path', async ({ method, path }) => {
    const { status, json } = await api.call(method, path.replaceAll(/\{[^}]+\}/g, 'x'), {
      headers: { authorization: '' },
    })
    expect(status).toBe(401)
    expect(json).toEqual(envelope('PLATFORM.AUTHENTICATION_INVALID'))
  })

  test('and the official SDK sees its own error types', async () => {
    const sdk = api.sdk(integrationId, await revokedKey())
    await expect(sdk.hris.getEmployees()).rejects.toBeInstanceOf(KomboHrisError)
    await expect(sdk.general.checkApiKey()).rejects.toBeInstanceOf(KomboGeneralError)
  })
})

describe('an integration that is not there is not found', () => {
  const ofIntegration = routes.filter(
    ({ path, function: owner }) =>
      owner === 'api' && (path.includes('{integration_id}') || path.includes('/hris/') || path.includes('force-sync')),
  )

  test.each(ofIntegration)('on $method $path', async ({ method, path }) => {
    const filled = path
      .replace('{integration_id}', 'sftp%3AHWUTwvyx2wLoSUHphiWVrp28')
      .replace('{dataset}', 'employees')
      .replaceAll(/\{[^}]+\}/g, 'x')
    const headers = { 'x-integration-id': 'sftp:HWUTwvyx2wLoSUHphiWVrp28' }
    const { status, json } = await api.call(method, filled, { headers })
    expect(status).toBe(404)
    expect(json).toEqual(envelope('PLATFORM.INTEGRATION_NOT_FOUND'))
  })

  test('a missing header is bad input', async () => {
    const { status, json } = await api.call('GET', '/v1/hris/employees')
    expect(status).toBe(400)
    expect(json.error.message).toContain('X-Integration-Id')
  })
})

test('one integration never shows the records of another', async () => {
  const other = await api.makeIntegration()
  const ids = await storeRows(api, other.id, { employees: { '0007': { first_name: 'Other' } } })
  const otherId = ids.get('hris_employees 0007') ?? ''
  const sdk = api.sdk(integrationId)
  expect((await sdk.hris.getEmployees({ ids: [otherId] })).result.data.results).toEqual([])
  const { result } = await sdk.hris.getEmployees({ remote_ids: ['0007'] })
  expect(result.data.results.map(({ first_name }) => first_name)).toEqual(['Ada'])
  expect(result.data.results[0]?.id).not.toBe(otherId)
})

describe('what a file connector does not have says so', () => {
  test.each([
    ['GET', '/v1/hris/staffing-entities', 'INTEGRATION.MODEL_NOT_AVAILABLE'],
    ['GET', '/v1/hris/performance-reviews', 'INTEGRATION.MODEL_NOT_AVAILABLE'],
    ['GET', '/v1/hris/employees/form', 'INTEGRATION.ACTION_NOT_AVAILABLE'],
    ['POST', '/v1/hris/absences', 'INTEGRATION.ACTION_NOT_AVAILABLE'],
    ['DELETE', '/v1/hris/absences/x', 'INTEGRATION.ACTION_NOT_AVAILABLE'],
  ])('%s %s', async (method, path, code) => {
    const { status, json } = await api.call(method, path, { headers: { 'x-integration-id': integrationId } })
    expect(status).toBe(422)
    expect(json).toEqual(envelope(code, logUrl()))
  })

  test('in words that the official SDK understands', async () => {
    const reading = api.sdk(integrationId).hris.getStaffingEntities()
    await expect(reading).rejects.toMatchObject({ error: { code: 'INTEGRATION.MODEL_NOT_AVAILABLE' } })
  })
})

describe('bad input is refused with a sentence', () => {
  test.each([
    ['page_size=0', 'page_size: must be a whole number from 1 to 250.'],
    ['page_size=251', 'page_size: must be a whole number from 1 to 250.'],
    ['page_size=ten', 'page_size: must be a whole number from 1 to 250.'],
    ['include_deleted=yes', 'include_deleted: must be true or false.'],
    ['updated_after=2026-01-01T00:00:00%2B02:00', 'updated_after: must be a date or a moment in UTC'],
    ['updated_after=2026-13-01', 'updated_after: is not a day or time that exists.'],
    ['cursor=abc', 'The cursor is not one that this endpoint gave'],
    ['custom_fields=%7B%22size%22%3A%22M%22%7D', 'custom_fields: there is no such custom field'],
  ])('%s', async (query, sentence) => {
    const headers = { 'x-integration-id': integrationId }
    const { status, json } = await api.call('GET', `/v1/hris/employees?${query}`, { headers })
    expect(status).toBe(400)
    expect(json).toEqual(envelope('PLATFORM.INPUT_INVALID', logUrl()))
    expect(json.error.message).toContain(sentence)
  })

  test('every issue has its sentence', async () => {
    const headers = { 'x-integration-id': integrationId }
    const { json } = await api.call('GET', '/v1/hris/employees?page_size=0&include_deleted=no', { headers })
    expect(json.error.message).toContain('page_size')
    expect(json.error.message).toContain('include_deleted')
  })

  test('an unknown parameter is ignored', async () => {
    const headers = { 'x-integration-id': integrationId }
    expect((await api.call('GET', '/v1/hris/employees?colour=red', { headers })).status).toBe(200)
  })

  test('a body that is not JSON', async () => {
    const { status, json } = await api.call('POST', '/v1/connect/create-link', { body: '{"end_user_email":' })
    expect(status).toBe(400)
    expect(json.error).toMatchObject({ code: 'PLATFORM.INPUT_INVALID', message: expect.stringContaining('JSON') })
  })

  test('a path that is not percent-encoding', async () => {
    const { status, json } = await api.call('GET', '/v1/integrations/sftp%3')
    expect(status).toBe(400)
    expect(json).toEqual(envelope('PLATFORM.INPUT_INVALID'))
  })
})
