import { describe, expect, it } from 'vitest'
import { readConfiguration } from '#core/control/configuration.ts'
import { updateDocument } from '#core/control/documents.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { scopeConfigKey, stateKey } from '#core/control/keys.ts'
import { putMapping } from '#core/control/mapping-versions.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { tallyKept } from '#core/filter/tally-people.ts'
import { employeesFile, meetPeople } from '../../lambdas/configure/read-people.ts'
import { apiUnderTest, committed, exportFile, readyState } from './api-under-test.ts'

const api = await apiUnderTest()

const csv = [
  'id,name,site,site_name,department,type,status,start,size',
  '1,Ada,B,Bern,Research,full time,active,2020-01-01,M',
  '2,Bob,B,Bern,Sales,part time,,2021-01-01,L',
  '2,Bob,B,Bern,Sales,part time,,2021-01-01,L',
  '3,Cy,Z,Zug,Sales,,active,2999-01-01,M',
  '4,Dee,,,,,,never,M',
  ',nobody,Z,Zug,Sales,,active,2020-01-01,M',
].join('\n')

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: {
    first_name: column('name'),
    'work_location.remote_id': column('site'),
    'work_location.name': column('site_name'),
    'department.name': column('department'),
    employment_type: column('type'),
    'custom_fields.size': column('size'),
  },
}

await api.call('POST', '/manage/custom-fields', { body: { key: 'size', model: 'hris_employees' } })

let files = 0
const connected = async (text: string | null = csv, mapped = true) => {
  const integration = await api.makeIntegration()
  files += 1
  const archive = { key: `files/${files}`, versionId: '1' }
  if (text !== null) {
    api.reports.set(archive.key, text)
    await api.putFile(exportFile(integration.id, { archive, size: text.length }))
  }
  if (mapped) await putMapping(api.control, integration, mapping, 1)
  api.queued.length = 0
  return { id: integration.id, path: `/manage/integrations/${encodeURIComponent(integration.id)}/filter` }
}

const inBern = { field: 'work_location', values: ['B'] }

describe('what a filter can choose from', () => {
  it('is what the newest file tells, counted by people', async () => {
    const { path } = await connected()
    const { json } = await api.call('GET', `${path}/options`)
    expect(json.data).toEqual({
      file_id: 'file-1',
      file_name: 'employees.csv',
      people: 4,
      complete: true,
      fields: [
        {
          field: 'work_location',
          values: [
            { value: 'B', label: 'Bern', count: 2 },
            { value: null, label: null, count: 1 },
            { value: 'Z', label: 'Zug', count: 1 },
          ],
          more: false,
        },
        {
          field: 'group',
          values: [
            { value: 'DEPARTMENT:Sales', label: 'Sales', count: 2 },
            { value: null, label: null, count: 1 },
            { value: 'DEPARTMENT:Research', label: 'Research', count: 1 },
          ],
          more: false,
        },
        {
          field: 'employment_type',
          values: [
            { value: null, label: null, count: 2 },
            { value: 'FULL_TIME', label: 'FULL_TIME', count: 1 },
            { value: 'PART_TIME', label: 'PART_TIME', count: 1 },
          ],
          more: false,
        },
        {
          field: 'custom_fields.size',
          values: [
            { value: 'M', label: 'M', count: 3 },
            { value: 'L', label: 'L', count: 1 },
          ],
          more: false,
        },
      ],
    })
  })

  it('is nothing that is turned off', async () => {
    const { path } = await connected()
    const config = { id: 'default', name: 'Default', settings: { hris_locations: 'DISABLED' } }
    await api.control.create(scopeConfigKey('default'), { ...config, required: [], createdAt: 0, changedAt: 1 })
    const { json } = await api.call('GET', `${path}/options`)
    expect(json.data.fields.map(({ field }: { field: string }) => field)).not.toContain('work_location')
    await api.control.remove(scopeConfigKey('default'))
  })

  it.each<[string, Parameters<typeof connected>, string]>([
    ['no file', [null], 'No employees file'],
    ['no mapping', [csv, false], 'no mapping'],
    ['a file that its mapping cannot read', ['id;name\n1;Ada\n'], 'cannot be read'],
  ])('is refused with a sentence when there is %s', async (_, given, message) => {
    const { path } = await connected(...given)
    expect((await api.call('GET', `${path}/options`)).json.error.message).toContain(message)
    const preview = await api.call('POST', `${path}/preview`, { body: { rules: [inBern] } })
    expect(preview.json.error.message).toContain(message)
  })
})

