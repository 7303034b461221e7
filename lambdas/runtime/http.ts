import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import { type Answer, errorEnvelope, errorStatus, refuse, type Success } from '#core/api/answer.ts'
import type { Admission, ApiRequest, Endpoints, Guard } from '#core/api/endpoint.ts'
import type { ErrorCode } from '#core/api/errors.ts'
import { gatewayErrors } from '#core/api/gateway-errors.ts'
import { routes } from '#core/deployment/routes.ts'
import { errorFields } from './error-fields.ts'
import { parseRequest } from './http-request.ts'
import type { Log } from './log.ts'

export type HttpHandler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>

type Endpoint = (request: ApiRequest) => Promise<Answer<ErrorCode>>

export type HttpOptions = {
  readonly log: Log
  readonly guard?: Guard
  /** Where a developer reads more about an integration; without it errors name no such place. */
  readonly logUrl?: (integrationId: string) => string
  /** Told of every success before its answer leaves. */
  readonly onSuccess?: (route: string, request: ApiRequest, answer: Success) => Promise<void>
}

/** What is left to answer with an envelope before the function is cut off. */
const answerBeforeTimeoutMs = 500

const toResult = (
  answer: Answer<ErrorCode>,
  headers: Admission['headers'] = {},
  logUrl: HttpOptions['logUrl'] = undefined,
): APIGatewayProxyResult => {
  const json = { ...headers, 'content-type': 'application/json' }
  if (answer.kind === 'success') {
    const { contentType = json['content-type'], body } = answer
    return { statusCode: 200, headers: { ...json, 'content-type': contentType }, body }
  }
  const { code, message, integrationId } = answer
  const url = integrationId === undefined ? undefined : logUrl?.(integrationId)
  return {
    statusCode: answer.status ?? errorStatus(code),
    headers: { ...json, ...answer.headers },
    body: errorEnvelope(code, message, url),
  }
}

const malformedPath = refuse(
  'PLATFORM.INPUT_INVALID',
  'The address holds a % that is not percent-encoding. Encode path parameters with encodeURIComponent.',
)

/** The gateway knows folders only: what is not a route of ours is answered as it would. */
const { code, message, status } = gatewayErrors.MISSING_AUTHENTICATION_TOKEN
const noSuchRoute = { ...refuse(code, message), ...(status === null ? {} : { status }) }

const letThrough: Guard = async () => ({ kind: 'admitted', caller: null, headers: {} })

type Served = { readonly answer: Answer<ErrorCode>; readonly headers?: Admission['headers'] }

const askGuardFirst = async (
  { guard = letThrough, onSuccess }: HttpOptions,
  endpoint: Endpoint,
  route: string,
  received: ApiRequest | undefined,
): Promise<Served> => {
  if (!received) return { answer: malformedPath }
  const verdict = await guard(received, route)
  if (verdict.kind === 'refused') return { answer: verdict }
  const { caller, headers } = verdict
  const request = { ...received, caller }
  const answer = await endpoint(request)
  if (answer.kind === 'success') await onSuccess?.(route, request, answer)
  return { answer, headers }
}

const serve =
  (endpoint: Endpoint, route: string, options: HttpOptions): HttpHandler =>
  async (event) => {
    const { log, logUrl } = options
    const startedAt = Date.now()
    const { answer, headers } = await askGuardFirst(options, endpoint, route, parseRequest(event))
    log('REQUEST_SERVED', {
      requestId: event.requestContext.requestId,
      route,
      code: answer.kind === 'success' ? null : answer.code,
      milliseconds: Date.now() - startedAt,
    })
    return toResult(answer, headers, logUrl)
  }

const serveNothing =
  ({ log }: HttpOptions) =>
  async ({ requestContext }: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const { requestId } = requestContext
    log('REQUEST_SERVED', { requestId, route: null, code: noSuchRoute.code, milliseconds: 0 })
    return toResult(noSuchRoute)
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

/** The function behind the routes of `name`: REST proxy events in, always an envelope out. */
export const httpHandler = <Name extends 'api' | 'connect'>(
  name: Name,
  endpoints: Endpoints<Name>,
  options: HttpOptions,
): HttpHandler => {
  const byRoute = new Map<string, Endpoint>(Object.entries(endpoints))
  const served = routes.flatMap(({ method, path, function: owner }) => {
    const route = `${method} ${path}`
    const endpoint = owner === name ? byRoute.get(route) : undefined
    return endpoint ? [{ method, path, handler: serve(endpoint, route, options) }] : []
  })
  const router = httpRouter<APIGatewayProxyEvent, APIGatewayProxyResult>({
    routes: [...served, { method: 'ANY', path: '/{proxy+}', handler: serveNothing(options) }],
  })
  const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult>({ timeoutEarlyInMillis: answerBeforeTimeoutMs })
    .onError(({ error, event }) => failure(error, event, options.log))
    .handler(router)
  // Of a path the gateway only knows the folder: the router says what its parts mean.
  return async (event, context) => handler({ ...event, pathParameters: null }, context)
}
