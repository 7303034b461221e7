import { expect, test } from 'vitest'
import { apiUnderTest } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

const api = await apiUnderTest()

test('what a customer does in the flow is in the audit log of the integration, by the link that let them in', async () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme', enable_filtering: true }
  const { json } = await api.call('POST', '/v1/connect/create-link', { body: wish })
  const flow = await openFlow(api, json.data.link)
  const { integration_id: id } = (await flow.connect([publicKey()])).json.data
  await flow.look()
  await flow.connect(['no key'])
  await flow.confirm('filtering')
  await flow.finish()
  const path = `/manage/integrations/${encodeURIComponent(id)}/audit`
  const { results } = (await api.call('GET', path)).json.data
  const who = { kind: 'customer', id: expect.any(String), name: 'hr@acme.example' }
  expect(results.toReversed()).toMatchObject([
    { action: 'flow.connected', who, integration_id: id, subject: {} },
    { action: 'flow.step-confirmed', who, subject: { step: 'filtering' } },
    { action: 'flow.finished', who },
  ])
  expect(JSON.stringify(results)).not.toContain('activation')
})
