import type { APIGatewayProxyEvent } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { behindFront } from '../../lambdas/runtime/caller-address.ts'
import { lambdaContext } from '../../local/lambda-context.ts'
import { matchRoute } from '../../local/match-route.ts'
import { proxyEvent } from '../../local/proxy-event.ts'
import { requestOf } from '../fakes/request-of.ts'

const secret = 'what CloudFront alone knows'

const addressSeen = async (headers: Readonly<Record<string, string>>): Promise<string | undefined> => {
  const route = matchRoute('GET', '/v1/check-api-key')
  if (!route) throw new Error('no such path')
  const seen: APIGatewayProxyEvent[] = []
  const handler = behindFront(secret, async (event) => {
    seen.push(event)
    return { statusCode: 200, body: '' }
  })
  const event = proxyEvent(requestOf({}), route, new URLSearchParams(), Buffer.from(''))
  await handler({ ...event, headers: { ...headers } }, lambdaContext('api', 3))
  return seen[0]?.requestContext.identity.sourceIp
}

describe('the address of a caller', () => {
  test('is the one that CloudFront tells', async () => {
    expect(await addressSeen({ 'X-Origin-Secret': secret, 'x-caller-address': '203.0.113.7' })).toBe('203.0.113.7')
    expect(await addressSeen({ 'x-origin-secret': secret, 'x-caller-address': '2001:db8::1' })).toBe('2001:db8::1')
  })

  test.each([
    ['without the secret', { 'x-caller-address': '203.0.113.7' }],
    ['with a wrong secret', { 'x-origin-secret': 'a guess', 'x-caller-address': '203.0.113.7' }],
    ['with an empty secret', { 'x-origin-secret': '', 'x-caller-address': '203.0.113.7' }],
    ['in the header that proxies use', { 'x-origin-secret': secret, 'x-forwarded-for': '203.0.113.7' }],
  ])('is the one that the gateway sees, whatever somebody says %s', async (_, headers) => {
    expect(await addressSeen(headers)).toBe('127.0.0.1')
  })
})
