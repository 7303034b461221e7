import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Connection, callFlow, type Setup } from '../api.ts'
import { useFlow } from '../flow-context.ts'

const askAgainMs = 2_000

const isUnderway = ({ steps, last_sync }: Setup): boolean =>
  last_sync?.state === 'QUEUED' ||
  last_sync?.state === 'RUNNING' ||
  steps.some(({ state }) => state === 'waiting_for_file')

const setupOptions = (session: string) =>
  queryOptions({
    queryKey: ['setup'],
    queryFn: () => callFlow('GET /flow/setup', { session }),
    refetchInterval: ({ state }) => (state.data && isUnderway(state.data) ? askAgainMs : false),
  })

/** The steps that are enabled and relevant; there are none before there is a connection. */
export const setupQuery = (session: string, connection: Connection | undefined) => ({
  ...setupOptions(session),
  enabled: typeof connection?.integration_id === 'string',
})

/** For steps: what is left to do, and what came of it. */
export const useSetup = (): Setup | undefined => useQuery(setupOptions(useFlow().link.session)).data

export type SetupStepId = Setup['steps'][number]['id']

/** How far a step is; `undefined` where it is not asked of the customer. */
export const stateOf = (setup: Setup | undefined, id: SetupStepId) => setup?.steps.find((step) => step.id === id)?.state
