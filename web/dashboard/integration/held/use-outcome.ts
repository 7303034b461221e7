import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useManage } from '../../manage.ts'
import { keyOf, useWhich } from '../use-integration.ts'

const lookEveryMs = 1_000

/** Whether the sync that carries something out is over; what is shown is then asked for anew. */
export const useOutcome = (syncId: string | undefined, onOver: () => unknown): 'none' | 'pending' | 'done' => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const { data } = useQuery({
    queryKey: keyOf(integrationId, 'outcome', syncId),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/syncs/{sync_id}', { path: { ...path, sync_id: syncId ?? '' } }),
    enabled: syncId !== undefined,
    refetchInterval: ({ state }) => (state.data?.ended_at ? false : lookEveryMs),
  })
  const isOver = data?.ended_at != null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is over
  useEffect(() => {
    if (isOver) onOver()
  }, [isOver])
  if (syncId === undefined) return 'none'
  return isOver ? 'done' : 'pending'
}
