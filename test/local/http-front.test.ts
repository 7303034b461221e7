import { request } from 'node:http'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { afterEach, describe, expect, test } from 'vitest'
import { type HttpFront, startHttpFront } from '../../local/http-front.ts'

let front: HttpFront | undefined

afterEach(async () => {
  await front?.close()
})

const start = async (isHealthy = () => true) => {
  const events: { name: string; event: APIGatewayProxyEvent }[] = []
  const answering = (name: string) => async (event: APIGatewayProxyEvent) => {
    events.push({ name, event })
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
  }
  front = await startHttpFront({
    port: 0,
    functions: { api: answering('api'), connect: answering('connect'), docs: answering('docs') },
    isHealthy,
    fallback: async ({ url }, response) => {
      if (url !== '/page') return false
      response.end('a page')
      return true
    },
  })
  return { url: front.url, events }
}

const envelope = (code: string) => ({
  status: 'error',
  error: { code, title: expect.any(String), message: expect.any(String), log_url: null },
})

test('a request becomes the event that the REST API makes of it', async () => {
  const { url, events } = await start()
  await fetch(`${url}/v1/integrations/sftp%3Aabc?a=1&b=x%20y&a=2`, { method: 'DELETE', body: '{}' })
  expect(events).toHaveLength(1)
  expect(events[0]?.name).toBe('api')
  expect(events[0]?.event).toMatchObject({
    resource: '/v1/integrations/{integration_id}',
    path: '/v1/integrations/sftp%3Aabc',
    httpMethod: 'DELETE',
    pathParameters: { integration_id: 'sftp%3Aabc' },
    queryStringParameters: { a: '2', b: 'x y' },
    multiValueQueryStringParameters: { a: ['1', '2'], b: ['x y'] },
    body: '{}',
    isBase64Encoded: false,
  })
})

test('a request without query and body has null for them', async () => {
  const { url, events } = await start()
  await fetch(`${url}/flow/connection`)
  expect(events[0]?.name).toBe('connect')
  expect(events[0]?.event).toMatchObject({ queryStringParameters: null, pathParameters: null, body: null })
})

test('a spelled-out path wins over one with a parameter', async () => {
  const { url, events } = await start()
  await fetch(`${url}/v1/hris/employees/form`, { method: 'POST' })
  await fetch(`${url}/v1/hris/employees/form/documents`, { method: 'POST' })
  expect(events.map(({ event }) => event.resource)).toEqual([
    '/v1/hris/employees/form',
    '/v1/hris/employees/{employee_id}/documents',
  ])
})

describe("the gateway's own answers carry the envelope", () => {
  test.each(['/nowhere', '/v1/hris', '/v1/integrations/', '/'])('for %s, which no route claims', async (path) => {
    const { url } = await start()
    const response = await fetch(url + path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual(envelope('PLATFORM.INPUT_INVALID'))
  })

  test('for a body that is too large', async () => {
    const { url, events } = await start()
    const response = await fetch(`${url}/v1/connect/create-link`, {
      method: 'POST',
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual(envelope('PLATFORM.INPUT_INVALID'))
    expect(events).toEqual([])
  })
})

test('the fallback answers what no route claims', async () => {
  const { url } = await start()
  expect(await (await fetch(`${url}/page`)).text()).toBe('a page')
})

test('healthz says whether everything accepts work', async () => {
  let healthy = false
  const { url } = await start(() => healthy)
  expect((await fetch(`${url}/healthz`)).status).toBe(503)
  healthy = true
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('a client that goes away in the middle of its body harms nobody', async () => {
  const { url, events } = await start()
  await new Promise<void>((resolve) => {
    const broken = request(`${url}/v1/force-sync`, { method: 'POST', headers: { 'content-length': '100' } })
    broken.on('error', () => resolve())
    broken.write('{', () => broken.destroy(new Error('gone')))
  })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(events).toEqual([])
})
