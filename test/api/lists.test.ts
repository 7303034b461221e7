import type { Kombo } from '@kombo-api/sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordPut } from '#core/ports/record-store.ts'
import { type ApiUnderTest, apiUnderTest, onEmulator } from './api-under-test.ts'
import { company, storeRows, writtenAt } from './records.ts'

let api: ApiUnderTest
let integrationId: string
let ids: ReadonlyMap<string, string>
let kombo: Kombo

beforeAll(async () => {
  api = await apiUnderTest({}, onEmulator)
  integrationId = (await api.makeIntegration()).id
  ids = await storeRows(api, integrationId, company)
  kombo = api.sdk(integrationId)
})

type Listed = { readonly result: { readonly data: { readonly results: readonly { remote_id: string | null }[] } } }

const allOf = async (pages: PromiseLike<AsyncIterable<Listed>>) => {
  const found: (string | null)[] = []
  for await (const page of await pages) found.push(...page.result.data.results.map(({ remote_id }) => remote_id))
  return found.sort()
}

const lists = {
  employees: { call: 'getEmployees', remoteIds: ['0007', '0008', '0009'] },
  employments: { call: 'getEmployments', remoteIds: ['e1', 'e2'] },
  groups: { call: 'getGroups', remoteIds: ['Research', 'Research', 'Sales'] },
  'legal-entities': { call: 'getLegalEntities', remoteIds: ['Acme GmbH', 'Acme Ltd'] },
  locations: { call: 'getLocations', remoteIds: ['Berlin'] },
  'absence-types': { call: 'getAbsenceTypes', remoteIds: ['Sick leave', 'Vacation'] },
  'time-off-balances': { call: 'getTimeOffBalances', remoteIds: ['b1', 'b2'] },
  absences: { call: 'getAbsences', remoteIds: ['a1', 'a2', 'a3'] },
  timesheets: { call: 'getTimesheets', remoteIds: ['t1', 't2'] },
} as const

describe.each(Object.entries(lists))('the official SDK reads %s', (name, { call, remoteIds }) => {
  test('without arguments', async () => {
    expect(await allOf(kombo.hris[call]())).toEqual(remoteIds)
  })

  test('page by page', async () => {
    expect(await allOf(kombo.hris[call]({ page_size: 1 }))).toEqual(remoteIds)
  })

  test('by remote id', async () => {
    const first = remoteIds[0]
    const found = await allOf(kombo.hris[call]({ remote_ids: [first, 'nobody'] }))
    expect(found).toEqual(remoteIds.filter((remoteId) => remoteId === first))
  })

  test('as an empty list where the integration has none', async () => {
    const empty = await api.makeIntegration()
    expect(await allOf(api.sdk(empty.id).hris[call]())).toEqual([])
  })

  test('changed since a moment, by a clock that may be two seconds ahead', async () => {
    const since = (moment: number) => allOf(kombo.hris[call]({ updated_after: new Date(moment) }))
    expect(await since(writtenAt + 2_000)).toEqual(remoteIds)
    expect(await since(writtenAt + 2_001)).toEqual([])
  })

  test('as a last page that says so', async () => {
    const { json } = await api.call('GET', `/v1/hris/${name}?page_size=${remoteIds.length}`, {
      headers: { 'x-integration-id': integrationId },
    })
    expect(json.data.next).toBeNull()
    expect(json.data.results).toHaveLength(remoteIds.length)
  })
})

const get = async (query: string) =>
  (await api.call('GET', `/v1/hris/${query}`, { headers: { 'x-integration-id': integrationId } })).json

test('employees are found by id, and only those asked for', async () => {
  const wanted = ids.get('hris_employees 0008') ?? ''
  expect(await allOf(kombo.hris.getEmployees({ ids: [wanted, 'missing'] }))).toEqual(['0008'])
  expect(await allOf(kombo.hris.getEmployees({ ids: [wanted], remote_ids: ['0007'] }))).toEqual([])
})