it.each<[readonly object[], number]>([
  [[], 4],
  [[inBern], 2],
  [[{ field: 'work_location', values: ['B', null] }], 3],
  [[inBern, { field: 'group', values: ['DEPARTMENT:Sales'] }], 1],
  [[{ field: 'custom_fields.size', values: ['M'] }], 3],
])('a preview of %j counts %i of 4 people', async (rules, kept) => {
  const { path } = await connected()
  const { json } = await api.call('POST', `${path}/preview`, { body: { rules } })
  expect(json.data).toEqual({ file_id: 'file-1', file_name: 'employees.csv', people: 4, complete: true, kept })
  expect(api.queued).toEqual([])
})

it('a large file is counted by its first rows', async () => {
  const { id } = await connected()
  const integration = await readIntegration(api.control, id)
  const found = integration && (await employeesFile(api.ports, integration))
  if (found?.kind !== 'file') throw new Error('there is a file')
  const counted = (mostRows?: number) =>
    meetPeople(api.ports, found, () => tallyKept([inBern], found.configuration.today), mostRows)
  expect(await counted()).toEqual({ people: 4, kept: 2, complete: true })
  expect(await counted(1)).toMatchObject({ complete: false })
})

describe('the filter of an integration', () => {
  it('is put as a whole, and a sync carries it out', async () => {
    const { id, path } = await connected()
    expect((await api.call('GET', path)).json.data).toEqual({ rules: [], data_expired_at: null })
    const { json } = await api.call('PUT', path, { body: { rules: [inBern] } })
    expect(json.data.rules).toEqual([inBern])
    expect((await api.call('GET', path)).json.data.rules).toEqual([inBern])
    expect(api.queued.map(({ body, groupId }) => [JSON.parse(body).reason, groupId])).toEqual([['filter', id]])
  })

  it('makes the data expire until it is synced', async () => {
    const integration = await api.makeIntegration({}, null)
    const path = `/manage/integrations/${encodeURIComponent(integration.id)}`
    const { rules } = await readConfiguration(api.control, integration, api.system.clock())
    const employees = { ...committed, configuration: rules('employees').name }
    await api.control.create(stateKey(integration.id), { ...readyState, datasets: { employees } })
    const expired = async () =>
      (await api.sdk().general.getIntegrationDetails({ integration_id: integration.id })).data.data_expired_at
    expect(await expired()).toBeNull()
    const { json } = await api.call('PUT', `${path}/filter`, { body: { rules: [inBern] } })
    expect((await expired())?.toISOString()).toBe(json.data.data_expired_at)
    const changed = { ...integration, filter: { rules: [inBern] } }
    const synced = (await readConfiguration(api.control, changed, api.system.clock())).rules('employees').name
    await updateDocument(api.control, stateKey(integration.id), IntegrationStateSchema, (each) => ({
      ...each,
      datasets: { employees: { ...employees, configuration: synced } },
    }))
    expect(await expired()).toBeNull()
  })

  it.each([
    [{ rules: [{ field: 'salary', values: ['1'] }] }, 'must be one of'],
    [{ rules: [{ field: 'group', values: [] }] }, 'must have a value'],
    [{ rules: [inBern, inBern] }, 'two rules'],
    [{}, 'rules is required'],
  ])('is refused as %j', async (body, message) => {
    const { path } = await connected()
    expect((await api.call('PUT', path, { body })).json.error.message).toContain(message)
  })
})
