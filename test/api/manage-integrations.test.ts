import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { ChoreSchema } from '#core/control/chore.ts'
import { readDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { chorePartition, integrationKey } from '#core/control/keys.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'

let api: ApiUnderTest
const hour = 60 * 60 * 1000

beforeAll(async () => {
  api = await apiUnderTest()
})

const endUser = (organizationName: string, originId: string | null = null) => ({
  endUser: { organizationName, originId, creatorEmail: null },
})

const pathOf = (id: string) => `/manage/integrations/${encodeURIComponent(id)}`

const listed = async (query: Record<string, string>): Promise<string[]> => {
  const ids: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const { json } = await api.call('GET', `/manage/integrations?${new URLSearchParams({ ...query, cursor: next })}`)
    ids.push(...json.data.results.map(({ id }: { id: string }) => id))
    next = json.data.next
  }
  expect(new Set(ids).size).toBe(ids.length)
  return ids
}

describe('the list', () => {
  test('is walked page by page, each integration once, deleted ones never', async () => {
    const made = await Promise.all(Array.from({ length: 110 }, () => api.makeIntegration({}, null)))
    const { id } = await api.makeIntegration({ status: 'DELETING' })
    const ids = await listed({})
    expect(ids).toEqual(expect.arrayContaining(made.map((each) => each.id)))
    expect(ids).not.toContain(id)
  })

  test('finds by a part of the name, the origin id or the id, in any case', async () => {
    const { id } = await api.makeIntegration(endUser('Größe & Söhne', 'kunde-7'), null)
    expect(await listed({ name: 'SÖHNE' })).toEqual([id])
    expect(await listed({ name: 'kunde-7' })).toEqual([id])
    expect(await listed({ name: id })).toEqual([id])
    expect(await listed({ name: 'nobody is called this' })).toEqual([])
  })

  test('finds by status and by setup', async () => {
    const { id: off } = await api.makeIntegration({ ...endUser('Sleepers'), status: 'INACTIVE' })
    const { id: done } = await api.makeIntegration(endUser('Sleepers'))
    const { id: waiting } = await api.makeIntegration(endUser('Sleepers'), null)
    expect(await listed({ name: 'sleepers', status: 'INACTIVE' })).toEqual([off])
    expect((await listed({ name: 'sleepers', setup_status: 'COMPLETED' })).toSorted()).toEqual([off, done].toSorted())
    expect(await listed({ name: 'sleepers', setup_status: 'INCOMPLETE' })).toEqual([waiting])
  })

  test.each([{ status: 'DELETING' }, { setup_status: 'done' }, { cursor: 'made up' }])('refuses %j', async (query) => {
    const { status } = await api.call('GET', `/manage/integrations?${new URLSearchParams(query)}`)
    expect(status).toBe(400)
  })

  test('has cursors that belong to one search', async () => {
    const { json } = await api.call('GET', '/manage/integrations')
    const query = new URLSearchParams({ cursor: json.data.next, name: 'a' })
    expect((await api.call('GET', `/manage/integrations?${query}`)).status).toBe(400)
  })
})

test('an integration shows what arrived last', async () => {
  const { id } = await api.makeIntegration()
  await api.putFile(exportFile(id, { id: 'old', eventTime: 1 }))
  await api.putFile(exportFile(id, { id: 'new', eventTime: 2, name: 'employees-2.csv' }))
  const { json } = await api.call('GET', pathOf(id))
  expect(json.data).toMatchObject({
    id,
    setup_status: 'COMPLETED',
    employees: 1,
    last_file: { id: 'new', name: 'employees-2.csv' },
    last_sync: null,
    removal_limit: null,
    time_zone: 'UTC',
  })
})

