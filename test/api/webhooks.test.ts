import { describe, expect, it } from 'vitest'
import { endpointKey } from '#core/control/keys.ts'
import { webhookPost } from '../../lambdas/adapters/webhook-post.ts'
import { createApi } from '../../lambdas/api/api.ts'
import { deliverHandler } from '../../lambdas/deliver/deliver-handler.ts'
import { lambdaContext } from '../../local/lambda-context.ts'
import { answering, startReceiver } from '../deliver/receiver.ts'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()
const hour = 3_600_000
const url = 'https://app.example.com/hooks'

const create = async (body: object) =>
  (await api.call('POST', '/manage/webhooks', { body: { url, ...body } })).json.data

const request = (method: string, path: string, body: unknown = {}) => api.call(method, path, { body })

/** Handles the messages of the webhook queue, as the deliver function would. */
const deliver = deliverHandler({
  ...api.ports,
  webhookQueue: { ...api.ports.webhookQueue, changeVisibility: async () => undefined },
  post: webhookPost({ allowsLocal: true, timeoutMs: 2_000 }),
  log: () => undefined,
})
const deliverAll = async () => {
  for (const { body, groupId } of api.told.splice(0)) {
    const attributes = {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'tests',
      ApproximateFirstReceiveTimestamp: '0',
      MessageGroupId: groupId ?? '',
    }
    const source = {
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn',
      awsRegion: 'eu',
    }
    const record = { messageId: '1', receiptHandle: '1', body, attributes, ...source }
    await deliver({ Records: [record] }, { getRemainingTimeInMillis: () => 30_000 })
  }
}

describe('a webhook endpoint', () => {
  it('shows its secret when it is made, and never again', async () => {
    const made = await create({ description: ' Our app ', events: ['data-changed', 'sync-held'] })
    expect(made).toMatchObject({
      url,
      description: 'Our app',
      events: ['data-changed', 'sync-held'],
      enabled: true,
      previous_secret_valid_until: null,
    })
    expect(made.secret).toMatch(/^[1-9A-HJ-NP-Za-km-z]{44}$/)
    const { secret, ...shown } = made
    expect((await api.call('GET', `/manage/webhooks/${made.id}`)).json.data).toEqual(shown)
    expect((await api.call('GET', '/manage/webhooks')).json.data.results).toContainEqual(shown)
    const stored = await api.control.get(endpointKey(made.id))
    expect(JSON.stringify(stored)).not.toContain(secret)
  })

  it('has another secret than any other', async () => {
    const [one, other] = [await create({}), await create({})]
    expect(one.secret).not.toBe(other.secret)
  })

  it('keeps what a change leaves out', async () => {
    const { id } = await create({ description: 'before', events: ['sync-finished'] })
    const changed = await request('PATCH', `/manage/webhooks/${id}`, { enabled: false })
    expect(changed.json.data).toMatchObject({ url, description: 'before', events: ['sync-finished'], enabled: false })
    const wide = await request('PATCH', `/manage/webhooks/${id}`, { events: null, url: `${url}/2` })
    expect(wide.json.data).toMatchObject({ url: `${url}/2`, description: 'before', events: null, enabled: false })
  })

  it('gets a new secret, and the one before stays valid for as long as is said', async () => {
    const made = await create({})
    const path = `/manage/webhooks/${made.id}/rotate-secret`
    const rotated = (await request('POST', path, { previous_valid_hours: 2 })).json.data
    expect(rotated.secret).not.toBe(made.secret)
    const until = Date.parse(rotated.previous_secret_valid_until)
    expect(Math.abs(until - api.system.clock() - 2 * hour)).toBeLessThan(60_000)
    const later = (await request('POST', path)).json.data
    expect(new Set([made.secret, rotated.secret, later.secret]).size).toBe(3)
  })

  it('that is removed is unknown from then on', async () => {
    const { id } = await create({})
    expect((await request('DELETE', `/manage/webhooks/${id}`)).status).toBe(200)
    const { json } = await api.call('GET', '/manage/webhooks')
    expect(json.data.results.map((each: { id: string }) => each.id)).not.toContain(id)
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/rotate-secret'],
      ['POST', '/test'],
      ['GET', '/deliveries'],
      ['GET', '/deliveries/x'],
      ['POST', '/deliveries/x/redeliver'],
    ] as const) {
      const answer = await api.call(method, `/manage/webhooks/${id}${path}`, method === 'GET' ? {} : { body: {} })
      expect([answer.status, answer.json.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
    }
  })

  it.each([
    ['app.example.com', 'is not an address'],
    ['ftp://app.example.com', 'does not begin with https://'],
    ['https://user:pass@app.example.com', 'Check the signature instead'],
    ['https://app.example.com/#part', 'never sent'],
    ['https://10.0.0.1/', 'is not an address on the internet'],
    ['https://169.254.169.254/latest', 'is not an address on the internet'],
    ['https://[fd00:ec2::254]/', 'is not an address on the internet'],
  ])('cannot have the address %s', async (bad, why) => {
    const made = await request('POST', '/manage/webhooks', { url: bad })
    expect([made.status, made.json.error.message]).toEqual([400, expect.stringContaining(why)])
    const { id } = await create({})
    expect((await request('PATCH', `/manage/webhooks/${id}`, { url: bad })).status).toBe(400)
  })

  it.each([{ events: ['nonsense'] }, { events: [] }, { enabled: 'yes' }, { url: 5 }])(
    'is not made from %j',
    async (body) => {
      expect((await request('POST', '/manage/webhooks', { url, ...body })).status).toBe(400)
    },
  )

  it('may be on this machine and without TLS only where a setting says so', async () => {
    const strict = createApi({ ...api.ports, allowsLocalWebhooks: false }, () => undefined)
    const context = lambdaContext('api', 29)
    const ask = async (wish: string) => {
      const event = Object.assign(Object.create(null), {
        httpMethod: 'POST',
        path: '/manage/webhooks',
        headers: { authorization: `Bearer ${api.apiKey}` },
        body: JSON.stringify({ url: wish }),
        requestContext: { requestId: 'r', identity: { sourceIp: '127.0.0.1' } },
      })
      return (await strict(event, context)).statusCode
    }
    expect(await ask('http://127.0.0.1:4000/hooks')).toBe(400)
    expect(await ask('http://app.example.com/hooks')).toBe(400)
    expect(await ask('https://127.0.0.1/hooks')).toBe(400)
    expect(await ask(url)).toBe(200)
    expect((await request('POST', '/manage/webhooks', { url: 'http://127.0.0.1:4000/hooks' })).status).toBe(200)
  })
})

