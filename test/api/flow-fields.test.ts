import { beforeAll, describe, expect, test } from 'vitest'
import type { Integration } from '#core/control/integration.ts'
import { columnsKey } from '#core/control/keys.ts'
import { putMapping } from '#core/control/mapping-versions.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { openFlow } from './flow.ts'

let api: ApiUnderTest
let fieldId: string

beforeAll(async () => {
  api = await apiUnderTest()
  const body = { key: 'tier', model: 'hris_employees', label: 'Tier' }
  fieldId = String((await api.call('POST', '/manage/custom-fields', { body })).json.data.id)
})

const csv = 'id,name,site,tier\n1,Ada,Bern,A\n2,Bob,Bern,B\n3,Cy,Zug,A\n'
const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: { first_name: column('name'), 'work_location.name': column('site') },
}

const setupFlow = async (parts: Partial<Integration> = {}) => {
  const integration = await api.makeIntegration({ enableFiltering: true, enableFieldMapping: true, ...parts })
  const { id } = integration
  api.reports.set(`files/${id}`, csv)
  await api.putFile(exportFile(id, { archive: { key: `files/${id}`, versionId: '1' }, size: csv.length }))
  await putMapping(api.control, integration, mapping, 1)
  const columns = ['id', 'name', 'site', 'tier'].map((key) => ({
    id: `c-${key}`,
    key,
    type: 'CUSTOM',
    passthrough: false,
  }))
  await api.control.create(columnsKey(id, 'employees'), { dataset: 'employees', fileId: 'file-1', columns })
  const body = { link_type: 'MAGIC_LINK', language: 'en' } as const
  const { data } = await api.sdk().general.createSetupLink({ integration_id: id, body })
  return { id, flow: await openFlow(api, data.link) }
}

describe('the vendor’s fields', () => {
  test('are filled from a column, and two windows do not overwrite each other', async () => {
    const { flow } = await setupFlow()
    const path = `/flow/custom-fields/${fieldId}`
    const before = (await flow.call('GET', '/flow/custom-fields')).json.data
    expect(before.fields).toEqual([expect.objectContaining({ key: 'tier', label: 'Tier', column_id: null })])
    expect(before.columns).toContainEqual({ id: 'c-tier', name: 'tier', model: 'hris_employees' })
    const mapped = await flow.call('PUT', path, { column_id: 'c-tier', based_on: null })
    expect(mapped.json.data.fields[0].column_id).toBe('c-tier')
    const late = await flow.call('PUT', path, { column_id: 'c-name', based_on: null })
    expect([late.status, late.json.error.code]).toEqual([409, 'FLOW.CHANGED_MEANWHILE'])
    const none = await flow.call('PUT', path, { column_id: null, based_on: 'c-tier' })
    expect(none.json.data.fields[0].column_id).toBeNull()
    expect((await flow.call('PUT', path, { column_id: 'c-x', based_on: null })).status).toBe(400)
  })

  test('are not the customer’s to fill unless the vendor asks', async () => {
    const { flow } = await setupFlow({ enableFieldMapping: false })
    const refused = await flow.call('PUT', `/flow/custom-fields/${fieldId}`, { column_id: null, based_on: null })
    expect([refused.status, refused.json.error.code]).toEqual([403, 'FLOW.NOT_PERMITTED'])
  })
})

const inBern = [{ field: 'work_location', values: ['Bern'] }]

describe('who is stored', () => {
  test('is chosen from what the file has, with counts', async () => {
    const { flow, id } = await setupFlow()
    const { data } = (await flow.call('GET', '/flow/filter')).json
    expect(data).toMatchObject({ rules: [], people: 3, kept: 3, problem: null })
    const sites = data.fields.find((each: { field: string }) => each.field === 'work_location')
    const [bern] = sites.values
    expect(sites.values).toHaveLength(2)
    expect(bern).toMatchObject({ label: 'Bern', count: 2 })
    const rules = [{ field: 'work_location', values: [bern.value] }]
    const counted = await flow.call('POST', '/flow/filter/count', { rules })
    expect(counted.json.data).toEqual({ people: 3, kept: 2 })
    const before = api.queued.length
    const stored = await flow.call('PUT', '/flow/filter', { rules, based_on: [] })
    expect(stored.json.data).toMatchObject({ rules, kept: 2 })
    expect(api.queued.slice(before)).toEqual([expect.objectContaining({ groupId: id })])
    const late = await flow.call('PUT', '/flow/filter', { rules: [], based_on: [] })
    expect([late.status, late.json.error.code]).toEqual([409, 'FLOW.CHANGED_MEANWHILE'])
  })

  test('is not the customer’s to say unless the vendor leaves it to them', async () => {
    const { flow } = await setupFlow({ enableFiltering: false })
    const refused = await flow.call('PUT', '/flow/filter', { rules: inBern, based_on: [] })
    expect([refused.status, refused.json.error.code]).toEqual([403, 'FLOW.NOT_PERMITTED'])
  })

  test('cannot be counted before there is a file', async () => {
    const integration = await api.makeIntegration({ enableFiltering: true })
    const body = { link_type: 'MAGIC_LINK', language: 'en' } as const
    const { data } = await api.sdk().general.createSetupLink({ integration_id: integration.id, body })
    const flow = await openFlow(api, data.link)
    expect((await flow.call('GET', '/flow/filter')).json.data).toMatchObject({ people: null, fields: [] })
    const counted = await flow.call('POST', '/flow/filter/count', { rules: inBern })
    expect(counted.json.error.code).toBe('FLOW.FILE_MISSING')
  })
})
