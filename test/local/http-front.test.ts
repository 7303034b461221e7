import { request } from 'node:http'
import { connect } from 'node:net'
import consumers from 'node:stream/consumers'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { afterEach, describe, expect, test } from 'vitest'
import { pathAtApi } from '#core/deployment/dashboard-front.ts'
import type { HttpHandler } from '../../lambdas/runtime/http.ts'
import { type HttpFront, type HttpFrontOptions, startHttpFront } from '../../local/http-front.ts'

let front: HttpFront | undefined

afterEach(async () => {
  await front?.close()
})

const start = async (isHealthy = () => true, options: Pick<HttpFrontOptions, 'pathAtApi'> = {}) => {
  const events: { name: string; event: APIGatewayProxyEvent }[] = []
  const answering = (name: string) => async (event: APIGatewayProxyEvent) => {
    events.push({ name, event })
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
  }
  front = await startHttpFront({
    ...options,
    port: 0,
    functions: {
      api: answering('api'),
      connect: answering('connect'),
      docs: answering('docs'),
      pages: answering('pages'),
    },
    isHealthy,
    fallback: async ({ url }, response) => {
      if (url !== '/elsewhere') return false
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
    resource: '/v1/{proxy+}',
    path: '/v1/integrations/sftp%3Aabc',
    httpMethod: 'DELETE',
    pathParameters: { proxy: 'integrations/sftp%3Aabc' },
    queryStringParameters: { a: '2', b: 'x y' },
    multiValueQueryStringParameters: { a: ['1', '2'], b: ['x y'] },
    body: '{}',
    isBase64Encoded: false,
  })
})

test('a request without query and body has null for them', async () => {
  const { url, events } = await start()
  await fetch(`${url}/docs`)
  expect(events[0]?.name).toBe('docs')
  expect(events[0]?.event).toMatchObject({ queryStringParameters: null, pathParameters: null, body: null })
})

test('a document is asked for by its own path, and read with GET only', async () => {
  const { url, events } = await start()
  await fetch(`${url}/docs/swagger-ui.css`)
  expect((await fetch(`${url}/docs`, { method: 'POST' })).status).toBe(404)
  expect(events.map(({ event }) => [event.resource, event.pathParameters])).toEqual([
    ['/docs/{file}', { file: 'swagger-ui.css' }],
  ])
})

test('the front of the dashboard gives its document for every address that is not the API’s', async () => {
  const { url, events } = await start(() => true, { pathAtApi })
  for (const path of ['/', '/integrations/sftp%3Aabc/files?tab=1', '/signed-in?code=x', '/assets/a.js', '/manage/me'])
    await fetch(url + path)
  expect(events.map(({ name, event }) => `${name} ${event.path}`)).toEqual([
    'pages /dashboard',
    'pages /dashboard',
    'pages /dashboard',
    'pages /assets/a.js',
    'api /manage/me',
  ])
  expect((await fetch(`${url}/integrations`, { method: 'POST' })).status).toBe(404)
})

describe("the gateway's own answers carry the envelope", () => {
  test.each(['/nowhere', '/v1', '/docs/a/b', '/'])('for %s, which no path claims', async (path) => {
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

  const behind = async (handler: HttpHandler, timeoutMs?: number) => {
    const functions = { api: handler, connect: handler, docs: handler, pages: handler }
    front = await startHttpFront({ port: 0, functions, isHealthy: () => true, ...(timeoutMs ? { timeoutMs } : {}) })
    const response = await fetch(`${front.url}/v1/check-api-key`)
    return { status: response.status, json: await response.json() }
  }

  test('for a function that does not answer in time', async () => {
    const answer = await behind(() => new Promise<never>(() => undefined), 50)
    expect(answer).toEqual({ status: 504, json: envelope('PLATFORM.TASK_TIMED_OUT') })
  })

  test('for a function that fails', async () => {
    const answer = await behind(() => Promise.reject(new Error('broken')))
    expect(answer).toEqual({ status: 500, json: envelope('PLATFORM.UNKNOWN_ERROR') })
  })

  test('for what is no HTTP, or has headers without end', async () => {
    const { url } = await start()
    for (const text of ['HELLO\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(20_000)}\r\n\r\n`]) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
      socket.end(text)
      const [head = '', body = ''] = (await consumers.text(socket)).split('\r\n\r\n')
      expect(head).toMatch(/^HTTP\/1.1 400 .*content-type: application\/json/s)
      expect(JSON.parse(body)).toEqual(envelope('PLATFORM.INPUT_INVALID'))
    }
  })
})

test('the fallback answers what no path claims', async () => {
  const { url } = await start()
  expect(await (await fetch(`${url}/elsewhere`)).text()).toBe('a page')
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
