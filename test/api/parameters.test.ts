import {
  GetHrisAbsencesRequest$outboundSchema,
  GetHrisAbsenceTypesRequest$outboundSchema,
  GetHrisEmployeesRequest$outboundSchema,
  GetHrisEmploymentsRequest$outboundSchema,
  GetHrisGroupsRequest$outboundSchema,
  GetHrisLegalEntitiesRequest$outboundSchema,
  GetHrisLocationsRequest$outboundSchema,
  GetHrisTimeOffBalancesRequest$outboundSchema,
  GetHrisTimesheetsRequest$outboundSchema,
} from '@kombo-api/sdk/models/operations'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ListName } from '#core/api/filters.ts'
import { customFieldKey } from '#core/control/keys.ts'
import { putMapping } from '#core/control/mapping-versions.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ModelId } from '#core/model/models.ts'
import type { RecordPut } from '#core/ports/record-store.ts'
import { type ApiUnderTest, apiUnderTest, committed, onEmulator, readyState } from './api-under-test.ts'
import { contrasts, identityKeys, models } from './contrasts.ts'
import { storeRows, writtenAt } from './records.ts'

/** A query, the remote id of a record that it must keep, and of one that it must exclude. */
type Case = { readonly query: string; readonly keeps?: string; readonly excludes?: string }
type Cases = Readonly<Record<string, readonly Case[]>>

const later = writtenAt + 86_400_000
const laterText = new Date(later).toISOString()

let api: ApiUnderTest
let integrationId: string
let ids: ReadonlyMap<string, string>
/** Its files give no personal e-mail addresses and no absence types. */
let poorer: string

const idIn = (list: ListName, which: 'in' | 'out'): string =>
  ids.get(`${models[list]} ${identityKeys[list]?.[which] ?? which}`) ?? ''

const stamped = (put: RecordPut): RecordPut => ({
  ...put,
  ...(put.remoteId === 'in' && { feedAt: later, changedAt: later }),
  ...(put.remoteId === 'gone' && { deletedAt: writtenAt }),
})

const withShoes = (put: RecordPut, model: ModelId): RecordPut => {
  if (model !== 'hris_employees') return put
  const custom_fields = put.remoteId === 'in' ? { shoe_size: '42', coach: true } : { shoe_size: '43' }
  return { ...put, body: JSON.stringify({ ...JSON.parse(put.body), custom_fields }) }
}

const untyped = { id: 'untyped', remote_id: 'untyped', name: 'x', type: null, parent_id: null, remote_data: null }

const sourcesOf = (fields: readonly string[]): Mapping['fields'] =>
  Object.fromEntries(fields.map((field) => [field, [{ from: 'column' as const, column: field }]]))

/** An integration with these rows, whose mappings fill what the rows have but for `without`. */
const integrationWith = async (...without: readonly string[]) => {
  const state = { ...readyState, datasets: { employees: committed, absences: committed, timesheets: committed } }
  const integration = await api.makeIntegration({}, state)
  const { id } = integration
  for (const [dataset, byKey] of Object.entries(contrasts)) {
    const filled = new Set(Object.values<FieldValues>(byKey).flatMap((values) => Object.keys(values)))
    const fields = [...filled, 'custom_fields.shoe_size', 'custom_fields.coach'].filter(
      (field) => !without.includes(field),
    )
    const mapping = { dataset: dataset as Dataset, id: { columns: ['id'] }, fields: sourcesOf(fields) }
    const { version } = await putMapping(api.control, integration, mapping, 1)
    expect(version).toBe(committed.mappingVersion)
  }
  const stored = await storeRows(api, id, contrasts, (put, model) => withShoes(stamped(put), model))
  const moments = { changedAt: writtenAt, feedAt: writtenAt, deletedAt: null }
  await api.putRecords(id, 'hris_teams', [
    { id: 'untyped', remoteId: 'untyped', body: JSON.stringify(untyped), ...moments },
  ])
  return { id, stored }
}

beforeAll(async () => {
  api = await apiUnderTest({}, onEmulator)
  for (const key of ['shoe_size', 'coach', 'unmapped'])
    await api.control.create(customFieldKey('hris_employees', key), {
      ...{ id: key, key, model: 'hris_employees', label: null, description: null },
      ...{ aliases: [], createdAt: 0, changedAt: 0 },
    })
  const { id, stored } = await integrationWith()
  integrationId = id
  ids = stored
  poorer = (await integrationWith('personal_email', 'type.name')).id
})

