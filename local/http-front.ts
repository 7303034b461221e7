import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { generalErrors } from '#core/api/errors.ts'
import { type GatewayError, gatewayErrorBody, gatewayErrors } from '#core/api/gateway-errors.ts'
import type { Route } from '#core/deployment/routes.ts'
import type { HttpHandler } from '../lambdas/runtime/http.ts'
import { lambdaContext } from './lambda-context.ts'
import { type MatchedRoute, matchRoute } from './match-route.ts'
import { proxyEvent } from './proxy-event.ts'

export type HttpFrontOptions = {
  /** 0 lets the system choose. */
  readonly port: number
  /** The function behind each route of core/deployment/routes.ts. */
  readonly functions: Readonly<Record<Route['function'], HttpHandler>>
  /** Whether everything accepts work: what `GET /healthz` answers. */
  readonly isHealthy: () => boolean
  /** Which path of the API a request is for; its own unless said. */
  readonly pathAtApi?: (path: string) => string
  /** How long a function may take, milliseconds; as long as behind API Gateway unless said. */
  readonly timeoutMs?: number
  /** Answers what no route claims, for example the web app's files; `false` leaves it to the gateway's error. */
  readonly fallback?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

export type HttpFront = { readonly url: string; close(): Promise<void> }

/** Limits of API Gateway. */
const maxBodyBytes = 10 * 1024 * 1024
const gatewayTimeoutMs = 29_000

const refuse = (response: ServerResponse, error: GatewayError): void => {
  const status = error.status ?? generalErrors[error.code].status
  response.writeHead(status, { 'content-type': 'application/json' }).end(gatewayErrorBody(error))
}

/** The whole body; `undefined` when it is larger than the gateway lets through. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    // What is too large is read to its end all the same: a client that is still sending would not see the answer.
    if (size <= maxBodyBytes) chunks.push(bytes)
  }
  return size <= maxBodyBytes ? Buffer.concat(chunks) : undefined
}

const invoke = async (
  { functions, timeoutMs = gatewayTimeoutMs }: HttpFrontOptions,
  route: MatchedRoute,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await readBody(request)
  if (!body) return refuse(response, gatewayErrors.REQUEST_TOO_LARGE)
  const event = proxyEvent(request, route, query, body)
  const answered = new AbortController()
  const result = await Promise.race([
    functions[route.function](event, lambdaContext(route.function, timeoutMs / 1000)),
    delay(timeoutMs, undefined, { signal: answered.signal }),
  ]).finally(() => answered.abort())
  if (!result) return refuse(response, gatewayErrors.INTEGRATION_TIMEOUT)
  const headers = Object.entries(result.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)])
  response.writeHead(result.statusCode, Object.fromEntries(headers)).end(result.body)
}

const answerHealth = (healthy: boolean, response: ServerResponse): void => {
  const body = JSON.stringify({ status: healthy ? 'ok' : 'starting' })
  response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' }).end(body)
}

const answer = async (options: HttpFrontOptions, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
  if (path === '/healthz') return answerHealth(options.isHealthy(), response)
  const route = matchRoute(request.method, options.pathAtApi?.(path) ?? path)
  if (route) return invoke(options, route, new URLSearchParams(query), request, response)
  const isAnswered = await options.fallback?.(request, response)
  if (!isAnswered) refuse(response, gatewayErrors.MISSING_AUTHENTICATION_TOKEN)
}

/** What is no HTTP never becomes a request. */
const refuseUnreadable = (_error: Error, socket: Duplex): void => {
  if (!socket.writable) return
  const body = gatewayErrorBody(gatewayErrors.DEFAULT_4XX)
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end([...head, 'connection: close', '', body].join('\r\n'))
}

/** What API Gateway does, on the laptop: requests become REST proxy events, and its own errors carry the envelope. */
export const startHttpFront = async (options: HttpFrontOptions): Promise<HttpFront> => {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuse(response, gatewayErrors.INTEGRATION_FAILURE)
    })
  })
  server.on('clientError', refuseUnreadable)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeIdleConnections()
      }),
  }
}
