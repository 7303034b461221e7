import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { ApiRequest } from '#core/api/endpoint.ts'

type Pairs = Readonly<Record<string, string>>

const decoded = (parameters: Readonly<Record<string, string | undefined>>): Pairs | undefined => {
  try {
    return Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value ?? '')]),
    )
  } catch {
    return undefined
  }
}

const joined = (values: Readonly<Record<string, readonly string[] | undefined>>): Pairs =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, (all ?? []).join(',')]))

const lowerCased = (headers: Readonly<Record<string, string | undefined>>): Pairs =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value ?? '']))

const bodyText = ({ body, isBase64Encoded }: APIGatewayProxyEvent): string | undefined =>
  body === null ? undefined : isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body

/**
 * What an endpoint sees of a REST proxy event; `undefined` when a path parameter is not valid percent-encoding.
 * The gateway decodes query parameters and leaves path parameters as they were sent.
 */
export const parseRequest = (event: APIGatewayProxyEvent): ApiRequest | undefined => {
  const path = decoded(event.pathParameters ?? {})
  return (
    path && {
      path,
      query: joined(event.multiValueQueryStringParameters ?? {}),
      headers: lowerCased(event.headers ?? {}),
      body: bodyText(event),
      address: event.requestContext.identity.sourceIp,
      caller: null,
    }
  )
}
