import { beforeAll, expect, test } from 'vitest'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await apiUnderTest()
})

test('whoever has only a link does not decide about held removals, whoever may', async () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }
  const flow = await openFlow(api, (await api.sdk().connect.createConnectionLink(wish)).data.link)
  const { json } = await flow.connect([publicKey()])
  const id = encodeURIComponent(String(json.data.integration_id))
  for (const removals_approver of ['vendor', 'customer']) {
    await api.call('PATCH', `/manage/integrations/${id}`, { body: { removals_approver } })
    expect((await flow.call('GET', '/flow/connection')).json.data.removals_approver).toBe(removals_approver)
    const list = await flow.call('GET', '/flow/held')
    const body = { set: 'any', reason: 'Left' }
    const approve = await flow.call('POST', '/flow/held/employees/approve', body)
    expect([list, approve].map(({ json: { error } }) => error.code)).toEqual(Array(2).fill('FLOW.NOT_PERMITTED'))
  }
})
