import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import { type Answer, errorEnvelope, errorStatus, refuse } from '#core/api/answer.ts'
import type { ApiRequest, Endpoints, Guard } from '#core/api/endpoint.ts'
import type { ErrorCode } from '#core/api/errors.ts'
import { routes } from '#core/deployment/routes.ts'
import { errorFields } from './error-fields.ts'
import { parseRequest } from './http-request.ts'
import type { Log } from './log.ts'

export type HttpHandler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>

type Endpoint = (request: ApiRequest) => Promise<Answer<ErrorCode>>

/** What is left to answer with an envelope before the function is cut off. */
const answerBeforeTimeoutMs = 500

const toResult = (answer: Answer<ErrorCode>): APIGatewayProxyResult => ({
  statusCode: answer.kind === 'success' ? 200 : errorStatus(answer.code),
  headers: { 'content-type': 'application/json' },
  body: answer.kind === 'success' ? answer.body : errorEnvelope(answer.code, answer.message),
})

const malformedPath = refuse(
  'PLATFORM.INPUT_INVALID',
  'The address holds a % that is not percent-encoding. Encode path parameters with encodeURIComponent.',
)

const serve =
  (endpoint: Endpoint, route: string, log: Log): HttpHandler =>
  async (event) => {
    const startedAt = Date.now()
    const request = parseRequest(event)
    const answer = request ? await endpoint(request) : malformedPath
    log('REQUEST_SERVED', {
      requestId: event.requestContext.requestId,
      route,
      code: answer.kind === 'success' ? null : answer.code,
      milliseconds: Date.now() - startedAt,
    })
    return toResult(answer)
  }

const failure = (error: unknown, event: APIGatewayProxyEvent, log: Log): APIGatewayProxyResult => {
  const requestId = event.requestContext.requestId
  if (error instanceof Error && error.name === 'TimeoutError') {
    log('REQUEST_TIMED_OUT', { requestId })
    return toResult(
      refuse('PLATFORM.TASK_TIMED_OUT', 'The request took too long. Try again, with a smaller page_size.'),
    )
  }
  log('REQUEST_FAILED', { requestId, ...errorFields(error) })
  return toResult(refuse('PLATFORM.UNKNOWN_ERROR', `Something went wrong on our side. The request is ${requestId}.`))
}

const guarded =
  (guard: Guard, endpoint: Endpoint): Endpoint =>
  async (request) =>
    (await guard(request)) ?? endpoint(request)

const letThrough: Guard = async () => undefined

/** The function behind the routes of `name`: REST proxy events in, always an envelope out. */
export const httpHandler = <Name extends 'api' | 'connect'>(
  name: Name,
  endpoints: Endpoints<Name>,
  { log, guard = letThrough }: { readonly log: Log; readonly guard?: Guard },
): HttpHandler => {
  const byRoute = new Map<string, Endpoint>(Object.entries(endpoints))
  const served = routes.flatMap(({ method, path, function: owner }) => {
    const route = `${method} ${path}`
    const endpoint = owner === name ? byRoute.get(route) : undefined
    return endpoint ? [{ method, path, handler: serve(guarded(guard, endpoint), route, log) }] : []
  })
  const unknownRoute = async () => toResult(refuse('PLATFORM.INPUT_INVALID', 'There is no such endpoint.'))
  const router = httpRouter<APIGatewayProxyEvent, APIGatewayProxyResult>({
    routes: served,
    notFoundResponse: unknownRoute,
  })
  const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult>({ timeoutEarlyInMillis: answerBeforeTimeoutMs })
    .onError(({ error, event }) => failure(error, event, log))
    .handler(router)
  return async (event, context) => handler(event, context)
}
