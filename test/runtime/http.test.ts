import { describe, expect, test } from 'vitest'
import { success } from '#core/api/answer.ts'
import type { ApiRequest, Endpoints } from '#core/api/endpoint.ts'
import { gatewayErrorBody, gatewayErrors } from '#core/api/gateway-errors.ts'
import { flowRoutes } from '#core/deployment/flow-routes.ts'
import { httpHandler } from '../../lambdas/runtime/http.ts'
import type { LogEvent, LogFields } from '../../lambdas/runtime/log.ts'
import { lambdaContext } from '../../local/lambda-context.ts'
import { matchRoute } from '../../local/match-route.ts'
import { proxyEvent } from '../../local/proxy-event.ts'
import { requestOf } from '../fakes/request-of.ts'

const never = () => new Promise<never>(() => undefined)

const underTest = (finish: (request: ApiRequest) => Promise<ReturnType<typeof success>>) => {
  const logged: { event: LogEvent; fields: LogFields }[] = []
  const all = flowRoutes.map(({ method, path }) => [`${method} ${path}`, async () => success({})])
  const endpoints = { ...Object.fromEntries(all), 'POST /flow/finish': finish } as Endpoints<'connect'>
  const log = (event: LogEvent, fields: LogFields = {}) => {
    logged.push({ event, fields })
  }
  const handler = httpHandler('connect', endpoints, { log })
  return { handler, logged }
}

const event = (path = '/flow/finish', query = '', body = '') => {
  const route = matchRoute('POST', path) ?? {
    function: 'connect',
    method: 'POST',
    template: path,
    path,
    parameters: {},
  }
  return proxyEvent(requestOf({ 'X-Custom': 'value' }), route, new URLSearchParams(query), Buffer.from(body))
}

test('an endpoint sees headers by lower-case name, joined query values and the body', async () => {
  const seen: ApiRequest[] = []
  const { handler } = underTest(async (request) => {
    seen.push(request)
    return success({ done: true })
  })
  const result = await handler(
    event('/flow/finish', 'ids=a%2Cb&ids=c&q=%C3%BC', '{"a":1}'),
    lambdaContext('connect', 3),
  )
  expect(result).toEqual({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"status":"success","data":{"done":true}}',
  })
  expect(seen[0]).toMatchObject({ headers: { 'x-custom': 'value' }, query: { ids: 'a,b,c', q: 'ü' }, body: '{"a":1}' })
})

test('a base64 body is decoded', async () => {
  const seen: ApiRequest[] = []
  const { handler } = underTest(async (request) => {
    seen.push(request)
    return success({})
  })
  const body = Buffer.from('{"name":"Müller"}').toString('base64')
  await handler({ ...event(), body, isBase64Encoded: true }, lambdaContext('connect', 3))
  expect(seen[0]?.body).toBe('{"name":"Müller"}')
})

describe('something thrown', () => {
  test('is an envelope that leaks nothing, and one log entry with the request id', async () => {
    const { handler, logged } = underTest(async () => {
      throw new Error('could not read Erika Mustermann')
    })
    const request = event()
    const { statusCode, body } = await handler(request, lambdaContext('connect', 3))
    const { requestId } = request.requestContext
    expect(statusCode).toBe(500)
    expect(JSON.parse(body)).toEqual({
      status: 'error',
      error: {
        code: 'PLATFORM.UNKNOWN_ERROR',
        title: expect.any(String),
        message: expect.stringContaining(requestId),
        log_url: null,
      },
    })
    expect(logged).toMatchObject([{ event: 'REQUEST_FAILED', fields: { requestId, error: 'Error' } }])
    expect(JSON.stringify({ body, logged })).not.toContain('Erika')
  })

  test('that is no error is one all the same', async () => {
    const { handler } = underTest(() => Promise.reject('a text'))
    expect((await handler(event(), lambdaContext('connect', 3))).statusCode).toBe(500)
  })
})

test('what takes too long is answered before the function is cut off', async () => {
  const { handler, logged } = underTest(never)
  const { statusCode, body } = await handler(event(), lambdaContext('connect', 0.5))
  expect(statusCode).toBe(504)
  expect(JSON.parse(body).error.code).toBe('PLATFORM.TASK_TIMED_OUT')
  expect(logged).toMatchObject([{ event: 'REQUEST_TIMED_OUT' }])
})

test('what is no route is answered as the gateway would, and logged without its path', async () => {
  const { handler, logged } = underTest(async () => success({}))
  for (const path of ['/flow/nothing', '/v1/check-api-key']) {
    const { statusCode, body } = await handler(event(path), lambdaContext('connect', 3))
    expect({ statusCode, body }).toEqual({
      statusCode: 404,
      body: gatewayErrorBody(gatewayErrors.MISSING_AUTHENTICATION_TOKEN),
    })
  }
  expect(logged.map(({ fields }) => fields.route)).toEqual([null, null])
})

test('the parts of a path are named by its route, and not by the folder that the gateway knows', async () => {
  const seen: ApiRequest[] = []
  const all = flowRoutes.map(({ method, path }) => [`${method} ${path}`, async () => success({})])
  const see = async (request: ApiRequest) => {
    seen.push(request)
    return success({})
  }
  const endpoints = { ...Object.fromEntries(all), 'POST /flow/steps/{step}/confirm': see } as Endpoints<'connect'>
  const handler = httpHandler('connect', endpoints, { log: () => undefined })
  await handler(event('/flow/steps/a%2Fb/confirm'), lambdaContext('connect', 3))
  expect(seen[0]?.path).toEqual({ step: 'a/b' })
})
