import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type ApiUnderTest, apiUnderTest, onEmulator } from './api-under-test.ts'
import { storeRows } from './records.ts'

let api: ApiUnderTest
let integrationId: string
const remoteIds = Array.from({ length: 40 }, (_, index) => `p${index}`)

const removed = Date.UTC(2026, 0, 3)

beforeAll(async () => {
  api = await apiUnderTest({}, onEmulator)
  integrationId = (await api.makeIntegration()).id
  const rows = remoteIds.map((id, index) => {
    const employment_status = ['ACTIVE', 'INACTIVE', 'LEAVE'][index % 3] ?? null
    const groups = { 'department.name': `department ${index % 4}`, 'work_location.name': `city ${index % 5}` }
    return [id, { work_email: `P${index}@x.example`, employment_status, ...groups }] as const
  })
  await storeRows(api, integrationId, { employees: Object.fromEntries(rows) }, (put) => ({
    ...put,
    ...(put.remoteId?.endsWith('7') && { deletedAt: removed, feedAt: removed }),
  }))
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

type Person = {
  readonly remote_id: string
  readonly remote_deleted_at: string | null
  readonly employment_status: string
  readonly work_email: string
  readonly work_location_id: string
  readonly groups: readonly { readonly id: string }[]
}

/** A filter as the wire has it, and what it means, said once more. */
type Filter = { readonly query: Readonly<Record<string, string>>; readonly keeps: (person: Person) => boolean }

const everyone = async (): Promise<readonly Person[]> => {
  const { json } = await api.call('GET', '/v1/hris/employees?page_size=250&include_deleted=true', {
    headers: { 'x-integration-id': integrationId },
  })
  return json.data.results
}

const some = <Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> =>
  fc.shuffledSubarray([...items], { minLength: 1 })

const filtersAmong = (people: readonly Person[]): fc.Arbitrary<readonly Filter[]> => {
  const anyOf = (parameter: string, of: (person: Person) => readonly string[]): fc.Arbitrary<Filter> =>
    some([...new Set(people.flatMap(of)), 'nobody']).map((wanted) => ({
      query: { [parameter]: wanted.join(',') },
      keeps: (person) => of(person).some((value) => wanted.includes(value)),
    }))
  const since: Filter = {
    query: { updated_after: '2026-01-03' },
    keeps: ({ remote_deleted_at }) => remote_deleted_at !== null,
  }
  return fc.subarray([0, 1, 2, 3, 4, 5]).chain((chosen) => {
    const filters = [
      anyOf('employment_statuses', ({ employment_status }) => [employment_status]),
      anyOf('work_emails', ({ work_email }) => [work_email]),
      anyOf('work_location_ids', ({ work_location_id }) => [work_location_id]),
      anyOf('group_ids', ({ groups }) => groups.map(({ id }) => id)),
      anyOf('remote_ids', ({ remote_id }) => [remote_id]),
      fc.constant(since),
    ]
    return fc.tuple(...filters.filter((_, index) => chosen.includes(index)))
  })
}

test('filtering by pages of any size is filtering the whole list', async () => {
  const people = await everyone()
  expect(people).toHaveLength(remoteIds.length)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      filtersAmong(people),
      async (size, withRemoved, filters) => {
        const query = Object.assign({}, ...filters.map((filter) => filter.query))
        const listed = people.filter(({ remote_deleted_at }) => withRemoved || remote_deleted_at === null)
        const expected = listed.filter((person) => filters.every(({ keeps }) => keeps(person)))
        const walked = await walk({ ...query, include_deleted: String(withRemoved), page_size: String(size) })
        expect(walked.toSorted()).toEqual(expected.map(({ remote_id }) => remote_id).sort())
      },
    ),
    { numRuns: 12 },
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
