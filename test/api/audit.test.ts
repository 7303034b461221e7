import { beforeAll, describe, expect, test } from 'vitest'
import { recordDeed } from '#core/control/audit.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const mapping = { dataset: 'employees', id: { columns: ['Nr'] }, fields: {} }

const integration = async () => {
  const { id } = await api.makeIntegration({}, null)
  return { id, base: `/manage/integrations/${encodeURIComponent(id)}` }
}

const entriesAt = async (path: string) => (await api.call('GET', path)).json.data.results

test('a change is logged with who, what, on which, when and why', async () => {
  const { id, base } = await integration()
  await api.call('PUT', `${base}/mappings/employees`, { body: mapping })
  await api.call('POST', `${base}/mappings/employees/approve`, { body: { version: 1, reason: 'checked by Ada' } })
  const [approved, put] = await entriesAt(`${base}/audit`)
  expect(approved).toEqual({
    id: expect.any(String),
    at: expect.any(String),
    action: 'mapping.approved',
    who: { kind: 'key', id: expect.any(String), name: 'tests' },
    integration_id: id,
    subject: { dataset: 'employees' },
    reason: 'checked by Ada',
  })
  expect(put).toMatchObject({ action: 'mapping.stored', reason: null })
  expect((await entriesAt('/manage/audit')).slice(0, 2)).toEqual([approved, put])
})

test('what was made is named by the id it was given', async () => {
  const { json } = await api.call('POST', '/manage/api-keys', { body: { name: 'another' } })
  const [entry] = await entriesAt('/manage/audit')
  expect(entry).toMatchObject({ action: 'api-key.created', subject: { id: json.data.id }, integration_id: null })
  expect(JSON.stringify(entry)).not.toContain(json.data.api_key)
})

test('an integration that a header names is named in the log', async () => {
  const { id, base } = await integration()
  await api.call('POST', '/v1/force-sync', { headers: { 'x-integration-id': id }, body: {} })
  expect(await entriesAt(`${base}/audit`)).toMatchObject([{ action: 'sync.forced', integration_id: id }])
})

describe('no entry is written', () => {
  test.each([
    ['by reading', 'GET', ''],
    ['by what is refused', 'PUT', '/mappings/payslips'],
    ['by a caller without a key', 'PUT', '/mappings/employees', { authorization: 'Bearer nobody' }],
  ])('%s', async (_, method, path, headers: Record<string, string> = {}) => {
    const { base } = await integration()
    await api.call(method, base + path, { headers, ...(method === 'GET' ? {} : { body: mapping }) })
    expect(await entriesAt(`${base}/audit`)).toEqual([])
  })
})

test('the log is walked page by page, each entry once', async () => {
  const { id, base } = await integration()
  const who = { kind: 'key', id: 'key', name: 'tests' } as const
  const deed = { action: 'mapping.stored', who, integrationId: id, subject: {}, reason: null }
  await Promise.all(Array.from({ length: 105 }, () => recordDeed(api.ports, deed)))
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const { json } = await api.call('GET', `${base}/audit?cursor=${encodeURIComponent(next)}`)
    seen.push(...json.data.results.map(({ id }: { id: string }) => id))
    next = json.data.next
  }
  expect(seen).toHaveLength(105)
  expect(seen).toEqual([...new Set(seen)].toSorted().toReversed())
})

describe('the log is searched by', () => {
  const at = (day: number) => Date.UTC(2020, 0, day)
  const deed = (day: number, parts: Partial<Parameters<typeof recordDeed>[1]> = {}) =>
    recordDeed(
      { control: api.ports.control, system: { ...api.ports.system, clock: () => at(day) } },
      {
        action: 'mapping.approved',
        who: { kind: 'member', id: 'ada@vendor.example', name: 'Ada' },
        integrationId: null,
        subject: { day: String(day) },
        reason: null,
        ...parts,
      },
    )
  const daysOf = async (query: Readonly<Record<string, string>>) =>
    (await entriesAt(`/manage/audit?${new URLSearchParams({ to: '2020-02-01', ...query })}`)).map(
      (entry: { subject: { day: string } }) => Number(entry.subject.day),
    )

  beforeAll(async () => {
    await deed(1)
    await deed(2, { who: { kind: 'key', id: 'k1', name: 'Nightly job' } })
    await deed(3, { action: 'webhook.created', integrationId: 'sftp:abc' })
  })

  test.each([
    ['nothing', {}, [3, 2, 1]],
    ['a part of who it was', { who: 'NIGHTLY' }, [2]],
    ['what was done', { action: 'webhook' }, [3]],
    ['the integration', { integration_id: 'sftp:abc' }, [3]],
    ['a time', { from: '2020-01-02', to: '2020-01-03' }, [2]],
  ])('%s', async (_, query, days) => {
    expect(await daysOf(query)).toEqual(days)
  })
})