describe('settings', () => {
  /** From when on a file is expected. */
  const since = async (id: string) => {
    const stored = await readDocument(api.control, integrationKey(id), IntegrationSchema)
    return stored?.expectedFile?.since ?? Number.NaN
  }

  /** When it is looked at whether a file of an integration is late. */
  const looks = async (id: string) => {
    const { documents } = await api.control.query({ pk: chorePartition })
    const chores = documents.map(({ value }) => v.parse(ChoreSchema, value))
    return chores.filter((each) => each.integrationId === id && each.kind === 'late').map(({ dueAt }) => dueAt)
  }

  test('change one by one, and what is left out stays', async () => {
    const { id } = await api.makeIntegration()
    const limit = { share: 0.25, records: 40 }
    await api.call('PATCH', pathOf(id), { body: { enable_filtering: true } })
    const { json } = await api.call('PATCH', pathOf(id), { body: { removal_limit: limit, enable_field_mapping: true } })
    expect(json.data).toMatchObject({ enable_filtering: true, enable_field_mapping: true, removal_limit: limit })
    const stored = await readDocument(api.control, integrationKey(id), IntegrationSchema)
    expect(stored?.limits).toEqual({ removals: limit })
    const drift = { share: 0.7, records: 20 }
    await api.call('PATCH', pathOf(id), { body: { drift_limit: drift, swap_limit: limit, quarantine_limit: drift } })
    const all = await readDocument(api.control, integrationKey(id), IntegrationSchema)
    expect(all?.limits).toEqual({ removals: limit, drift, swaps: limit, quarantine: drift })
    const { json: reset } = await api.call('PATCH', pathOf(id), { body: { removal_limit: null } })
    expect(reset.data).toMatchObject({ enable_filtering: true, removal_limit: null, drift_limit: drift })
  })

  test('say who approves mappings: the vendor, until the customer is asked to', async () => {
    const { id } = await api.makeIntegration()
    expect((await api.call('GET', pathOf(id))).json.data.mapping_approver).toBe('vendor')
    await api.call('PATCH', pathOf(id), { body: { mapping_approver: 'customer' } })
    const { json } = await api.call('PATCH', pathOf(id), { body: { enable_filtering: true } })
    expect(json.data.mapping_approver).toBe('customer')
  })

  test('another time zone is synced, the same is not', async () => {
    const { id } = await api.makeIntegration()
    const before = api.queued.length
    await api.call('PATCH', pathOf(id), { body: { time_zone: 'UTC' } })
    expect(api.queued.length).toBe(before)
    await api.call('PATCH', pathOf(id), { body: { time_zone: 'Asia/Tokyo' } })
    expect(api.queued.length).toBe(before + 1)
  })

  test('say how often an employees file is to come: what is looked at when it is late follows every change', async () => {
    const { id } = await api.makeIntegration()
    const patch = async (hours: number | null) => {
      api.passTime(1_000)
      const { json } = await api.call('PATCH', pathOf(id), { body: { expected_every_hours: hours } })
      expect(json.data.expected_every_hours).toBe(hours)
    }
    expect((await api.call('GET', pathOf(id))).json.data.expected_every_hours).toBeNull()
    await patch(10)
    const due = (await since(id)) + 11 * hour
    expect(await looks(id)).toEqual([due])
    // Not from now on: the same is expected as before.
    await patch(10)
    await api.call('PATCH', pathOf(id), { body: { enable_filtering: true } })
    expect(await looks(id)).toEqual([due])
    await patch(100)
    expect(await looks(id)).toEqual([due, (await since(id)) + 110 * hour])
    await patch(null)
    expect(await since(id)).toBeNaN()
  })

  test('an integration that is turned on has time again to send a file', async () => {
    const { id } = await api.makeIntegration({ status: 'INACTIVE', expectedFile: { everyHours: 24, since: 0 } })
    const turnedOnAt = api.ports.system.clock()
    await api.call('PUT', `/v1/integrations/${encodeURIComponent(id)}/enabled`, { body: { value: true } })
    expect(await since(id)).toBeGreaterThanOrEqual(turnedOnAt)
    expect(await looks(id)).toEqual([(await since(id)) + 26.4 * hour])
  })

  test.each([
    [{ time_zone: 'Mars/Olympus' }, 'time_zone: is no time zone'],
    [{ removal_limit: { share: 2, records: 1 } }, 'removal_limit.share'],
    [{ enable_filtering: 'yes' }, 'enable_filtering'],
    [{ expected_every_hours: 0 }, 'expected_every_hours'],
    [{ expected_every_hours: 1.5 }, 'expected_every_hours'],
  ])('%j are refused', async (body, part) => {
    const { id } = await api.makeIntegration()
    const { status, json } = await api.call('PATCH', pathOf(id), { body })
    expect(status).toBe(400)
    expect(json.error.message).toContain(part)
  })

  test('a toggle that is turned on leaves reads as they are', async () => {
    const { id } = await api.makeIntegration()
    await api.call('PATCH', pathOf(id), { body: { enable_field_mapping: true } })
    expect((await api.call('GET', '/v1/hris/groups', { headers: { 'x-integration-id': id } })).status).toBe(200)
  })
})