const page = async (list: string, query: string, integration = integrationId) => {
  const { json } = await api.call('GET', `/v1/hris/${list}?${query}`, { headers: { 'x-integration-id': integration } })
  return json.data as { next: string | null; results: { remote_id: string }[] }
}

const remoteIds = async (list: string, query: string, integration?: string) =>
  (await page(list, query, integration)).results.map(({ remote_id }) => remote_id)

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

const one = (query: string): readonly Case[] => [{ query, keeps: 'in', excludes: 'out' }]

/** Made when asked for: ids are known only once the records are stored. */
type CaseTable = Readonly<Record<ListName, () => Cases>>

const common = (list: ListName): Cases => ({
  updated_after: [
    ...one(`updated_after=${laterText}`),
    { query: `updated_after=${new Date(writtenAt).toISOString().slice(0, 10)}`, keeps: 'out', excludes: 'gone' },
  ],
  include_deleted: [
    { query: 'include_deleted=false', keeps: 'in', excludes: 'gone' },
    { query: 'include_deleted=true', keeps: 'gone' },
  ],
  ignore_unsupported_filters: one(`ignore_unsupported_filters=true&ids=${idIn(list, 'in')}`),
  ids: one(`ids=nobody%2C${idIn(list, 'in')}`),
  remote_ids: one('remote_ids=nobody%2Cin'),
})

const named = (list: ListName): Cases => ({
  ...common(list),
  name_contains: [{ query: 'name_contains=OU', keeps: 'out', excludes: 'in' }],
})

const days = (from: string, until: string): Cases => ({
  [from]: [
    ...one(`${from}=2026-03-06T23:00:00.000Z`),
    { query: `${from}=2026-03-07`, excludes: 'in' },
    { query: `${from}=2026-03-02`, keeps: 'out' },
  ],
  [until]: [
    { query: `${until}=2026-03-04`, keeps: 'out', excludes: 'in' },
    { query: `${until}=2026-03-05T00:00:00.000Z`, keeps: 'in' },
  ],
})

const cases: CaseTable = {
  employees: () => ({
    ...common('employees'),
    employment_statuses: one('employment_statuses=ACTIVE%2CPENDING'),
    employment_status: one('employment_status=ACTIVE'),
    group_ids: one(`group_ids=nobody%2C${idIn('groups', 'in')}`),
    legal_entity_ids: one(`legal_entity_ids=nobody%2C${idIn('legal-entities', 'in')}`),
    work_location_ids: one(`work_location_ids=nobody%2C${idIn('locations', 'in')}`),
    work_emails: one('work_emails=x%40x.example%2CaDA%40acme.EXAMPLE'),
    personal_emails: one('personal_emails=ADA%40home.example'),
    custom_fields: [
      ...one(`custom_fields=${json({ shoe_size: '42' })}`),
      ...one(`custom_fields=${json({ coach: true })}`),
      { query: `custom_fields=${json({ shoe_size: 42 })}`, excludes: 'in' },
      { query: `custom_fields=${json({ coach: null })}`, keeps: 'out', excludes: 'in' },
      { query: `custom_fields=${json({ unmapped: null })}`, excludes: 'in' },
      { query: `custom_fields=${json({ unmapped: null })}&ignore_unsupported_filters=true`, keeps: 'in' },
    ],
  }),
  employments: () => common('employments'),
  groups: () => ({
    ...named('groups'),
    types: [
      ...one('types=DEPARTMENT'),
      { query: 'types=null%2CTEAM', keeps: 'untyped', excludes: 'in' },
      { query: 'types=DEPARTMENT', excludes: 'untyped' },
    ],
  }),
  teams: () => common('teams'),
  'legal-entities': () => named('legal-entities'),
  locations: () => named('locations'),
  'absence-types': () => common('absence-types'),
  absences: () => ({
    ...common('absences'),
    ...days('date_from', 'date_until'),
    ...days('time_from', 'time_until'),
    type_ids: one(`type_ids=nobody%2C${idIn('absence-types', 'in')}`),
    employee_id: one(`employee_id=${idIn('employees', 'in')}`),
  }),
  'time-off-balances': () => ({
    ...common('time-off-balances'),
    employee_id: one(`employee_id=${idIn('employees', 'in')}`),
  }),
  timesheets: () => ({
    ...common('timesheets'),
    employee_id: one(`employee_id=${idIn('employees', 'in')}`),
    started_before: [...one('started_before=2026-03-11T08:00:00.000Z')],
    started_after: [{ query: 'started_after=2026-03-11T08:00:00.000Z', keeps: 'out', excludes: 'in' }],
    ended_before: one('ended_before=2026-03-10T16:00:00.000Z'),
    ended_after: [{ query: 'ended_after=2026-03-11T16:00:00.000Z', keeps: 'out', excludes: 'in' }],
  }),
}

