import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AnswerOf } from '../call.ts'
import { useManage } from '../manage.ts'

const integrationRoute = getRouteApi('/integrations/$integrationId')

export type Integration = AnswerOf<'GET /manage/integrations/{integration_id}'>

/** Which integration the address names, for paths of the API and for links. */
export const useWhich = () => {
  const { integrationId } = integrationRoute.useParams()
  return { integrationId, path: { integration_id: integrationId } } as const
}

/** Everything that is known of one integration is kept below this key. */
export const keyOf = (integrationId: string, ...what: readonly unknown[]): readonly unknown[] => [
  'integration',
  integrationId,
  ...what,
]

export const useIntegration = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'settings'),
    queryFn: () => call('GET /manage/integrations/{integration_id}', { path }),
  })
}

/** Has everything about the integration asked for anew, after something was changed. */
export const useRefresh = () => {
  const client = useQueryClient()
  const { integrationId } = useWhich()
  return () => client.invalidateQueries({ queryKey: keyOf(integrationId) })
}
