import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { storeRows } from './records.ts'

let api: ApiUnderTest
let integrationId: string
const remoteIds = Array.from({ length: 60 }, (_, index) => `p${index}`)

beforeAll(async () => {
  api = await apiUnderTest()
  integrationId = (await api.makeIntegration()).id
  const status = (index: number) => (index % 3 === 0 ? 'ACTIVE' : 'INACTIVE')
  const rows = remoteIds.map((id, index) => [id, { first_name: 'x', employment_status: status(index) }] as const)
  await storeRows(api, integrationId, { employees: Object.fromEntries(rows) })
})

const walk = async (query: Record<string, string>): Promise<string[]> => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const parameters = new URLSearchParams({ ...query, ...(cursor === null ? {} : { cursor }) })
    const { json } = await api.call('GET', `/v1/hris/employees?${parameters}`, {
      headers: { 'x-integration-id': integrationId },
    })
    seen.push(...json.data.results.map((each: { remote_id: string }) => each.remote_id))
    expect(json.data.results.length).toBeLessThanOrEqual(Number(query.page_size))
    cursor = json.data.next
  } while (cursor !== null)
  return seen
}

const queries: fc.Arbitrary<Record<string, string>> = fc.record(
  { updated_after: fc.constant('2026-01-01'), remote_ids: fc.constant(remoteIds.join(',')) },
  { requiredKeys: [] },
)

test('a walk shows every record exactly once, whatever the size of its pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 70 }), queries, async (size, query) => {
      expect((await walk({ ...query, page_size: String(size) })).sort()).toEqual(remoteIds.toSorted())
    }),
    { numRuns: 15 },
  )
})

test('a filtered walk shows every record that the filter keeps exactly once', async () => {
  const active = remoteIds.filter((_, index) => index % 3 === 0).sort()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), queries, async (size, query) => {
      expect((await walk({ ...query, employment_statuses: 'ACTIVE', page_size: String(size) })).sort()).toEqual(active)
    }),
    { numRuns: 15 },
  )
})

test('the page size may change in the middle of a walk, the filters may not', async () => {
  const headers = { 'x-integration-id': integrationId }
  const { json } = await api.call('GET', '/v1/hris/employees?page_size=10', { headers })
  const next = encodeURIComponent(json.data.next)
  expect((await api.call('GET', `/v1/hris/employees?page_size=20&cursor=${next}`, { headers })).status).toBe(200)
  expect((await api.call('GET', `/v1/hris/employees?include_deleted=true&cursor=${next}`, { headers })).status).toBe(
    400,
  )
  expect((await api.call('GET', `/v1/hris/groups?cursor=${next}`, { headers })).status).toBe(400)
  const { id } = await api.makeIntegration()
  const foreign = { 'x-integration-id': id }
  await storeRows(api, id, { employees: { p0: { first_name: 'x' } } })
  expect((await api.call('GET', `/v1/hris/employees?cursor=${next}`, { headers: foreign })).status).toBe(400)
})
