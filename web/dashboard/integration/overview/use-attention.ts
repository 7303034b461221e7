import { useMutation, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../call.ts'
import { useManage } from '../../manage.ts'
import { keyOf, useRefresh, useWhich } from '../use-integration.ts'

export type Attention = AnswerOf<'GET /manage/integrations/{integration_id}/attention'>['results'][number]

export const useAttention = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'attention'),
    queryFn: () => call('GET /manage/integrations/{integration_id}/attention', { path }),
  })
}

/** Syncs once more. */
export const useSync = () => {
  const { call } = useManage()
  const { integrationId } = useWhich()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: () => call('POST /v1/force-sync', { integrationId, body: {} }),
    onSuccess: refresh,
  })
}

type FailedDeliveries = Extract<Attention, { kind: 'delivery_failed' }>

/** Sends what could not be delivered once more, oldest first. */
export const useRedelivery = () => {
  const { call } = useManage()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ webhook_id, deliveries }: FailedDeliveries) => {
      for (const delivery_id of deliveries.toReversed())
        await call('POST /manage/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver', {
          path: { webhook_id, delivery_id },
        })
    },
    onSettled: refresh,
  })
}
