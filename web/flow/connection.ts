import { queryOptions, useQuery } from '@tanstack/react-query'
import { failed } from '../api/failure.ts'
import { type Connection, callFlow } from './api.ts'
import { useFlow } from './flow-context.ts'

/** The connection as the server has it: other tabs and the HR system change it too. */
export const connectionQuery = (session: string) =>
  queryOptions({ queryKey: ['connection'], queryFn: () => callFlow('GET /flow/connection', { session }) })

/** For steps, which are shown only once the connection is known. */
export const useConnection = (): Connection => {
  const { data } = useQuery(connectionQuery(useFlow().link.session))
  if (!data) throw failed({ code: 'UNKNOWN', message: 'A step is shown before its connection is known.' })
  return data
}
