import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiUnderTest, apiUnderTest } from '../api/api-under-test.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const long = 'a'.repeat(3_000)
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

describe('what is longer than any key of a table is unknown, not a failure of ours:', () => {
  test('an API key', async () => {
    expect((await api.call('GET', '/v1/check-api-key', bearer(`rp_${long}_${long}`))).status).toBe(401)
  })

  test('a session', async () => {
    expect((await api.call('GET', '/flow/connection', bearer(`${long}.${long}`))).status).toBe(401)
  })

  test('an integration', async () => {
    const headers = { 'x-integration-id': `sftp:${long}` }
    expect((await api.call('GET', '/v1/hris/employees', { headers })).status).toBe(404)
    expect((await api.call('DELETE', `/v1/integrations/sftp%3A${long}`)).status).toBe(404)
  })

  test.each(['employees?ids', 'timesheets?employee_id'])('the id in %s', async (filter) => {
    const { id } = await api.makeIntegration()
    const { status, json } = await api.call('GET', `/v1/hris/${filter}=${long}`, {
      headers: { 'x-integration-id': id },
    })
    expect([status, json.data?.results]).toEqual([200, []])
  })
})
