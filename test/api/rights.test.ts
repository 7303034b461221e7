import { beforeAll, describe, expect, test } from 'vitest'
import { chorePartition, choresDueUntil, receiptPartition } from '#core/control/keys.ts'
import { readSuppressions } from '#core/control/suppression.ts'
import { recordId } from '#core/ids/record-id.ts'
import { contentHash } from '../../lambdas/runtime/system.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { company, storeRows } from './records.ts'

let api: ApiUnderTest
let integrationId: string
let base: string

beforeAll(async () => {
  api = await apiUnderTest()
  integrationId = (await api.makeIntegration()).id
  base = `/manage/integrations/${encodeURIComponent(integrationId)}`
  await storeRows(api, integrationId, company)
})

const post = (path: string, body: object) => api.call('POST', `${base}/${path}`, { body })

const anybody = async () => {
  const { json } = await api.call('GET', '/v1/hris/employees', { headers: { 'x-integration-id': integrationId } })
  return json.data.results[0]
}

describe('the erasure of a person', () => {
  test('is promised at once: suppressed, queued, on the list of receipts, and looked after', async () => {
    const { json } = await post('erase-person', { remote_id: 'Grace-0815', reason: 'Ticket 12' })
    expect(json.data).toMatchObject({ kind: 'erasure', state: 'QUEUED', integration_id: integrationId, ended_at: null })
    const id = recordId(api.system.hash, integrationId, 'hris_employees', 'Grace-0815')
    expect(await readSuppressions(api.control, integrationId)).toContain(contentHash(id))
    expect(JSON.parse(api.queued.at(-1)?.body ?? '')).toEqual({
      kind: 'erasure',
      integrationId,
      receiptId: json.data.id,
    })
    const receipts = await api.call('GET', '/manage/receipts')
    expect(receipts.json.data.results).toContainEqual(json.data)
    const soon = choresDueUntil(api.system.clock() + 2 * 60 * 60_000)
    const { documents } = await api.control.query({ pk: chorePartition, until: soon })
    expect(documents.map(({ value }) => value)).toContainEqual(expect.objectContaining({ receiptId: json.data.id }))
  })

  test('is in the audit log with its reason, and without the person', async () => {
    const { json } = await post('erase-person', { remote_id: 'Hedy-0816', reason: 'Ticket 13' })
    const { json: log } = await api.call('GET', `${base}/audit`)
    expect(log.data.results[0]).toMatchObject({
      action: 'person.erased',
      reason: 'Ticket 13',
      subject: { id: json.data.id },
    })
    expect(JSON.stringify(log) + JSON.stringify(api.logged)).not.toContain('Hedy')
  })

  test('may name the record by its id; who has none is not found that way', async () => {
    const { id } = await anybody()
    expect((await post('erase-person', { id, reason: 'Ticket 14' })).json.data).toMatchObject({ state: 'QUEUED' })
    const unknown = await post('erase-person', { id: 'nobody', reason: 'Ticket 15' })
    expect(unknown.json.error).toMatchObject({
      code: 'PLATFORM.INPUT_INVALID',
      message: expect.stringMatching(/remote_id/),
    })
  })

  test('needs one name and a reason', async () => {
    const before = (await api.control.query(receiptPartition)).documents.length
    for (const body of [{}, { reason: 'x' }, { remote_id: '1' }, { id: '1', remote_id: '1', reason: 'x' }])
      expect((await post('erase-person', body)).status).toBe(400)
    expect((await api.control.query(receiptPartition)).documents).toHaveLength(before)
  })
})

describe('the export of a person', () => {
  test('has the records, those that were removed too, and is in the audit log', async () => {
    const { remote_id: remoteId, id } = await anybody()
    const { json } = await post('export-person', { id, reason: 'Ticket 16' })
    expect(json.data.records.hris_employees).toMatchObject([{ id, remote_id: remoteId, remote_deleted_at: null }])
    const { json: log } = await api.call('GET', `${base}/audit`)
    expect(log.data.results[0]).toMatchObject({ action: 'person.exported', reason: 'Ticket 16' })
  })

  test('names the files that nobody could search', async () => {
    await api.putFile(exportFile(integrationId, { archive: { key: 'files/x', versionId: '1' } }))
    const { json } = await post('export-person', { remote_id: 'nobody', reason: 'Ticket 17' })
    expect(json.data).toMatchObject({ records: {}, rows: [], files_not_read: [{ file_name: 'employees.csv' }] })
  })
})

test('a deleted integration has a receipt that says when it is purged, once', async () => {
  const { id } = await api.makeIntegration()
  const path = `/v1/integrations/${encodeURIComponent(id)}`
  await api.call('DELETE', path)
  expect((await api.call('DELETE', path)).status).toBe(404)
  const { json } = await api.call('GET', '/manage/receipts')
  const ofIt = json.data.results.filter((each: { integration_id: string }) => each.integration_id === id)
  expect(ofIt).toMatchObject([{ kind: 'purge', state: 'QUEUED' }])
})
