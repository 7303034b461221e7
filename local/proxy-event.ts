import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { MatchedRoute } from './match-route.ts'

type EventHeaders = Pick<APIGatewayProxyEvent, 'headers' | 'multiValueHeaders'>
type EventQuery = Pick<APIGatewayProxyEvent, 'queryStringParameters' | 'multiValueQueryStringParameters'>

const headersOf = ({ headersDistinct }: IncomingMessage): EventHeaders => ({
  headers: Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, values?.at(-1)])),
  multiValueHeaders: { ...headersDistinct },
})

const queryOf = (query: URLSearchParams): EventQuery => {
  if (query.size === 0) return { queryStringParameters: null, multiValueQueryStringParameters: null }
  const names = [...new Set(query.keys())]
  return {
    queryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name).at(-1)])),
    multiValueQueryStringParameters: Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
  }
}

const noIdentity: APIGatewayProxyEvent['requestContext']['identity'] = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '127.0.0.1',
  user: null,
  userAgent: null,
  userArn: null,
}

const contextOf = ({ method, template, path }: MatchedRoute): APIGatewayProxyEvent['requestContext'] => ({
  accountId: '000000000000',
  apiId: 'laptop',
  authorizer: undefined,
  protocol: 'HTTP/1.1',
  httpMethod: method,
  identity: noIdentity,
  path,
  stage: 'laptop',
  requestId: randomUUID(),
  requestTimeEpoch: Date.now(),
  resourceId: template,
  resourcePath: template,
})

/** The event that the REST API makes of a request: path parameters as they were sent, query parameters decoded. */
export const proxyEvent = (
  request: IncomingMessage,
  route: MatchedRoute,
  query: URLSearchParams,
  body: Buffer,
): APIGatewayProxyEvent => ({
  resource: route.template,
  path: route.path,
  httpMethod: route.method,
  ...headersOf(request),
  ...queryOf(query),
  pathParameters: Object.keys(route.parameters).length > 0 ? { ...route.parameters } : null,
  stageVariables: null,
  requestContext: contextOf(route),
  body: body.length > 0 ? body.toString('utf8') : null,
  isBase64Encoded: false,
})
