import { useQuery } from '@tanstack/react-query'
import { useCall } from '../flow-context.ts'

const askAgainMs = 2_000

/** What the SFTP server and the syncs have seen, as it happens. */
export const useActivity = () => {
  const call = useCall()
  return useQuery({
    queryKey: ['activity'],
    queryFn: () => call('GET /flow/activity'),
    refetchInterval: askAgainMs,
  })
}
