import { expect, test } from 'vitest'
import { parseRequest } from '../../lambdas/runtime/http-request.ts'
import { matchRoute } from '../../local/match-route.ts'
import { proxyEvent } from '../../local/proxy-event.ts'
import { requestOf } from '../fakes/request-of.ts'

const eventOf = (file: string) => {
  const route = matchRoute('GET', `/docs/${file}`)
  if (!route) throw new Error('no such path')
  return proxyEvent(requestOf({}), route, new URLSearchParams(), Buffer.from(''))
}

test('a path parameter is decoded exactly once', () => {
  expect(parseRequest(eventOf('sftp%3Aabc'))?.path).toEqual({ file: 'sftp:abc' })
  expect(parseRequest(eventOf('a%252Fb%2F'))?.path).toEqual({ file: 'a%2Fb/' })
})

test('a path parameter that is not percent-encoding makes no request', () => {
  expect(parseRequest(eventOf('100%'))).toBeUndefined()
})
