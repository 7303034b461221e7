import type * as v from 'valibot'
import { apiDescriptions } from '#core/api/api-descriptions.ts'
import { dataOf, send } from '../api/send.ts'
import { basePath } from './page-settings.ts'

type Descriptions = typeof apiDescriptions
type Known = keyof Descriptions

/** A route of the unified or the management API that answers something. */
export type ManageRoute = { [R in Known]: Descriptions[R]['data'] extends v.GenericSchema ? R : never }[Known]
export type AnswerOf<R extends ManageRoute> = v.InferOutput<Descriptions[R]['data']>

type Variables<R extends string> = R extends `${string}{${infer Name}}${infer Rest}` ? Name | Variables<Rest> : never
type BodyOf<R extends ManageRoute> = Descriptions[R] extends { readonly body: infer Body }
  ? Body extends v.GenericSchema
    ? { readonly body: v.InferInput<Body> }
    : object
  : object
type PathOf<R extends ManageRoute> = [Variables<R>] extends [never]
  ? object
  : { readonly path: Readonly<Record<Variables<R>, string>> }

type CallOptions<R extends ManageRoute> = PathOf<R> &
  BodyOf<R> & {
    readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
    /** For the routes that take the integration from a header. */
    readonly integrationId?: string
    readonly signal?: AbortSignal
  }

/** Options may be left out where none is needed. */
type Arguments<R extends ManageRoute> =
  object extends CallOptions<R> ? [options?: CallOptions<R>] : [options: CallOptions<R>]

export type Call = <R extends ManageRoute>(route: R, ...options: Arguments<R>) => Promise<AnswerOf<R>>

type Loose = {
  readonly path?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly integrationId?: string
  readonly signal?: AbortSignal
}

const queryOf = (query: Loose['query'] = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )

/** Calls the API as whoever `token` says; throws a failure. */
export const callerOf =
  (token: () => Promise<string>): Call =>
  async <R extends ManageRoute>(route: R, ...given: Arguments<R>): Promise<AnswerOf<R>> => {
    const options: Loose = given[0] ?? {}
    const { integrationId, query, ...sent } = options
    const data: Descriptions[R]['data'] = apiDescriptions[route].data
    const response = await send(`${basePath}/`, route, {
      ...sent,
      query: queryOf(query),
      token: await token(),
      ...(integrationId === undefined ? {} : { headers: { 'x-integration-id': integrationId } }),
    })
    return dataOf(data, response)
  }
