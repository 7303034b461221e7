type FlowMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const flow = <const M extends FlowMethod, const Path extends string>(method: M, path: Path) =>
  ({ method, path: `/flow${path}`, function: 'connect' }) as const

/** What the flows and the customer's page call, with the token of a link or of a session. */
export const flowRoutes = [
  flow('POST', '/session'),
  flow('DELETE', '/session'),
  flow('GET', '/connection'),
  flow('POST', '/connection'),
  flow('POST', '/keys'),
  flow('DELETE', '/keys/{key_id}'),
  flow('GET', '/activity'),
  flow('POST', '/uploads'),
  flow('POST', '/understand'),
  flow('POST', '/values'),
  flow('POST', '/joins'),
  flow('GET', '/files/{file_id}'),
  flow('GET', '/files/{file_id}/issues.csv'),
  flow('GET', '/setup'),
  flow('GET', '/mappings/{dataset}'),
  flow('PUT', '/mappings/{dataset}'),
  flow('POST', '/mappings/{dataset}/preview'),
  flow('POST', '/mappings/{dataset}/approve'),
  flow('GET', '/custom-fields'),
  flow('PUT', '/custom-fields/{custom_field_id}'),
  flow('GET', '/filter'),
  flow('POST', '/filter/count'),
  flow('PUT', '/filter'),
  flow('POST', '/steps/{step}/confirm'),
  flow('POST', '/finish'),
  flow('GET', '/held'),
  flow('POST', '/held/{dataset}/approve'),
  flow('POST', '/held/{dataset}/discard'),
  flow('GET', '/contacts'),
  flow('POST', '/contacts'),
  flow('PATCH', '/contacts/{contact_id}'),
  flow('DELETE', '/contacts/{contact_id}'),
  flow('POST', '/sign-in'),
  flow('POST', '/opt-out'),
] as const
