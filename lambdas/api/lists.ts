import { type Answer, refuse, successPage } from '#core/api/answer.ts'
import { type CursorScope, readCursor, writeCursor } from '#core/api/cursor.ts'
import type { HrisEndpoint } from '#core/api/endpoint.ts'
import type { HrisErrorCode } from '#core/api/errors.ts'
import type { ListName } from '#core/api/filters.ts'
import { type ListQuery, parseListQuery } from '#core/api/list-query.ts'
import { setupRefusals } from '#core/api/setup.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { isServed } from '#core/control/generations.ts'
import { scopeOfIntegration } from '#core/control/scope-config.ts'
import type { IntegrationState } from '#core/control/state.ts'
import type { ModelId } from '#core/model/models.ts'
import type { RecordSpace } from '#core/ports/record-store.ts'
import { isOff } from '#core/scope/scope.ts'
import { idsOfRemoteIds } from './ids-of-remote-ids.ts'
import { ofHeader } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'
import { readPage } from './read-page.ts'
import { servedFilters } from './served-filters.ts'
import { PlaceSchema, type Walk, walkAll, walkChanges, walkIds, walkOfEmployee } from './walk.ts'

type Ports = Pick<ApiPorts, 'control' | 'records' | 'system'>

const models: Readonly<Record<ListName, ModelId>> = {
  employees: 'hris_employees',
  employments: 'hris_employments',
  groups: 'hris_teams',
  teams: 'hris_teams',
  'legal-entities': 'hris_legal_entities',
  locations: 'hris_locations',
  'absence-types': 'hris_absence_types',
  absences: 'hris_absences',
  'time-off-balances': 'hris_time_off_balances',
  timesheets: 'hris_timesheets',
}

/** The query with the ids that `ids` and `remote_ids` leave; without any when neither is given. */
const withIds = async (
  ports: Ports,
  query: ListQuery,
  state: IntegrationState,
  { integrationId, model }: Pick<RecordSpace, 'integrationId' | 'model'>,
): Promise<ListQuery> => {
  const { remote_ids: remoteIds, ids: wanted } = query
  if (!remoteIds) return query
  const { ids, filters } = await idsOfRemoteIds(ports, state, { integrationId, model, remoteIds })
  const left = wanted ? ids.filter((id) => wanted.includes(id)) : [...ids]
  return { ...query, ids: left, filters: [...query.filters, ...filters] }
}

/** The cheapest walk that meets every record the query can accept. */
const chooseWalk = ({ records, system }: Ports, space: RecordSpace, query: ListQuery): Walk => {
  if (query.ids) return walkIds(records, space, query.ids)
  if (query.updated_after !== undefined) return walkChanges(records, space, query.updated_after, system.clock())
  const employeeId = query.scope.employee_id
  return typeof employeeId === 'string' ? walkOfEmployee(records, space, employeeId) : walkAll(records, space)
}

const badCursor = refuse(
  'PLATFORM.INPUT_INVALID',
  'The cursor is not one that this endpoint gave for this integration and these filters. Send it with the filters of the first page.',
)

const oldCursor = refuse(
  'PLATFORM.INPUT_INVALID',
  'The cursor is more than a day old, and what it led through is stored elsewhere by now. Begin again with the first page.',
)

const disabled = refuse(
  'INTEGRATION.MODEL_DISABLED',
  'This model is turned off for the integration: by its scope configuration, or because the customer opted out.',
)

const inactive = refuse('INTEGRATION.INACTIVE', 'The integration is inactive. Enable it to read its data.')

const answerPage = async (
  ports: Ports,
  space: RecordSpace,
  query: ListQuery,
  endpoint: ListName,
  mayRead: (generation: number) => boolean,
): Promise<Answer<HrisErrorCode>> => {
  const scope: CursorScope = { integrationId: space.integrationId, endpoint, filters: query.scope }
  const from = query.cursor === '' ? undefined : readCursor(ports.system, scope, query.cursor, PlaceSchema)
  if (query.cursor !== '' && !from) return badCursor
  if (from && 'at' in from && !mayRead(from.generation)) return oldCursor
  const walk = chooseWalk(ports, space, query)
  const { results, next } = await readPage(walk, query, from, ports.system.clock)
  return successPage(results, next ? writeCursor(ports.system, scope, next) : null)
}

/** One list of the unified API. */
const list = (ports: Ports, endpoint: ListName): HrisEndpoint =>
  ofHeader<HrisErrorCode>(ports.control, async (integration, request) => {
    if (integration.status === 'INACTIVE') return inactive
    const query = parseListQuery(endpoint, request.query)
    if (query.kind === 'refused') return query
    const [{ step, state }, { scope }] = await Promise.all([
      setupOf(ports.control, integration),
      scopeOfIntegration(ports.control, integration),
    ])
    const notReady = setupRefusals[step]
    if (notReady) return notReady
    const id = models[endpoint]
    if (isOff(scope, id)) return disabled
    const served = await servedFilters(ports.control, query.value, { integrationId: integration.id, model: id, state })
    if (served.kind === 'refused') return served
    const generation = state?.generations[id]
    if (!state || !generation || served.kind === 'nothing') return successPage([], null)
    const space = { integrationId: integration.id, model: id, ...generation }
    const mayRead = (number: number): boolean => isServed(state, id, number, ports.system.clock())
    const wanted = await withIds(ports, { ...query.value, filters: served.filters }, state, space)
    return answerPage(ports, space, wanted, endpoint, mayRead)
  })

export const listEndpoints = (ports: Ports) => ({
  'GET /v1/hris/employees': list(ports, 'employees'),
  'GET /v1/hris/employments': list(ports, 'employments'),
  'GET /v1/hris/groups': list(ports, 'groups'),
  'GET /v1/hris/teams': list(ports, 'teams'),
  'GET /v1/hris/legal-entities': list(ports, 'legal-entities'),
  'GET /v1/hris/locations': list(ports, 'locations'),
  'GET /v1/hris/absence-types': list(ports, 'absence-types'),
  'GET /v1/hris/absences': list(ports, 'absences'),
  'GET /v1/hris/time-off-balances': list(ports, 'time-off-balances'),
  'GET /v1/hris/timesheets': list(ports, 'timesheets'),
})
