import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useCall } from '../flow-context.ts'

const askAgainMs = 2_000

/** What the SFTP server and the syncs have seen, as it happens. */
export const useActivity = () => {
  const call = useCall()
  const client = useQueryClient()
  const activity = useQuery({
    queryKey: ['activity'],
    queryFn: () => call('GET /flow/activity'),
    refetchInterval: askAgainMs,
  })
  // What is done, and which steps there are, depends on the files.
  const files = activity.data?.files.map(({ id, state }) => id + state).join()
  useEffect(() => {
    if (files)
      client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === 'connection' || name === 'setup' })
  }, [client, files])
  return activity
}
