import { describe, expect, test } from 'vitest'
import { createConnect } from '../../lambdas/connect/connect.ts'
import { startHttpFront } from '../../local/http-front.ts'
import { apiUnderTest } from './api-under-test.ts'
import { bare, openFlow, publicKey } from './flow.ts'

const api = await apiUnderTest()

/** The flow on a front of its own, where something happens in the middle of the making of a user. */
const flowWith = async (put: (user: { name: string; publicKeys: readonly string[] }) => Promise<void>) => {
  const ports = { ...api.flowPorts, sftpUsers: { ...api.ports.sftpUsers, put } }
  const connect = createConnect(ports, () => undefined)
  const front = await startHttpFront({ port: 0, functions: { ...api.functions, connect }, isHealthy: () => true })
  const call: typeof api.call = async (method, path, { body, headers = {} } = {}) => {
    const response = await fetch(front.url + path, { method, headers, body: JSON.stringify(body) ?? null })
    return { status: response.status, headers: response.headers, json: await response.json() }
  }
  const { data } = await api.sdk().connect.createConnectionLink({
    end_user_email: 'hr@acme.example',
    end_user_organization_name: 'Acme',
  })
  return { flow: await openFlow({ ...api, call }, data.link), close: () => front.close() }
}

const remove = (name: string) => api.sdk().general.deleteIntegration({ integration_id: `sftp:${name}`, body: {} })

describe('an integration that is deleted while its customer connects', () => {
  test('keeps no login when the deletion found no user to remove', async () => {
    const names: string[] = []
    const { flow, close } = await flowWith(async (user) => {
      names.push(user.name)
      await remove(user.name)
      await api.ports.sftpUsers.put(user)
    })
    const { status, json } = await flow.connect([publicKey()])
    expect([status, json.error.message]).toEqual([401, expect.stringContaining('new link')])
    expect(names).toHaveLength(1)
    expect(api.users.has(names[0] ?? '')).toBe(false)
    await close()
  })

  test('keeps no login either when the making of the user failed half-way', async () => {
    const names: string[] = []
    const { flow, close } = await flowWith(async (user) => {
      names.push(user.name)
      await remove(user.name)
      await api.ports.sftpUsers.put(user)
      throw new Error('the answer was lost')
    })
    expect((await flow.connect([publicKey()])).status).toBe(401)
    expect(api.users.has(names[0] ?? '')).toBe(false)
    await close()
  })
})

test('a user that could not be made is no success, and the next try makes it', async () => {
  let isDown = true
  const { flow, close } = await flowWith(async (user) => {
    if (isDown) throw new Error('down')
    await api.ports.sftpUsers.put(user)
  })
  const key = publicKey()
  expect((await flow.connect([key])).status).toBe(500)
  isDown = false
  const { json } = await flow.connect([key])
  expect(api.users.get(json.data.username)).toEqual([bare(key)])
  await close()
})
