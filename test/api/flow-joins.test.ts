import { beforeAll, expect, test } from 'vitest'
import { fileKey } from '#core/control/keys.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const connected = async () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }
  const flow = await openFlow(api, (await api.sdk().connect.createConnectionLink(wish)).data.link)
  const { json } = await flow.connect([publicKey()])
  return { flow, id: String(json.data.integration_id) }
}

const arrive = async (integrationId: string, name: string, text: string) => {
  const key = `files/${integrationId}/${name}`
  api.objects.set(key, new Blob([text]))
  const dataset = name === 'employees.csv' ? 'employees' : null
  const state = dataset ? 'QUEUED' : 'IGNORED'
  const archive = { key, versionId: '1' }
  const file = exportFile(integrationId, {
    id: name,
    name,
    dataset,
    state,
    archive,
    size: text.length,
    sequencer: name,
  })
  await api.control.create(fileKey(file), file)
}

const contracts = { name: 'contracts', files: 'contracts', key: ['Person'], to: ['id'] }
const persons = 'id;name\n1;Ada\n2;Alan\n;Nobody\n4;Grace\n'
const titles = 'Person;Title;IBAN\n1;Engineer;DE89370400440532013000\n2;Clerk;\n2;Boss;\n'

const withFiles = async () => {
  const { flow, id } = await connected()
  await arrive(id, 'employees.csv', persons)
  await arrive(id, 'Contracts-2026-01-31.csv', titles)
  return { flow, id }
}

test('files that no dataset claims can be joined; their columns are shown as others are, masked where they tell too much', async () => {
  const { flow } = await withFiles()
  const { data } = (await flow.call('POST', '/flow/joins', { dataset: 'employees', joins: [] })).json
  expect(data).toMatchObject({
    files: [
      { name: 'Contracts-2026-01-31.csv', word: 'Contracts', columns: [{ name: 'Person' }, {}, { masked: true }] },
    ],
    awaited: [],
    parts: [],
  })
})

test('a joined file is read as its join says, and shows beside it what would be found', async () => {
  const { flow } = await withFiles()
  const asked = { dataset: 'employees', joins: [{ ...contracts, key: ['column 1'], dialect: { headerRow: 0 } }] }
  const { data } = (await flow.call('POST', '/flow/joins', asked)).json
  expect(data.files[0]).toMatchObject({
    columns: [{ name: 'column 1' }, {}, {}],
    dialect: { delimiter: ';', headerRow: 1 },
    evidence: expect.arrayContaining([{ part: 'headerRow', by: 'firstRow' }]),
  })
})

test('joined ones say what the rows find in them, and those that have not come are awaited', async () => {
  const { flow } = await withFiles()
  const joins = [contracts, { name: 'units', files: 'units', key: ['Id'], to: ['contracts.Unit'] }]
  const { data } = (await flow.call('POST', '/flow/joins', { dataset: 'employees', joins: joins.slice(0, 1) })).json
  expect(data).toMatchObject({
    rows: 4,
    parts: [{ name: 'contracts', matched: 2, without_key: 1, repeated: 1 }],
    columns: [{ name: 'contracts.Person' }, { name: 'contracts.Title' }, { name: 'contracts.IBAN', masked: true }],
  })
  expect(JSON.stringify(data)).not.toContain('DE89370400440532013000')
  const { data: both } = (await flow.call('POST', '/flow/joins', { dataset: 'employees', joins })).json
  expect(both.awaited).toEqual(['units.csv'])
})

test('a mapping with joins is previewed with the people that come of it; one that waits for a file says so', async () => {
  const { flow } = await withFiles()
  const fields = {
    first_name: [{ from: 'column', column: 'name' }],
    job_title: [{ from: 'column', column: 'contracts.Title' }],
  }
  const mapping = { dataset: 'employees', id: { columns: ['id'] }, fields, joins: [contracts] }
  const path = '/flow/mappings/employees/preview'
  const { data } = (await flow.call('POST', path, { mapping })).json
  expect(data).toMatchObject({ outcome: 'applied', counts: { rows: 4, quarantined: 1 } })
  expect(data.people[1].fields).toContainEqual(expect.objectContaining({ field: 'job_title', value: 'Boss' }))
  const later = { ...mapping, joins: [{ ...contracts, files: 'others' }] }
  const { data: waits } = (await flow.call('POST', path, { mapping: later })).json
  expect(waits).toMatchObject({ outcome: 'refused', issues: [{ code: 'FILE_AWAITED' }] })
})

test.each([
  [{ ...contracts, files: 'absences' }, 'absences.csv is a file of its own'],
  [{ ...contracts, to: ['id', 'name'] }, 'has 1 key columns in one file and 2 in the other'],
])('joins that cannot work are not stored', async (join, says) => {
  const { flow } = await withFiles()
  const fields = { first_name: [{ from: 'column', column: 'name' }] }
  const mapping = { dataset: 'employees', id: { columns: ['id'] }, fields, joins: [join] }
  const refused = await flow.call('PUT', '/flow/mappings/employees', { mapping, based_on: 0 })
  expect(refused.status).toBe(400)
  expect(refused.json.error.message).toContain(says)
})
