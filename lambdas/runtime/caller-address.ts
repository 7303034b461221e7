import type { APIGatewayProxyEvent } from 'aws-lambda'
import { frontHeaders } from '#core/deployment/front-headers.ts'
import type { HttpHandler } from './http.ts'
import { constantTimeEqual } from './system.ts'

const headerOf = ({ headers }: APIGatewayProxyEvent, name: string): string | undefined =>
  Object.entries(headers ?? {}).find(([given]) => given.toLowerCase() === name)?.[1]

const callerOf = (event: APIGatewayProxyEvent, secret: string): string | undefined => {
  const proof = headerOf(event, frontHeaders.secret) ?? ''
  return constantTimeEqual(proof, secret) ? headerOf(event, frontHeaders.callerAddress) : undefined
}

/**
 * Lets a function see who called, not through whom: behind CloudFront the gateway only knows CloudFront's address. What is said of the
 * caller is believed of CloudFront alone, which proves itself by the secret; whoever comes without it is who the gateway says.
 */
export const behindFront =
  (secret: string, handler: HttpHandler): HttpHandler =>
  (event, context) => {
    const sourceIp = callerOf(event, secret)
    if (sourceIp === undefined) return handler(event, context)
    const { requestContext } = event
    const identity = { ...requestContext.identity, sourceIp }
    return handler({ ...event, requestContext: { ...requestContext, identity } }, context)
  }
