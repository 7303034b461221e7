import type { FunctionName } from './environment.ts'
import { flowRoutes } from './flow-routes.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Route = {
  readonly method: Method
  readonly path: string
  readonly function: Extract<FunctionName, 'api' | 'connect' | 'docs' | 'pages'>
}

const api = <const M extends Method, const Path extends string>(method: M, path: Path) =>
  ({ method, path, function: 'api' }) as const
const docs = <const Path extends string>(path: Path) => ({ method: 'GET', path, function: 'docs' }) as const
const pages = <const Path extends string>(path: Path) => ({ method: 'GET', path, function: 'pages' }) as const

/** Every route, written once: the REST API, the laptop's HTTP front and the handlers read this table. */
export const routes = [
  api('POST', '/v1/connect/create-link'),
  api('GET', '/v1/connect/integration-by-token/{token}'),
  api('POST', '/v1/connect/activate-integration'),
  api('GET', '/v1/check-api-key'),
  api('POST', '/v1/force-sync'),
  api('GET', '/v1/integrations/{integration_id}'),
  api('DELETE', '/v1/integrations/{integration_id}'),
  api('PUT', '/v1/integrations/{integration_id}/enabled'),
  api('POST', '/v1/integrations/{integration_id}/relink'),
  api('POST', '/v1/integrations/{integration_id}/setup-link'),
  api('GET', '/v1/integrations/{integration_id}/integration-fields'),
  api('PATCH', '/v1/integrations/{integration_id}/integration-fields/{integration_field_id}'),
  api('GET', '/v1/integrations/{integration_id}/custom-fields'),
  api('PUT', '/v1/integrations/{integration_id}/custom-fields/{custom_field_id}'),
  api('GET', '/v1/tools/{category}'),
  api('POST', '/v1/passthrough/{tool}/{api}'),
  api('GET', '/v1/hris/employees'),
  api('GET', '/v1/hris/employments'),
  api('GET', '/v1/hris/groups'),
  api('GET', '/v1/hris/teams'),
  api('GET', '/v1/hris/legal-entities'),
  api('GET', '/v1/hris/locations'),
  api('GET', '/v1/hris/absence-types'),
  api('GET', '/v1/hris/absences'),
  api('GET', '/v1/hris/time-off-balances'),
  api('GET', '/v1/hris/timesheets'),
  // Models and actions that a file connector does not have: each answers with the code that says so.
  api('GET', '/v1/hris/staffing-entities'),
  api('GET', '/v1/hris/performance-reviews'),
  api('GET', '/v1/hris/performance-review-cycles'),
  api('GET', '/v1/hris/employee-document-categories'),
  api('GET', '/v1/hris/skills'),
  api('GET', '/v1/hris/employee-skill-assignments'),
  api('POST', '/v1/hris/absences'),
  api('DELETE', '/v1/hris/absences/{absence_id}'),
  api('POST', '/v1/hris/employees'),
  api('GET', '/v1/hris/employees/form'),
  api('POST', '/v1/hris/employees/form'),
  api('PATCH', '/v1/hris/employees/{employee_id}'),
  api('POST', '/v1/hris/employees/{employee_id}/documents'),
  api('POST', '/v1/hris/skills'),
  api('PATCH', '/v1/hris/skills/{skill_id}'),
  api('DELETE', '/v1/hris/skills/{skill_id}'),
  api('GET', '/manage/settings'),
  api('PATCH', '/manage/settings'),
  api('GET', '/manage/api-keys'),
  api('POST', '/manage/api-keys'),
  api('PATCH', '/manage/api-keys/{api_key_id}'),
  api('DELETE', '/manage/api-keys/{api_key_id}'),
  api('GET', '/manage/me'),
  api('GET', '/manage/members'),
  api('PUT', '/manage/members/{email}'),
  api('DELETE', '/manage/members/{email}'),
  api('GET', '/manage/audit'),
  api('GET', '/manage/webhooks'),
  api('POST', '/manage/webhooks'),
  api('GET', '/manage/webhooks/{webhook_id}'),
  api('PATCH', '/manage/webhooks/{webhook_id}'),
  api('DELETE', '/manage/webhooks/{webhook_id}'),
  api('POST', '/manage/webhooks/{webhook_id}/rotate-secret'),
  api('POST', '/manage/webhooks/{webhook_id}/test'),
  api('GET', '/manage/webhooks/{webhook_id}/deliveries'),
  api('GET', '/manage/webhooks/{webhook_id}/deliveries/{delivery_id}'),
  api('POST', '/manage/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver'),
  api('GET', '/manage/integrations'),
  api('GET', '/manage/integrations/{integration_id}/audit'),
  api('GET', '/manage/integrations/{integration_id}'),
  api('PATCH', '/manage/integrations/{integration_id}'),
  api('GET', '/manage/custom-fields'),
  api('POST', '/manage/custom-fields'),
  api('PUT', '/manage/custom-fields/{custom_field_id}'),
  api('DELETE', '/manage/custom-fields/{custom_field_id}'),
  api('GET', '/manage/scope-configs'),
  api('POST', '/manage/scope-configs'),
  api('PUT', '/manage/scope-configs/{scope_config_id}'),
  api('GET', '/manage/integrations/{integration_id}/scope'),
  api('PUT', '/manage/integrations/{integration_id}/scope'),
  api('POST', '/manage/integrations/{integration_id}/waivers'),
  api('GET', '/manage/integrations/{integration_id}/files'),
  api('GET', '/manage/integrations/{integration_id}/files/{file_id}'),
  api('GET', '/manage/integrations/{integration_id}/files/{file_id}/rows'),
  api('POST', '/manage/integrations/{integration_id}/files/{file_id}/download'),
  api('GET', '/manage/integrations/{integration_id}/syncs'),
  api('GET', '/manage/integrations/{integration_id}/syncs/{sync_id}'),
  api('GET', '/manage/integrations/{integration_id}/syncs/{sync_id}/issues'),
  api('GET', '/manage/integrations/{integration_id}/syncs/{sync_id}/issues.csv'),
  api('GET', '/manage/integrations/{integration_id}/held'),
  api('POST', '/manage/integrations/{integration_id}/verify'),
  api('GET', '/manage/integrations/{integration_id}/mappings/{dataset}'),
  api('PUT', '/manage/integrations/{integration_id}/mappings/{dataset}'),
  api('POST', '/manage/integrations/{integration_id}/mappings/{dataset}/approve'),
  api('POST', '/manage/integrations/{integration_id}/mappings/{dataset}/draft'),
  api('POST', '/manage/integrations/{integration_id}/mappings/{dataset}/preview'),
  api('GET', '/manage/integrations/{integration_id}/mappings/{dataset}/versions'),
  api('GET', '/manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}'),
  api('GET', '/manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}/diff'),
  api('POST', '/manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}/restore'),
  ...flowRoutes,
  docs('/openapi.json'),
  docs('/docs'),
  docs('/docs/{file}'),
  pages('/connect'),
  pages('/setup'),
  pages('/assets/{file}'),
] as const satisfies readonly Route[]

type KnownRoute = (typeof routes)[number]
type IdOf<R extends KnownRoute> = R extends KnownRoute ? `${R['method']} ${R['path']}` : never

/** The routes that a function answers. */
export type RouteIdOf<Name extends KnownRoute['function']> = IdOf<Extract<KnownRoute, { function: Name }>>
