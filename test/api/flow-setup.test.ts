import { beforeAll, describe, expect, test } from 'vitest'
import { mappingKey, syncKey } from '#core/control/keys.ts'
import { newSync, type Sync } from '#core/control/sync.ts'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const flags = { enable_filtering: true, enable_field_mapping: true }

const connected = async (wish: Record<string, unknown> = {}) => {
  const { data } = await api.sdk().connect.createConnectionLink({
    end_user_email: 'hr@acme.example',
    end_user_organization_name: 'Acme',
    ...wish,
  })
  const flow = await openFlow(api, data.link)
  const { json } = await flow.connect([publicKey()])
  return { flow, id: String(json.data.integration_id), link: data.link }
}

const draft = async (flow: Awaited<ReturnType<typeof connected>>['flow'], fields: readonly string[]) => {
  const mapping = {
    dataset: 'employees',
    id: { columns: ['Nr'] },
    fields: Object.fromEntries(fields.map((field) => [field, [{ from: 'column', column: field }]])),
  }
  return flow.call('PUT', '/flow/mappings/employees', { mapping, based_on: 0 })
}

const manage = (method: string, id: string, path: string, body: unknown) =>
  api.call(method, `/manage/integrations/${encodeURIComponent(id)}${path}`, { body })

const stepsOf = async (flow: Awaited<ReturnType<typeof connected>>['flow']) =>
  (await flow.call('GET', '/flow/setup')).json.data.steps

describe('the steps of the setup', () => {
  test('are none where nothing is asked of the customer', async () => {
    const { flow } = await connected()
    const { data } = (await flow.call('GET', '/flow/setup')).json
    expect(data).toEqual({
      step: 'waiting_for_file',
      approver: 'vendor',
      steps: [],
      datasets: [],
      people: null,
      last_sync: null,
    })
  })

  test('show filtering only where a mapped column can be filtered by, and field mapping only with custom fields', async () => {
    const { flow } = await connected(flags)
    expect(await stepsOf(flow)).toEqual([{ id: 'filtering', state: 'waiting_for_file' }])
    await draft(flow, ['first_name'])
    expect(await stepsOf(flow)).toEqual([])
    const other = await connected(flags)
    await draft(other.flow, ['work_location.name'])
    expect(await stepsOf(other.flow)).toEqual([{ id: 'filtering', state: 'open' }])
    const field = { key: 'tier', model: 'hris_employees' }
    const defined = await api.call('POST', '/manage/custom-fields', { body: field })
    expect(await stepsOf(other.flow)).toEqual([
      { id: 'field_mapping', state: 'open' },
      { id: 'filtering', state: 'open' },
    ])
    await other.flow.confirm('filtering')
    expect(await stepsOf(other.flow)).toContainEqual({ id: 'filtering', state: 'done' })
    await api.call('DELETE', `/manage/custom-fields/${defined.json.data.id}`, { body: {} })
  })

  test('that are pointless keep nothing waiting: the flow ends, and an approved mapping is synced', async () => {
    const { flow, id } = await connected(flags)
    await api.putFile(exportFile(id))
    await draft(flow, ['first_name'])
    expect((await flow.finish()).json.data.activation_token).toBeTypeOf('string')
    await manage('POST', id, '/mappings/employees/approve', {})
    expect((await flow.call('GET', '/flow/setup')).json.data).toMatchObject({ step: 'waiting_for_sync', steps: [] })
  })

  test('begin with the mapping where that is left to the customer, and a setup link leads to it', async () => {
    const { flow, id, link } = await connected()
    const setupLink = () =>
      api.sdk().general.createSetupLink({ integration_id: id, body: { link_type: 'MAGIC_LINK', language: 'en' } })
    await expect(setupLink()).rejects.toThrow('No setup step')
    await manage('PATCH', id, '', { mapping_approver: 'customer' })
    expect(await stepsOf(flow)).toEqual([{ id: 'file_mapping', state: 'waiting_for_file' }])
    await api.putFile(exportFile(id))
    await draft(flow, ['first_name'])
    await flow.finish()
    // The customer comes back by the same link: there is something left to do.
    expect((await openFlow(api, link)).opened.status).toBe(200)
    const later = await openFlow(api, (await setupLink()).data.link)
    expect((await later.call('GET', '/flow/setup')).json.data).toMatchObject({
      step: 'waiting_for_customer',
      steps: [{ id: 'file_mapping', state: 'open' }],
      datasets: [{ dataset: 'employees', latest: 1, approved: 0 }],
    })
    await later.call('POST', '/flow/mappings/employees/approve', { version: 1 })
    expect((await later.call('GET', '/flow/setup')).json.data).toMatchObject({
      step: 'waiting_for_sync',
      steps: [{ id: 'file_mapping', state: 'done' }],
    })
  })
})

describe('a file', () => {
  const trouble = issue('ID_MISSING', { ...say('idMissing', { columns: ['id'] }), dataset: 'employees', rows: [3, 4] })

  const judged = async (id: string): Promise<Sync> => {
    const sync: Sync = {
      ...newSync({ id: 'sync-1', integrationId: id, reason: 'file', queuedAt: 5 }),
      datasets: [
        {
          dataset: 'employees',
          fileId: 'file-1',
          fileName: 'employees.csv',
          outcome: 'applied',
          counts: { rows: 5, quarantined: 2, created: 3, updated: 0, rerendered: 0, removed: 0, unchanged: 0, held: 0 },
          issues: [trouble],
        },
      ],
    }
    await api.control.create(syncKey(id, sync.id), sync)
    return sync
  }

  test('comes with what the sync that read it found, row by row, also as a table', async () => {
    const { flow, id } = await connected()
    await api.putFile(exportFile(id, { state: 'ACCEPTED' }))
    const before = (await flow.call('GET', '/flow/files/file-1')).json.data
    expect(before).toMatchObject({ sync_id: null, outcome: null, issues: [] })
    await judged(id)
    const { data } = (await flow.call('GET', '/flow/files/file-1')).json
    expect(data).toMatchObject({ sync_id: 'sync-1', outcome: 'applied', counts: { rows: 5 }, issues: [trouble] })
    const bearer = `Bearer ${flow.opened.json.data.session}`
    const csv = await fetch(`${api.url}/flow/files/file-1/issues.csv`, { headers: { authorization: bearer } })
    expect((await csv.text()).split('\r\n')).toHaveLength(4)
  })

  test('of somebody else is not there', async () => {
    const [mine, theirs] = [await connected(), await connected()]
    await api.putFile(exportFile(theirs.id, { id: 'file-of-theirs' }))
    const { json } = await mine.flow.call('GET', '/flow/files/file-of-theirs')
    expect(json.error.code).toBe('FLOW.FILE_MISSING')
  })
})

test('a mapping that was stored reaches the summary', async () => {
  const { flow, id } = await connected()
  await draft(flow, ['first_name'])
  expect(await api.control.get(mappingKey(id, 'employees', 1))).toBeDefined()
  expect((await flow.call('GET', '/flow/setup')).json.data.datasets).toEqual([
    { dataset: 'employees', file_name: null, latest: 1, approved: 0 },
  ])
})
