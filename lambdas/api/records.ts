import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import { ModelPathSchema, RecordsQuerySchema } from '#core/api/endpoints/records.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseInput } from '#core/api/input.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { readDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { scopeOfIntegration } from '#core/control/scope-config.ts'
import { emptyState, type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { producersOf } from '#core/files/datasets.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordSpace } from '#core/ports/record-store.ts'
import { cellAt, leavesOf, titleOf } from '#core/records/explored.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import { isOff } from '#core/scope/scope.ts'
import { rawRows } from '../explore/raw-rows.ts'
import { recordHistory } from '../explore/record-history.ts'
import type { Sought } from '../explore/rows-in-file.ts'
import { namesOf } from '../held/name-held.ts'
import { findPerson } from '../rights/find-person.ts'
import { ofPath } from './of-integration.ts'
import { badCursor } from './paged.ts'
import type { ApiPorts } from './ports.ts'
import { type FoundRecord, readRecordPage } from './record-page.ts'

/** What the explorer needs of the world. */
export type RecordPorts = Pick<ApiPorts, 'control' | 'records' | 'archive' | 'decode' | 'system'>

const stateOf = async ({ control }: RecordPorts, { id }: Integration): Promise<IntegrationState> =>
  (await readDocument(control, stateKey(id), IntegrationStateSchema)) ?? emptyState

const spaceIn = ({ generations }: IntegrationState, integrationId: string, model: ModelId): RecordSpace | undefined => {
  const generation = generations[model]
  return generation && { integrationId, model, ...generation }
}

const listModels = (ports: RecordPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration) => {
    const [state, { scope }] = await Promise.all([
      stateOf(ports, integration),
      scopeOfIntegration(ports.control, integration),
    ])
    const models = modelIds.map((model) => ({
      model,
      records: state.generations[model]?.rows ?? null,
      disabled: isOff(scope, model),
    }))
    return success({ models })
  })

type Names = Awaited<ReturnType<typeof namesOf>>

/** The people that records belong to, by their names. */
const ownersOf = (
  ports: RecordPorts,
  state: IntegrationState,
  integrationId: string,
  records: readonly FoundRecord[],
) => {
  const ids = new Set(records.flatMap(({ record }) => record.employeeId ?? []))
  const people = [...ids].map((id) => ({ model: 'hris_employees' as const, id }))
  return namesOf(ports, integrationId, state, people)
}

const shown = ({ record, body }: FoundRecord, names: Names) => ({
  id: record.id,
  remote_id: record.remoteId,
  name: titleOf(body),
  employee:
    record.employeeId === undefined ? null : { id: record.employeeId, name: names.get(record.employeeId) ?? null },
  changed_at: isoTime(record.changedAt),
  remote_deleted_at: isoTimeIfAny(record.deletedAt),
})

type Handle = (integration: Integration, model: ModelId, request: ApiRequest) => Promise<Answer<GeneralErrorCode>>

const disabled = refuse(
  'PLATFORM.INPUT_INVALID',
  'This model is turned off for the integration, by its scope configuration or because the customer opted out: nothing of it is shown.',
)

/** An endpoint about the model that its path names. */
const ofModel = (ports: RecordPorts, handle: Handle): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, request) => {
    const input = parseInput(ModelPathSchema, request.path)
    if (input.kind === 'refused') return input
    const { scope } = await scopeOfIntegration(ports.control, integration)
    return isOff(scope, input.value.model) ? disabled : handle(integration, input.value.model, request)
  })

const list = (ports: RecordPorts): GeneralEndpoint =>
  ofModel(ports, async (integration, model, request) => {
    const query = parseInput(RecordsQuerySchema, request.query)
    if (query.kind === 'refused') return query
    const state = await stateOf(ports, integration)
    const space = spaceIn(state, integration.id, model)
    if (!space) return success({ next: null, searched: 0, results: [] })
    const page = await readRecordPage(ports, state, space, query.value)
    if (!page) return badCursor
    const names = await ownersOf(ports, state, integration.id, page.found)
    const results = page.found.map((each) => ({
      ...shown(each, names),
      cells: query.value.columns.map((path) => cellAt(each.body, path)),
    }))
    return success({ next: page.next, searched: page.searched, results })
  })

type Opened = FoundRecord & { readonly state: IntegrationState; readonly model: ModelId }
type HandleRecord = (integration: Integration, opened: Opened, request: ApiRequest) => Promise<Answer<GeneralErrorCode>>

const noSuchRecord = refuse('PLATFORM.INPUT_INVALID', 'The integration has no record with this id in this model.')

/** An endpoint about the record that its path names. */
const ofRecord = (ports: RecordPorts, handle: HandleRecord): GeneralEndpoint =>
  ofModel(ports, async (integration, model, request) => {
    const state = await stateOf(ports, integration)
    const space = spaceIn(state, integration.id, model)
    const [record] = space ? await ports.records.get(space, [request.path.record_id ?? '']) : []
    return record ? handle(integration, { record, body: storedBody(record), state, model }, request) : noSuchRecord
  })

const sourcesOf = ({ datasets }: IntegrationState, model: ModelId) =>
  producersOf(model).flatMap((dataset) => {
    const committed = datasets[dataset]
    if (!committed) return []
    const { fileId, fileName, mappingVersion, syncId = null, committedAt } = committed
    const file = { file_id: fileId, file_name: fileName }
    return [{ dataset, ...file, mapping_version: mappingVersion, sync_id: syncId, committed_at: isoTime(committedAt) }]
  })

const show = (ports: RecordPorts): GeneralEndpoint =>
  ofRecord(ports, async (integration, opened) => {
    const { state, model, body } = opened
    const common = shown(opened, await ownersOf(ports, state, integration.id, [opened]))
    return success({ model, ...common, fields: leavesOf(body), sources: sourcesOf(state, model) })
  })

/** The record, by all names that files may have for it: people may have had others. */
const soughtOf = async (ports: RecordPorts, integration: Integration, { model, record }: Opened): Promise<Sought> => {
  const person = model === 'hris_employees' ? await findPerson(ports, integration, { id: record.id }) : undefined
  const remoteIds = new Set([...(record.remoteId === null ? [] : [record.remoteId]), ...(person?.remoteIds ?? [])])
  return { integrationId: integration.id, model, id: record.id, remoteIds }
}

const showRows = (ports: RecordPorts): GeneralEndpoint =>
  ofRecord(ports, async (integration, opened) =>
    success(await rawRows(ports, integration, opened.state, await soughtOf(ports, integration, opened))),
  )

const showHistory = (ports: RecordPorts): GeneralEndpoint =>
  ofRecord(ports, async (integration, opened, { query: { cursor = '' } }) => {
    const sought = await soughtOf(ports, integration, opened)
    const history = await recordHistory(ports, integration, opened.state, sought, cursor)
    return history ? success(history) : badCursor
  })

const path = '/manage/integrations/{integration_id}/records'

export const recordEndpoints = (ports: RecordPorts) => ({
  [`GET ${path}` as const]: listModels(ports),
  [`GET ${path}/{model}` as const]: list(ports),
  [`GET ${path}/{model}/{record_id}` as const]: show(ports),
  [`GET ${path}/{model}/{record_id}/rows` as const]: showRows(ports),
  [`GET ${path}/{model}/{record_id}/history` as const]: showHistory(ports),
})
