import * as v from 'valibot'
import { EnvelopeSchema, failed } from './failure.ts'

export type Sent = {
  /** An ID token, or the session of a link. */
  readonly token?: string | undefined
  readonly body?: unknown
  /** Values of the variables in the route's path. */
  readonly path?: Readonly<Record<string, string>> | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

const addressOf = (base: string, route: string, path: Sent['path'] = {}): string =>
  route.replace(/^\S+ \//, base).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))

const queryOf = (query: Sent['query'] = {}): string =>
  Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`

/** What is being saved when the page is left still arrives; browsers take along no more than 64 KB. */
const outlivesPage = (method: string, body: string | undefined): boolean =>
  method === 'PUT' && body !== undefined && body.length < 60_000

const unreachable = (error: unknown): Error =>
  error instanceof DOMException && error.name === 'AbortError'
    ? error
    : failed({ code: 'UNREACHABLE', message: 'The server cannot be reached.' })

const requestOf = (method: string, { token, body, headers, signal }: Sent): RequestInit => {
  const text = body === undefined ? undefined : JSON.stringify(body)
  return {
    method,
    keepalive: outlivesPage(method, text),
    headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(text === undefined ? {} : { body: text }),
    ...(signal ? { signal } : {}),
  }
}

/** Sends a request to a route below `base`; throws a failure when it is refused. */
export const send = async (base: string, route: string, sent: Sent): Promise<Response> => {
  const [method = 'GET'] = route.split(' ')
  const address = `${addressOf(base, route, sent.path)}${queryOf(sent.query)}`
  const response = await fetch(address, requestOf(method, sent)).catch((error: unknown) => {
    throw unreachable(error)
  })
  if (response.ok) return response
  const refusal = v.safeParse(EnvelopeSchema, await response.json().catch(() => undefined))
  const failure = refusal.success ? refusal.output.error : { code: 'UNKNOWN', message: `HTTP ${response.status}` }
  throw failed({ ...failure, status: response.status })
}

const DataSchema = v.object({ data: v.unknown() })

const contentOf = async (response: Response): Promise<unknown> =>
  response.headers.get('content-type')?.startsWith('application/json')
    ? v.parse(DataSchema, await response.json()).data
    : response.text()

/** The `data` of an answer, or the text that it is, as its description says. */
export const dataOf = async <Schema extends v.GenericSchema>(
  schema: Schema,
  response: Response,
): Promise<v.InferOutput<Schema>> => v.parse(schema, await contentOf(response))