const parametersIn = (schema: object): readonly string[] => Object.keys((schema as { readonly shape: object }).shape)

/** Every parameter of the contract: what the official SDK can send, and the deprecated names that it no longer sends. */
const parametersOf = {
  employees: [...parametersIn(GetHrisEmployeesRequest$outboundSchema), 'employment_status'],
  employments: parametersIn(GetHrisEmploymentsRequest$outboundSchema),
  groups: parametersIn(GetHrisGroupsRequest$outboundSchema),
  teams: parametersIn(GetHrisAbsenceTypesRequest$outboundSchema),
  'legal-entities': parametersIn(GetHrisLegalEntitiesRequest$outboundSchema),
  locations: parametersIn(GetHrisLocationsRequest$outboundSchema),
  'absence-types': parametersIn(GetHrisAbsenceTypesRequest$outboundSchema),
  absences: [...parametersIn(GetHrisAbsencesRequest$outboundSchema), 'time_from', 'time_until'],
  'time-off-balances': parametersIn(GetHrisTimeOffBalancesRequest$outboundSchema),
  timesheets: parametersIn(GetHrisTimesheetsRequest$outboundSchema),
} satisfies Readonly<Record<ListName, readonly string[]>>

const everywhere = ['cursor', 'page_size']

describe.each(Object.keys(parametersOf) as ListName[])('of %s', (list) => {
  test('every parameter of the contract has its case', () => {
    expect([...Object.keys(cases[list]()), ...everywhere].sort()).toEqual(parametersOf[list].toSorted())
  })

  test.each(parametersOf[list].filter((parameter) => !everywhere.includes(parameter)))(
    '%s keeps what it must and excludes what it must',
    async (parameter) => {
      for (const { query, keeps, excludes } of cases[list]()[parameter] ?? []) {
        const found = await remoteIds(list, query)
        if (keeps) expect(found, query).toContain(keeps)
        expect(found, query).not.toContain(excludes)
      }
    },
  )

  test('page_size keeps the first, and cursor leads to the others', async () => {
    const all = await remoteIds(list, '')
    const first = await page(list, 'page_size=1')
    expect(first.results.map(({ remote_id }) => remote_id)).toEqual(all.slice(0, 1))
    expect(await remoteIds(list, `cursor=${encodeURIComponent(first.next ?? '')}`)).toEqual(all.slice(1))
  })
})

describe('a filter that looks at a field without a source', () => {
  const filters: readonly (readonly [ListName, string])[] = [
    ['employees', 'personal_emails=ada%40home.example'],
    ['absences', 'type_ids=whatever'],
  ]

  test.each(filters)('of %s, %s, keeps nothing', async (list, query) => {
    expect(await remoteIds(list, query, poorer)).toEqual([])
    expect(await remoteIds(list, `${query}&ignore_unsupported_filters=false`, poorer)).toEqual([])
  })

  test.each(filters)('of %s, %s, is skipped on request, and only that one', async (list, query) => {
    expect(await remoteIds(list, `${query}&ignore_unsupported_filters=true`, poorer)).toEqual(
      await remoteIds(list, '', poorer),
    )
    expect(await remoteIds(list, `${query}&remote_ids=out&ignore_unsupported_filters=true`, poorer)).toEqual(['out'])
  })
})

test.each([
  ['two at once', { shoe_size: '42', coach: true }, 'custom_fields: must be a JSON object with one custom field'],
  ['none', {}, 'custom_fields: must be a JSON object with one custom field'],
  ['no object', '42', 'custom_fields: must be a JSON object with one custom field'],
  ['a list', { shoe_size: ['42'] }, 'custom_fields.shoe_size: must be a text, a number, true, false or null'],
  ['an object', { shoe_size: { eu: 42 } }, 'custom_fields.shoe_size: must be a text, a number, true, false or null'],
])('a filter by custom fields with %s is refused', async (_, value, sentence) => {
  const { status, json: answer } = await api.call('GET', `/v1/hris/employees?custom_fields=${json(value)}`, {
    headers: { 'x-integration-id': integrationId },
  })
  expect(status).toBe(400)
  expect(answer.error.message).toContain(sentence)
})
