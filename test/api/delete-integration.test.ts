import { describe, expect, it } from 'vitest'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { integrationEndpoints } from '../../lambdas/api/integrations.ts'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()
const path = (id: string) => `/v1/integrations/${encodeURIComponent(id)}`

const requestFor = (id: string): ApiRequest => ({
  path: { integration_id: id },
  query: {},
  headers: {},
  body: '{}',
  address: '127.0.0.1',
  caller: null,
})

describe('deleting an integration', () => {
  it('answers an empty object, takes its SFTP user away and makes it unknown at once', async () => {
    const { id, sftpUser } = await api.makeIntegration()
    api.users.set(sftpUser, ['key'])
    expect((await api.call('DELETE', path(id), { body: {} })).json).toEqual({ status: 'success', data: {} })
    expect(api.users.has(sftpUser)).toBe(false)
    for (const method of ['GET', 'DELETE']) {
      const { status, json } = await api.call(method, path(id), method === 'GET' ? {} : { body: {} })
      expect([status, json.error.code]).toEqual([404, 'PLATFORM.INTEGRATION_NOT_FOUND'])
    }
  })

  it('takes the user away at the next try when the first one failed after nobody could read any more', async () => {
    const { id, sftpUser } = await api.makeIntegration()
    api.users.set(sftpUser, ['key'])
    const broken = { ...api.ports, sftpUsers: { remove: () => Promise.reject(new Error('down')) } }
    const remove = integrationEndpoints(broken)['DELETE /v1/integrations/{integration_id}']
    await expect(remove(requestFor(id))).rejects.toThrow('down')
    expect((await api.call('GET', path(id))).status).toBe(404)
    await api.call('DELETE', path(id), { body: {} })
    expect(api.users.has(sftpUser)).toBe(false)
  })

  it('touches nobody when there is no such integration', async () => {
    api.users.set('bystander', ['key'])
    expect((await api.call('DELETE', path('sftp:unknown'), { body: {} })).status).toBe(404)
    expect(api.users.has('bystander')).toBe(true)
  })
})
