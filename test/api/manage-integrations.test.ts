import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { noteArrival } from '#core/control/arrivals.ts'
import { ChoreSchema } from '#core/control/chore.ts'
import { readDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { chorePartition, integrationKey } from '#core/control/keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'

let api: ApiUnderTest

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

  test('is in the order of names, as people sort them', async () => {
    for (const name of ['Sorted zebra', 'sorted 10', 'Sorted Ähre', 'sorted 9', 'SORTED apple'])
      await api.makeIntegration(endUser(name), null)
    const { json } = await api.call('GET', '/manage/integrations?name=sorted')
    expect(
      json.data.results.map((each: { end_user: { organization_name: string } }) => each.end_user.organization_name),
    ).toEqual(['sorted 9', 'sorted 10', 'Sorted Ähre', 'SORTED apple', 'Sorted zebra'])
  })

  test('finds by how they stand, by who has something to do, and by who approves mappings', async () => {
    const { id: off } = await api.makeIntegration({ ...endUser('Standing'), status: 'INACTIVE' })
    const { id: fresh } = await api.makeIntegration({ ...endUser('Standing'), mappingApprover: 'customer' }, null)
    const { id: refused } = await api.makeIntegration(endUser('Standing'))
    await api.putFile(exportFile(refused, { state: 'REFUSED' }))
    expect(await listed({ name: 'standing', state: 'disabled' })).toEqual([off])
    expect(await listed({ name: 'standing', state: 'first_file_awaited' })).toEqual([fresh])
    expect(await listed({ name: 'standing', needs_attention: 'true' })).toEqual([refused])
    expect(await listed({ name: 'standing', needs_attention: 'false' })).toHaveLength(2)
    expect(await listed({ name: 'standing', mapping_approver: 'customer' })).toEqual([fresh])
  })

  test.each([{ status: 'DELETING' }, { setup_status: 'done' }, { state: 'well' }, { cursor: 'made up' }])(
    'refuses %j',
    async (query) => {
      const { status } = await api.call('GET', `/manage/integrations?${new URLSearchParams(query)}`)
      expect(status).toBe(400)
    },
  )

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
  /** A file that has come, so that another can be late. */
  const noted = (id: string, receivedAt: number, dataset: Dataset = 'employees') =>
    noteArrival(api.control, exportFile(id, { receivedAt, dataset }))

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

  test('say how often an employees file is to come: whether it is late is looked at after every change', async () => {
    const { id } = await api.makeIntegration()
    await noted(id, 1_000)
    const patch = async (hours: number | null) => {
      const { json } = await api.call('PATCH', pathOf(id), { body: { expected_every_hours: hours } })
      expect(json.data.expected_every_hours).toBe(hours)
      return json.data.expected_files
    }
    expect((await api.call('GET', pathOf(id))).json.data.expected_every_hours).toBeNull()
    expect(await looks(id)).toEqual([1_000])
    const asked = api.ports.system.clock()
    expect(await patch(10)).toMatchObject([
      { dataset: 'employees', source: 'set', cadence: { every: 'hours', hours: 10, grace: 1 }, late_since: null },
    ])
    expect((await looks(id)).at(-1)).toBeGreaterThanOrEqual(asked)
    const before = await looks(id)
    await api.call('PATCH', pathOf(id), { body: { enable_filtering: true } })
    expect(await looks(id)).toEqual(before)
    expect(await patch(null)).toMatchObject([{ dataset: 'employees', source: 'learned', cadence: null }])
  })

  test('say when the files of each dataset are to come, and on which days none is', async () => {
    const { id } = await api.makeIntegration()
    await noted(id, 1_000, 'absences')
    const cadence = { every: 'week', weekdays: ['monday'], time: '02:00', grace: 3 }
    const calendar = { country: 'DE', region: 'BY', days: ['2026-12-24'] }
    const { json } = await api.call('PATCH', pathOf(id), { body: { cadences: { absences: cadence }, calendar } })
    expect(json.data).toMatchObject({ calendar, expected_files: [{ dataset: 'absences', source: 'set', cadence }] })
    await api.call('PATCH', pathOf(id), { body: { cadences: { employees: 'none' }, expected_every_hours: 24 } })
    const { json: both } = await api.call('PATCH', pathOf(id), { body: { enable_filtering: true } })
    expect(both.data.expected_files).toMatchObject([
      { dataset: 'employees', source: 'set', cadence: null, last_file: null },
      { dataset: 'absences', source: 'set', cadence },
    ])
    const body = { cadences: { absences: 'learned', employees: 'learned' }, calendar: {} }
    const { json: after } = await api.call('PATCH', pathOf(id), { body })
    expect(after.data).toMatchObject({
      calendar: { country: null, region: null, days: [] },
      expected_files: [{ dataset: 'absences', source: 'learned', cadence: null, last_file: { name: 'employees.csv' } }],
    })
  })

  test('an integration that is turned on has time again to send a file', async () => {
    const { id } = await api.makeIntegration({ status: 'INACTIVE', expectedFile: { everyHours: 24, since: 0 } })
    await noted(id, 1_000)
    const turnedOnAt = api.ports.system.clock()
    await api.call('PUT', `/v1/integrations/${encodeURIComponent(id)}/enabled`, { body: { value: true } })
    const stored = await readDocument(api.control, integrationKey(id), IntegrationSchema)
    expect(stored?.turnedOnAt).toBeGreaterThanOrEqual(turnedOnAt)
    expect(await looks(id)).toEqual([1_000, stored?.turnedOnAt])
  })

  test.each([
    [{ time_zone: 'Mars/Olympus' }, 'time_zone: is no time zone'],
    [{ removal_limit: { share: 2, records: 1 } }, 'removal_limit.share'],
    [{ enable_filtering: 'yes' }, 'enable_filtering'],
    [{ expected_every_hours: 0 }, 'expected_every_hours'],
    [{ expected_every_hours: 1.5 }, 'expected_every_hours'],
    [{ cadences: { employees: { every: 'week', weekdays: [], time: '02:00', grace: 1 } } }, 'cadences.employees'],
    [{ calendar: { country: 'QQ' } }, 'calendar.country: is no country'],
    [{ calendar: { days: ['24.12.2026'] } }, 'calendar.days.0: is no day'],
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
