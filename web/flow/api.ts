import * as v from 'valibot'
import { flowDescriptions } from '#core/api/endpoints/flow.ts'
import { EnvelopeSchema, failed } from './failure.ts'

type Descriptions = typeof flowDescriptions
type Route = keyof Descriptions
type AnswerOf<R extends Route> = v.InferOutput<Descriptions[R]['data']>

export type LinkAnswer = AnswerOf<'POST /flow/session'>
export type Connection = AnswerOf<'GET /flow/connection'>
export type Activity = AnswerOf<'GET /flow/activity'>
export type Setup = AnswerOf<'GET /flow/setup'>
export type CustomFields = AnswerOf<'GET /flow/custom-fields'>
export type EmployeeFilter = AnswerOf<'GET /flow/filter'>
export type Held = AnswerOf<'GET /flow/held'>
export type Contacts = AnswerOf<'GET /flow/contacts'>
export type Report = AnswerOf<'GET /flow/files/{file_id}'>
export type Understanding = AnswerOf<'POST /flow/understand'>

type Options = {
  readonly session?: string
  readonly body?: unknown
  /** Values of the variables in the route's path. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** Relative to the page: below a stage's name as the page is. */
const addressOf = (route: string, path: Options['path'] = {}): string =>
  route.replace(/^\S+ \//, '').replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))

/** What is being saved when the page is left still arrives; browsers take along no more than 64 KB. */
const outlivesPage = (method: string, body: string | undefined): boolean =>
  method === 'PUT' && body !== undefined && body.length < 60_000

const queryOf = (query: Options['query']): string => (query ? `?${new URLSearchParams(query)}` : '')

const send = async (route: string, { session, body, path, query }: Options): Promise<unknown> => {
  const [method = 'GET'] = route.split(' ')
  const text = body === undefined ? undefined : JSON.stringify(body)
  const response = await fetch(`${addressOf(route, path)}${queryOf(query)}`, {
    method,
    keepalive: outlivesPage(method, text),
    headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
    ...(text === undefined ? {} : { body: text }),
  }).catch(() => undefined)
  if (!response) throw failed({ code: 'UNREACHABLE', message: 'The server cannot be reached.' })
  const json: unknown = await response.json().catch(() => undefined)
  if (response.ok) return json
  const refusal = v.safeParse(EnvelopeSchema, json)
  throw failed(refusal.success ? refusal.output.error : { code: 'UNKNOWN', message: `HTTP ${response.status}` })
}

/** Calls the flow's backend; throws a failure. */
export const callFlow = async <R extends Route>(route: R, options: Options = {}): Promise<AnswerOf<R>> => {
  const data: Descriptions[R]['data'] = flowDescriptions[route].data
  const envelope = v.parse(v.object({ data: v.unknown() }), await send(route, options))
  return v.parse(data, envelope.data)
}
