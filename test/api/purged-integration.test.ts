import { expect, test } from 'vitest'
import { integrationKey } from '#core/control/keys.ts'
import { apiUnderTest } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

const api = await apiUnderTest()

test('a link makes its integration once: when that is gone for good, it is not made again under its id', async () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme', link_type: 'MAGIC_LINK' }
  const { json } = await api.call('POST', '/v1/connect/create-link', { body: wish })
  const flow = await openFlow(api, json.data.link)
  const made = await flow.connect([publicKey()])
  const id = made.json.data.integration_id
  expect((await flow.connect([publicKey()])).json.data.integration_id).toBe(id)
  await api.call('DELETE', `/v1/integrations/${encodeURIComponent(id)}`)
  await api.control.remove(integrationKey(id))
  const again = await flow.connect([publicKey()])
  expect(again.json.status).toBe('error')
  expect(await api.control.get(integrationKey(id))).toBeUndefined()
  expect(api.users.size).toBe(0)
})
