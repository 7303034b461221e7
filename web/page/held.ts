import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Held } from '../flow/api.ts'
import { useCall } from '../flow/flow-context.ts'

export type HeldRecord = Held['results'][number]
export type HeldSet = Held['sets'][number]

const queryKey = ['held'] as const
const lookEveryMs = 2_000

/** Those whose removal is held, page by page; looked at again and again while a decision is being carried out. */
export const useHeld = (isAwaited: boolean) => {
  const call = useCall()
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => call('GET /flow/held', { query: { cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: isAwaited ? lookEveryMs : false,
  })
}

export type Decision = {
  readonly decision: 'approve' | 'discard'
  readonly set: HeldSet
  readonly reason: string
}

/** Decides about all who wait in a dataset; refused when by now others do. */
export const useDecide = () => {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ decision, set: { dataset, set }, reason }: Decision) =>
      call(`POST /flow/held/{dataset}/${decision}`, { path: { dataset }, body: { set, reason } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}
