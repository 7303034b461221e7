import type * as v from 'valibot'
import { flowDescriptions } from '#core/api/endpoints/flow.ts'
import { dataOf, send } from '../api/send.ts'

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

/** Calls the flow's backend, at addresses relative to the page: below a stage's name as the page is. Throws a failure. */
export const callFlow = async <R extends Route>(route: R, { session, ...sent }: Options = {}): Promise<AnswerOf<R>> => {
  const data: Descriptions[R]['data'] = flowDescriptions[route].data
  return dataOf(data, await send('', route, { ...sent, token: session }))
}
