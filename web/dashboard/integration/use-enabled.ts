import { useMutation } from '@tanstack/react-query'
import { useManage } from '../manage.ts'
import { useRefresh, useWhich } from './use-integration.ts'

/** Turns the integration on or off. */
export const useEnabled = () => {
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (value: boolean) => call('PUT /v1/integrations/{integration_id}/enabled', { path, body: { value } }),
    onSuccess: refresh,
  })
}