describe('deliveries', () => {
  it('of a test are listed with what was sent and answered', async () => {
    const app = await startReceiver(answering(200, 'ok'))
    const { id } = await create({ url: app.url, events: ['data-changed'] })
    const sent = (await request('POST', `/manage/webhooks/${id}/test`, { type: 'sync-finished' })).json.data
    expect(sent).toMatchObject({ state: 'PENDING', event_type: 'sync-finished', integration_id: null, attempts: [] })
    await deliverAll()
    expect(app.payloads()).toMatchObject([{ type: 'sync-finished', data: { sync_state: 'SUCCEEDED' } }])
    const [listed] = (await api.call('GET', `/manage/webhooks/${id}/deliveries`)).json.data.results
    expect(listed).toMatchObject({
      id: sent.id,
      state: 'SUCCEEDED',
      body: app.received[0]?.bytes.toString(),
      attempts: [{ url: app.url, status: 200, response: 'ok', error: null }],
    })
    expect((await api.call('GET', `/manage/webhooks/${id}/deliveries/${sent.id}`)).json.data).toEqual(listed)
  })

  it('that ended are sent once more when somebody asks for it, with the same body under the same event id', async () => {
    const app = await startReceiver()
    const { id } = await create({ url: app.url })
    const { id: deliveryId } = (await request('POST', `/manage/webhooks/${id}/test`)).json.data
    await deliverAll()
    const path = `/manage/webhooks/${id}/deliveries/${deliveryId}`
    expect((await request('POST', `${path}/redeliver`)).json.data).toMatchObject({ state: 'PENDING' })
    await deliverAll()
    expect(app.received).toHaveLength(2)
    expect(app.received[1]?.bytes).toEqual(app.received[0]?.bytes)
    const { state, attempts } = (await api.call('GET', path)).json.data
    expect([state, attempts.length]).toEqual(['SUCCEEDED', 2])
  })

  it('that will be tried again by themselves are not sent once more', async () => {
    const app = await startReceiver(answering(500, 'not now'))
    const { id } = await create({ url: app.url })
    const { id: deliveryId } = (await request('POST', `/manage/webhooks/${id}/test`)).json.data
    await deliverAll()
    const { status, json } = await request('POST', `/manage/webhooks/${id}/deliveries/${deliveryId}/redeliver`)
    expect([status, json.error.message]).toEqual([400, expect.stringContaining('next_attempt_at')])
  })

  it('say why no answer came', async () => {
    const app = await startReceiver()
    const { id } = await create({ url: app.url })
    await request('PATCH', `/manage/webhooks/${id}`, { url: 'http://127.0.0.1:1/' })
    const { id: deliveryId } = (await request('POST', `/manage/webhooks/${id}/test`)).json.data
    await deliverAll()
    const { attempts } = (await api.call('GET', `/manage/webhooks/${id}/deliveries/${deliveryId}`)).json.data
    expect(attempts).toMatchObject([{ status: null, response: null, error: { code: 'CONNECTION_FAILED' } }])
  })

  it('of one endpoint are not those of another', async () => {
    const [one, other] = [await create({}), await create({})]
    const { id: deliveryId } = (await request('POST', `/manage/webhooks/${one.id}/test`)).json.data
    expect((await api.call('GET', `/manage/webhooks/${other.id}/deliveries/${deliveryId}`)).status).toBe(400)
    expect((await api.call('GET', `/manage/webhooks/${other.id}/deliveries`)).json.data.results).toEqual([])
    api.told.length = 0
  })
})

describe('what the API tells', () => {
  const types = () => api.told.splice(0).map(({ body }) => JSON.parse(body).event.type)

  it('is that an integration is deleted, again if the request is repeated', async () => {
    const { id } = await api.makeIntegration()
    const path = `/v1/integrations/${encodeURIComponent(id)}`
    await request('DELETE', path)
    await request('DELETE', path)
    const events = api.told.splice(0).map(({ body }) => JSON.parse(body).event)
    expect(events).toHaveLength(2)
    expect(events[1]).toEqual(events[0])
    expect(events[0]).toMatchObject({ type: 'integration-deleted', integrationId: id })
  })

  it('is that an integration is turned off and on', async () => {
    const { id } = await api.makeIntegration()
    await request('PUT', `/v1/integrations/${encodeURIComponent(id)}/enabled`, { value: false })
    await request('PUT', `/v1/integrations/${encodeURIComponent(id)}/enabled`, { value: true })
    expect(types()).toEqual(['integration-state-changed', 'integration-state-changed'])
  })
})
