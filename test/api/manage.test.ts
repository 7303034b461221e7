import { beforeAll, describe, expect, test } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'

let api: ApiUnderTest
let integrationId: string
let base: string

beforeAll(async () => {
  api = await apiUnderTest()
  integrationId = (await api.makeIntegration({}, null)).id
  base = `/manage/integrations/${encodeURIComponent(integrationId)}`
})

const mapping = {
  dataset: 'employees',
  id: { columns: ['Nr'] },
  fields: { first_name: [{ from: 'column', column: 'Vorname' }] },
}

test('a cursor of one list opens no other', async () => {
  const { json } = await api.call('GET', '/manage/integrations')
  const { status } = await api.call('GET', `${base}/files?cursor=${encodeURIComponent(json.data.next)}`)
  expect(status).toBe(400)
})

test('files are listed newest first, with their issues', async () => {
  for (const eventTime of [1, 3, 2]) {
    await api.putFile(
      exportFile(integrationId, { id: `file-${eventTime}`, eventTime, name: `employees-${eventTime}.csv` }),
    )
  }
  const { json } = await api.call('GET', `${base}/files`)
  expect(json.data.results.map(({ id }: { id: string }) => id)).toEqual(['file-3', 'file-2', 'file-1'])
  expect(json.data.results[0]).toMatchObject({ dataset: 'employees', state: 'QUEUED', issues: [] })
})

describe('syncs', () => {
  const dataset = (rows: number): Sync['datasets'][number] => ({
    dataset: 'employees',
    fileId: 'file-1',
    fileName: 'employees.csv',
    outcome: 'applied',
    counts: { rows, quarantined: 0, created: rows, updated: 0, rerendered: 0, removed: 0, unchanged: 0, held: 0 },
    issues: [],
  })

  test('are listed, and one shows its whole report from the archive', async () => {
    const sync = await queueSync(api.ports, { integrationId, reason: 'forced' })
    await updateDocument(
      api.control,
      syncKey(integrationId, sync.id),
      SyncSchema,
      (each): Sync => ({
        ...each,
        state: 'SUCCEEDED',
        endedAt: 1,
        datasets: [dataset(1)],
        report: { key: 'report', versionId: '1' },
      }),
    )
    api.reports.set('report', JSON.stringify({ datasets: [dataset(2)] }))
    const listed = await api.call('GET', `${base}/syncs`)
    expect(listed.json.data.results[0]).toMatchObject({
      id: sync.id,
      state: 'SUCCEEDED',
      datasets: [{ counts: { rows: 1 } }],
    })
    const shown = await api.call('GET', `${base}/syncs/${sync.id}`)
    expect(shown.json.data).toMatchObject({ id: sync.id, reason: 'forced', datasets: [{ counts: { rows: 2 } }] })
  })

  test('one that verifies the records is queued, and says how many differed', async () => {
    const before = api.queued.length
    const { json } = await api.call('POST', `${base}/verify`)
    const { sync_id: id } = json.data
    expect(JSON.parse(api.queued[before]?.body ?? '')).toMatchObject({ syncId: id, reason: 'verify' })
    expect((await api.call('GET', `${base}/syncs/${id}`)).json.data.verified).toBeNull()
    const verified = { records: 12, differing: 1 }
    await updateDocument(api.control, syncKey(integrationId, id), SyncSchema, (each): Sync => ({ ...each, verified }))
    expect((await api.call('GET', `${base}/syncs/${id}`)).json.data.verified).toEqual(verified)
  })

  test('one that has written says what that cost', async () => {
    const { json } = await api.call('POST', `${base}/verify`)
    const { sync_id: id } = json.data
    const shown = async () => (await api.call('GET', `${base}/syncs/${id}`)).json.data
    expect(await shown()).toMatchObject({ write_units: null, write_units_estimated: false })
    const writeUnits = { units: 12.5, estimated: true }
    await updateDocument(api.control, syncKey(integrationId, id), SyncSchema, (each): Sync => ({ ...each, writeUnits }))
    expect(await shown()).toMatchObject({ write_units: 12.5, write_units_estimated: true })
  })

  test('one that is not there is named as such', async () => {
    const { status, json } = await api.call('GET', `${base}/syncs/missing`)
    expect(status).toBe(400)
    expect(json.error.message).toContain('no sync')
  })
})

describe('mappings', () => {
  const path = () => `${base}/mappings/employees`

  test('go from nothing over a new version to an approved one, which is synced', async () => {
    expect((await api.call('GET', path())).json.data).toEqual({
      dataset: 'employees',
      latest: null,
      approved: null,
      approver: 'vendor',
    })
    const put = await api.call('PUT', path(), { body: mapping })
    expect(put.json.data.latest).toMatchObject({ version: 1, origin: 'put', approved_at: null, mapping })
    const before = api.queued.length
    const approved = await api.call('POST', `${path()}/approve`)
    expect(approved.json.data.approved).toMatchObject({ version: 1, approved_at: expect.any(String) })
    expect(JSON.parse(api.queued[before]?.body ?? '')).toMatchObject({
      syncId: approved.json.data.sync_id,
      reason: 'mapping',
    })
    const shown = await api.call('GET', path())
    expect(shown.json.data.approved.version).toBe(1)
  })

  test('a put never changes an approved version', async () => {
    await api.call('PUT', path(), { body: mapping })
    await api.call('POST', `${path()}/approve`, { body: {} })
    const { json: before } = await api.call('GET', path())
    await api.call('PUT', path(), { body: { ...mapping, id: { columns: ['Personalnummer'] } } })
    const { json: after } = await api.call('GET', path())
    expect(after.data.approved).toEqual(before.data.approved)
    expect(after.data.latest.version).toBe(before.data.latest.version + 1)
  })

  test('an earlier version can be approved again', async () => {
    const { json } = await api.call('POST', `${path()}/approve`, { body: { version: 1 } })
    expect(json.data.approved.version).toBe(1)
    expect((await api.call('GET', path())).json.data.approved.version).toBe(1)
  })

  test('concurrent puts each get a version of their own', async () => {
    const puts = await Promise.all([1, 2, 3, 4].map(() => api.call('PUT', path(), { body: mapping })))
    const versions = puts.map(({ json }) => json.data.latest.version)
    expect(new Set(versions).size).toBe(4)
    expect((await api.call('GET', path())).json.data.latest.version).toBe(Math.max(...versions))
  })

  test.each([
    [
      'a field that does not exist',
      { ...mapping, fields: { shoe_size: [{ from: 'column', column: 'x' }] } },
      'shoe_size',
    ],
    [
      'a field that only an object has',
      { ...mapping, fields: { toString: [{ from: 'column', column: 'x' }] } },
      'toString',
    ],
    ['another dataset', { ...mapping, dataset: 'absences' }, 'absences'],
    ['no id column', { ...mapping, id: { columns: [] } }, 'id.columns'],
    ['no body', undefined, 'dataset is required'],
  ])('with %s are refused', async (_, body, part) => {
    const { status, json } = await api.call('PUT', path(), { body })
    expect(status).toBe(400)
    expect(json.error.message).toContain(part)
  })

  test('an unknown dataset or version is refused', async () => {
    expect((await api.call('GET', `${base}/mappings/payslips`)).status).toBe(400)
    expect((await api.call('POST', `${base}/mappings/absences/approve`)).status).toBe(400)
    expect((await api.call('POST', `${path()}/approve`, { body: { version: 99 } })).status).toBe(400)
  })
})
