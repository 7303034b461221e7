import type { FunctionName } from './environment.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Route = {
  readonly method: Method
  readonly path: string
  readonly function: Extract<FunctionName, 'api' | 'connect'>
}

const api = (method: Method, path: string): Route => ({ method, path, function: 'api' })
const connect = (method: Method, path: string): Route => ({ method, path, function: 'connect' })

/**
 * Every route, written once: the REST API, the laptop's HTTP front and the handlers read this table.
 * A trailing `{proxy+}` answers for what a file connector does not have.
 */
export const routes = [
  api('POST', '/v1/connect/create-link'),
  api('GET', '/v1/connect/integration-by-token/{token}'),
  api('POST', '/v1/connect/activate-integration'),
  api('GET', '/v1/check-api-key'),
  api('POST', '/v1/force-sync'),
  api('GET', '/v1/integrations/{integration_id}'),
  api('DELETE', '/v1/integrations/{integration_id}'),
  api('GET', '/v1/hris/employees'),
  api('GET', '/v1/hris/groups'),
  api('GET', '/v1/hris/legal-entities'),
  api('GET', '/v1/hris/locations'),
  api('GET', '/v1/hris/absence-types'),
  api('GET', '/v1/hris/absences'),
  api('GET', '/v1/hris/timesheets'),
  api('GET', '/manage/integrations'),
  api('GET', '/manage/integrations/{integration_id}/files'),
  api('GET', '/manage/integrations/{integration_id}/syncs'),
  api('GET', '/manage/integrations/{integration_id}/syncs/{sync_id}'),
  api('GET', '/manage/integrations/{integration_id}/mappings/{dataset}'),
  api('PUT', '/manage/integrations/{integration_id}/mappings/{dataset}'),
  api('POST', '/manage/integrations/{integration_id}/mappings/{dataset}/approve'),
  connect('POST', '/flow/session'),
  connect('GET', '/flow/connection'),
  connect('POST', '/flow/connection'),
  connect('POST', '/flow/finish'),
] as const satisfies readonly Route[]

export type RouteId = `${(typeof routes)[number]['method']} ${(typeof routes)[number]['path']}`
