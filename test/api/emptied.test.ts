import type { Kombo } from '@kombo-api/sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptiedBody } from '#core/records/emptied.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { company, storeRows } from './records.ts'

const removed = Date.UTC(2026, 0, 3)

let api: ApiUnderTest
let kombo: Kombo
let integrationId: string

beforeAll(async () => {
  api = await apiUnderTest()
  integrationId = (await api.makeIntegration()).id
  await storeRows(api, integrationId, company, (put, model) => ({
    ...put,
    body: JSON.stringify(emptiedBody(model, JSON.parse(put.body))),
    deletedAt: removed,
  }))
  kombo = api.sdk(integrationId)
})

const lists = {
  employees: { call: 'getEmployees', count: 3, kept: ['id', 'remote_id'] },
  employments: { call: 'getEmployments', count: 2, kept: ['id', 'employee_id'] },
  groups: { call: 'getGroups', count: 3, kept: ['id', 'remote_id'] },
  'legal-entities': { call: 'getLegalEntities', count: 2, kept: ['id'] },
  locations: { call: 'getLocations', count: 1, kept: ['id'] },
  'absence-types': { call: 'getAbsenceTypes', count: 2, kept: ['id', 'remote_id'] },
  absences: { call: 'getAbsences', count: 3, kept: ['id', 'employee_id'] },
  'time-off-balances': { call: 'getTimeOffBalances', count: 2, kept: ['id', 'employee_id', 'type_id', 'type'] },
  timesheets: { call: 'getTimesheets', count: 2, kept: ['id', 'employee_id'] },
} as const

describe.each(Object.entries(lists))('emptied %s', (name, { call, count, kept }) => {
  test('are read by the official SDK when removed records are asked for', async () => {
    const { result } = await kombo.hris[call]({ include_deleted: true })
    expect(result.data.results).toHaveLength(count)
    expect(result.data.results[0]).toMatchObject({ remote_deleted_at: new Date(removed) })
  })

  test('hold nothing but what may never be null', async () => {
    const { json } = await api.call('GET', `/v1/hris/${name}?include_deleted=true`, {
      headers: { 'x-integration-id': integrationId },
    })
    for (const result of json.data.results) {
      const filled = Object.entries(result).filter(([, value]) => value !== null && !Array.isArray(value))
      expect(filled.map(([key]) => key).sort()).toEqual([...kept, 'changed_at', 'remote_deleted_at'].sort())
      for (const value of Object.values(result)) if (Array.isArray(value)) expect(value).toEqual([])
    }
  })
})

test('an emptied absence lies on no day', async () => {
  const { result } = await kombo.hris.getAbsences({ include_deleted: true, date_from: new Date(0) })
  expect(result.data.results).toEqual([])
})