test('a blank list filters nothing', async () => {
  expect((await get('employees?ids=&employment_statuses=')).data.results).toHaveLength(3)
})

test('dates reach the app as dates, numbers as numbers, and leading zeros stay', async () => {
  const { result } = await kombo.hris.getEmployees({ remote_ids: ['0007'] })
  const [ada] = result.data.results
  expect(ada).toMatchObject({ remote_id: '0007', weekly_hours: 38.5, display_full_name: 'Ada Çelik' })
  expect(ada?.date_of_birth).toEqual(new Date('1986-01-31T00:00:00.000Z'))
  expect(ada?.changed_at).toEqual(new Date(writtenAt))
})

test('an unknown word of an open enum reaches the app as it is', async () => {
  const { result } = await kombo.hris.getEmployees({ remote_ids: ['0009'] })
  expect(result.data.results[0]?.employment_status).toBe('seconded')
})

test('a removed record is listed only when deleted ones are asked for', async () => {
  const { id } = await api.makeIntegration()
  const removed = Date.UTC(2026, 0, 3)
  const markBen = (put: RecordPut): RecordPut => (put.remoteId === '0008' ? { ...put, deletedAt: removed } : put)
  await storeRows(api, id, { employees: company.employees ?? {} }, markBen)
  const sdk = api.sdk(id)
  expect(await allOf(sdk.hris.getEmployees())).toEqual(['0007', '0009'])
  expect(await allOf(sdk.hris.getEmployees({ ids: undefined, remote_ids: ['0008'] }))).toEqual([])
  const { result } = await sdk.hris.getEmployees({ include_deleted: true, remote_ids: ['0008'] })
  expect(result.data.results[0]?.remote_deleted_at).toEqual(new Date(removed))
})

test('the deprecated teams are the groups', async () => {
  expect((await get('teams')).data).toEqual((await get('groups')).data)
})

test('balances are found by employee, and show their type', async () => {
  const employee = ids.get('hris_employees 0007') ?? ''
  const { result } = await kombo.hris.getTimeOffBalances({ employee_id: employee })
  expect(result.data.results).toMatchObject([
    {
      remote_id: 'b1',
      employee_id: employee,
      type_id: ids.get('hris_absence_types Vacation'),
      balance: 12.5,
      balance_unit: 'DAYS',
      used: 17,
      used_unit: 'DAYS',
      type: { remote_id: 'Vacation', name: 'Vacation', unit: 'DAYS' },
    },
  ])
})

test('absences are found by employee, type and day', async () => {
  const employee = ids.get('hris_employees 0007') ?? ''
  const type = ids.get('hris_absence_types Vacation') ?? ''
  expect(await allOf(kombo.hris.getAbsences({ employee_id: employee }))).toEqual(['a1', 'a3'])
  expect(await allOf(kombo.hris.getAbsences({ employee_id: employee, page_size: 1 }))).toEqual(['a1', 'a3'])
  expect(await allOf(kombo.hris.getAbsences({ type_ids: [type] }))).toEqual(['a1'])
  const [from, until] = [new Date('2026-03-06T18:00:00Z'), new Date('2026-04-01T06:00:00Z')]
  expect(await allOf(kombo.hris.getAbsences({ date_from: from, date_until: until }))).toEqual(['a1', 'a2'])
})

test('a page ends before it grows too large for a function to answer, and the rest follows', async () => {
  const { id } = await api.makeIntegration()
  const employees = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, { first_name: 'x' }]))
  const grow = (put: RecordPut): RecordPut => ({
    ...put,
    body: JSON.stringify({ ...JSON.parse(put.body), job_title: 'ü'.repeat(90_000) }),
  })
  await storeRows(api, id, { employees }, grow)
  const sizes: number[] = []
  for await (const { result } of await api.sdk(id).hris.getEmployees({ updated_after: new Date(0) })) {
    sizes.push(JSON.stringify(result.data.results).length)
  }
  expect(await allOf(api.sdk(id).hris.getEmployees())).toHaveLength(40)
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.max(...sizes) * 2).toBeLessThan(5_500_000)
})
