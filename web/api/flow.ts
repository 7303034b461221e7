import type * as v from 'valibot'
import { flowDescriptions } from '#core/api/endpoints/flow.ts'
import { dataOf, send } from './send.ts'

type Descriptions = typeof flowDescriptions
export type FlowRoute = keyof Descriptions
export type FlowAnswer<R extends FlowRoute> = v.InferOutput<Descriptions[R]['data']>

type Options = {
  readonly session?: string
  readonly body?: unknown
  /** Values of the variables in the route's path. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** Calls what a link opens, at addresses below `base`. Throws a failure. */
export const flowCaller =
  (base: string) =>
  async <R extends FlowRoute>(route: R, { session, ...sent }: Options = {}): Promise<FlowAnswer<R>> => {
    const data: Descriptions[R]['data'] = flowDescriptions[route].data
    return dataOf(data, await send(base, route, { ...sent, token: session }))
  }
