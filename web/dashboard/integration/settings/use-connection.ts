import { useMutation, useQuery } from '@tanstack/react-query'
import { useManage } from '../../manage.ts'
import { keyOf, useRefresh, useWhich } from '../use-integration.ts'

export const useConnection = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'connection'),
    queryFn: () => call('GET /manage/connections/{integration_id}', { path }),
  })
}

/** Lets a key log in, or no more. */
export const useKeyChanges = () => {
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const add = useMutation({
    mutationFn: (public_key: string) =>
      call('POST /manage/connections/{integration_id}/keys', { path, body: { public_key } }),
    onSettled: refresh,
  })
  const remove = async (key_id: string): Promise<void> => {
    await call('DELETE /manage/connections/{integration_id}/keys/{key_id}', { path: { ...path, key_id } })
    await refresh()
  }
  return { add, remove }
}
