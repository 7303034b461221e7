type ConnectionMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const connection = <const M extends ConnectionMethod, const Path extends string>(method: M, path: Path) =>
  ({ method, path: `/manage/connections/{integration_id}${path}`, function: 'connect' }) as const

/** What the vendor's team sees and changes of a connection: the function that alone may touch SFTP users answers. */
export const connectionRoutes = [
  connection('GET', ''),
  connection('POST', '/keys'),
  connection('DELETE', '/keys/{key_id}'),
  connection('GET', '/contacts'),
  connection('POST', '/contacts'),
  connection('PATCH', '/contacts/{contact_id}'),
  connection('DELETE', '/contacts/{contact_id}'),
] as const
