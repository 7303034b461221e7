import { useManage } from '../../manage.ts'
import { useRefresh, useWhich } from '../use-integration.ts'

type Links = {
  readonly links?: { readonly from: string; readonly to: string; readonly keep: 'from' | 'to' }[]
  readonly set?: string
  readonly reason: string
}

/** Says that remote ids mean one person: a sync then makes one record of the two. */
export const useLinkPeople = () => {
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  return async (body: Links): Promise<void> => {
    await call('POST /manage/integrations/{integration_id}/identity', { path, body })
    await refresh()
  }
}
