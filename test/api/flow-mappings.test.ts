import { beforeAll, describe, expect, test } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const newFlow = async () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }
  return openFlow(api, (await api.sdk().connect.createConnectionLink(wish)).data.link)
}

const connected = async () => {
  const flow = await newFlow()
  const { json } = await flow.connect([publicKey()])
  return { flow, id: String(json.data.integration_id) }
}
type Flow = Awaited<ReturnType<typeof newFlow>>

const people = [
  'Personalnummer;Vorname;Nachname;Geburtsdatum;IBAN;Gehalt;Status',
  '0001;Erika;Mustermann;31.01.1986;DE89370400440532013000;4200,00;aktiv',
  '0002;Max;Beispiel;01.07.1990;DE02120300000000202051;5100,50;aktiv',
  '0002;Max;Doppelt;01.07.1990;DE02120300000000202051;5100,50;Elternzeit',
  ';Ohne;Nummer;01.07.1990;;;aktiv',
].join('\n')

const sample = async (flow: Flow, content = people, name = 'people.csv'): Promise<string> => {
  const wish = { name, size: Buffer.byteLength(content), purpose: 'sample' }
  const { data } = (await flow.call('POST', '/flow/uploads', wish)).json
  await fetch(api.url + new URL(data.url).pathname, { method: 'PUT', body: content })
  return data.upload_id
}

const secrets = /DE89370400440532013000|DE02120300000000202051|1986|4200|5100/

describe('a sample', () => {
  test('is understood: dialect, columns, rows, a draft and what is wrong; what tells too much is masked', async () => {
    const { flow } = await connected()
    const { json } = await flow.call('POST', '/flow/understand', { upload_id: await sample(flow) })
    const { data } = json
    expect(data).toMatchObject({
      file_name: 'people.csv',
      file_id: null,
      dataset: 'employees',
      dialect: { delimiter: ';', encoding: 'utf-8', headerRow: 1 },
      row_count: 4,
      mapping: { id: { columns: ['Personalnummer'] } },
    })
    const column = (name: string) => data.columns.find((each: { name: string }) => each.name === name)
    expect(column('Vorname')).toEqual({
      name: 'Vorname',
      filled: 1,
      distinct: 3,
      examples: ['Erika', 'Max', 'Ohne'],
      masked: false,
      day_order: null,
    })
    expect(column('Geburtsdatum')).toMatchObject({ masked: true, examples: ['00.00.0000'] })
    expect(column('IBAN')).toMatchObject({ masked: true })
    expect(column('Gehalt')).toMatchObject({ masked: true })
    expect(data.proposals).toContainEqual(expect.objectContaining({ field: 'first_name', column: 'Vorname' }))
    expect(JSON.stringify(data)).not.toMatch(secrets)
  })

  test('that cannot be read says why', async () => {
    const { flow } = await connected()
    const { json } = await flow.call('POST', '/flow/understand', {
      upload_id: await sample(flow, '%PDF-1.7 \n', 'people.pdf'),
    })
    expect(json.data).toMatchObject({ mapping: null, dialect: null, issues: [{ severity: 'error' }] })
  })

  test('of somebody else is not there', async () => {
    const mine = await connected()
    const upload = await sample((await connected()).flow)
    const { status, json } = await mine.flow.call('POST', '/flow/understand', { upload_id: upload })
    expect([status, json.error.code]).toEqual([409, 'FLOW.FILE_MISSING'])
  })

  test('before any file there is none to understand', async () => {
    const { flow } = await connected()
    expect((await flow.call('POST', '/flow/understand', {})).json.error.code).toBe('FLOW.FILE_MISSING')
  })
})

describe('the values of columns', () => {
  test('come with their counts, and prove whether a column identifies a row', async () => {
    const { flow } = await connected()
    const upload_id = await sample(flow)
    const ask = async (...columns: string[]) =>
      (await flow.call('POST', '/flow/values', { upload_id, dataset: 'employees', columns })).json
    const status = (await ask('Status')).data
    expect(status.columns).toEqual([
      {
        column: 'Status',
        filled: 4,
        distinct: 2,
        masked: false,
        values: [
          { value: 'aktiv', count: 3 },
          { value: 'Elternzeit', count: 1 },
        ],
      },
    ])
    expect((await ask('Personalnummer')).data.together).toEqual({
      distinct: 2,
      empty: 1,
      repeated: [{ value: '0002', rows: [3, 4] }],
      unique: false,
    })
    expect((await ask('Vorname', 'Nachname')).data.together).toMatchObject({ unique: true, empty: 0 })
    expect(JSON.stringify(await ask('IBAN', 'Gehalt', 'Geburtsdatum'))).not.toMatch(secrets)
    expect((await ask('Vorgesetzter')).error.message).toContain('Vorgesetzter')
  })
})

const mapping = (first = 'Vorname') => ({
  dataset: 'employees',
  dialect: { delimiter: ';' },
  id: { columns: ['Personalnummer'] },
  fields: {
    first_name: [{ from: 'column', column: first }],
    date_of_birth: [{ from: 'column', column: 'Geburtsdatum', dateFormat: 'dd.MM.yyyy' }],
    job_title: [{ from: 'column', column: 'Gehalt' }],
  },
})

test('a preview shows people beside their rows, masked, and what the whole file would come to', async () => {
  const { flow } = await connected()
  const body = { upload_id: await sample(flow), mapping: mapping() }
  const { data } = (await flow.call('POST', '/flow/mappings/employees/preview', body)).json
  expect(data).toMatchObject({ outcome: 'applied', counts: { rows: 4, created: 2, quarantined: 1 } })
  const [erika, , , nobody] = data.people
  expect(erika).toMatchObject({ row: 2, remote_id: '0001' })
  expect(erika.fields).toContainEqual({ field: 'first_name', value: 'Erika', columns: ['Vorname'], masked: false })
  expect(erika.fields).toContainEqual({
    field: 'date_of_birth',
    value: '0000-00-00',
    columns: ['Geburtsdatum'],
    masked: true,
  })
  expect(erika.fields).toContainEqual({ field: 'job_title', value: '0000,00', columns: ['Gehalt'], masked: true })
  expect(erika.cells[1]).toEqual({ column: 'Vorname', value: 'Erika', masked: false })
  expect(nobody).toMatchObject({ row: 5, remote_id: null, fields: [], issues: [{ code: 'ID_MISSING' }] })
  expect(data.repeated_rows).toBe(1)
  expect(JSON.stringify(data)).not.toMatch(secrets)
})

test('a preview shows the rows that count, with what stands above them in their blocks', async () => {
  const { flow } = await connected()
  const text = 'Nr,Name,Ab,Titel\n1,Ada,2020-01-01,Clerk\n,,2021-01-01,Boss\n2,Alan,2020-01-01,Clerk\n'
  const rows = { fillDown: ['Nr', 'Name'], current: { from: 'Ab' } }
  const fields = { first_name: [{ from: 'column', column: 'Name' }], job_title: [{ from: 'column', column: 'Titel' }] }
  const settled = { dataset: 'employees', id: { columns: ['Nr'] }, fields, rows }
  const body = { upload_id: await sample(flow, text), mapping: settled }
  const { data } = (await flow.call('POST', '/flow/mappings/employees/preview', body)).json
  expect(data.people.map(({ row }: { row: number }) => row)).toEqual([3, 4])
  expect(data.people[0].fields).toMatchObject([{ value: 'Ada' }, { value: 'Boss' }])
})

test('a column of dates says which row tells day from month, however far behind it is', async () => {
  const { flow } = await connected()
  const early = Array.from({ length: 1_100 }, (_, at) => `${at},03/04/2020,x\n`).join('')
  const upload_id = await sample(flow, `Nr,Start,Other\n${early}1100,31/12/2020,y\n`)
  const { data } = (await flow.call('POST', '/flow/understand', { upload_id })).json
  expect(data.columns.map(({ day_order }: { day_order: unknown }) => day_order)).toEqual([
    null,
    { order: 'dayFirst', row: 1_102 },
    null,
  ])
})

const leaveToCustomer = (id: string) =>
  api.call('PATCH', `/manage/integrations/${encodeURIComponent(id)}`, { body: { mapping_approver: 'customer' } })

describe('a mapping in the flow', () => {
  const path = '/flow/mappings/employees'

  test('is stored as the latest, and two windows do not overwrite each other', async () => {
    const { flow } = await connected()
    expect((await flow.call('GET', path)).json.data).toEqual({
      dataset: 'employees',
      latest: null,
      approved: null,
      approver: 'vendor',
    })
    const [one, two] = await Promise.all([
      flow.call('PUT', path, { mapping: mapping(), based_on: 0 }),
      flow.call('PUT', path, { mapping: mapping('Nachname'), based_on: 0 }),
    ])
    expect([one.status, two.status].toSorted()).toEqual([200, 409])
    const stored = one.status === 200 ? one : two
    expect((await flow.call('GET', path)).json.data.latest).toEqual(stored.json.data.latest)
    const late = await flow.call('PUT', path, { mapping: mapping(), based_on: 0 })
    expect(late.json.error.code).toBe('FLOW.CHANGED_MEANWHILE')
    const next = await flow.call('PUT', path, { mapping: mapping(), based_on: 1 })
    expect(next.json.data.latest).toMatchObject({ version: 1, revision: 2, approved_at: null, origin: 'editor' })
  })

  test('is written over while it is edited, by whoever has seen its last revision, until it is approved', async () => {
    const { flow, id } = await connected()
    await leaveToCustomer(id)
    await flow.call('PUT', path, { mapping: mapping(), based_on: 0 })
    const [one, two] = await Promise.all([
      flow.call('PUT', path, { mapping: mapping('Nachname'), based_on: 1, revision: 1 }),
      flow.call('PUT', path, { mapping: mapping('Vorname'), based_on: 1, revision: 1 }),
    ])
    expect([one.status, two.status].toSorted()).toEqual([200, 409])
    const { latest } = (await flow.call('GET', path)).json.data
    expect(latest).toMatchObject({ version: 1, revision: 2 })
    const unseen = await flow.call('POST', `${path}/approve`, { version: 1, revision: 1 })
    expect(unseen.json.error.code).toBe('FLOW.CHANGED_MEANWHILE')
    const approved = await flow.call('POST', `${path}/approve`, { version: 1, revision: 2 })
    expect(approved.json.data.approved).toEqual({ ...latest, approved_at: expect.any(String) })
    const next = await flow.call('PUT', path, { mapping: mapping(), based_on: 1, revision: 2 })
    expect(next.json.data).toMatchObject({ approved: { version: 1 }, latest: { version: 2, revision: 1 } })
    const versions = await api.call('GET', `/manage/integrations/${encodeURIComponent(id)}/mappings/employees/versions`)
    expect(versions.json.data.results.map((each: { version: number }) => each.version)).toEqual([2, 1])
  })

  test('does not take the place of what the vendor has written', async () => {
    const { flow, id } = await connected()
    const managed = `/manage/integrations/${encodeURIComponent(id)}/mappings/employees`
    await api.call('PUT', managed, { body: mapping() })
    const saved = await flow.call('PUT', path, { mapping: mapping('Nachname'), based_on: 1 })
    expect(saved.json.data.latest).toMatchObject({ version: 2, origin: 'editor' })
    const first = await api.call('GET', `${managed}/versions/1`)
    expect(first.json.data).toMatchObject({ origin: 'put', mapping: mapping() })
  })

  test('is approved by the customer only where that is left to them, and as it was shown', async () => {
    const { flow, id } = await connected()
    await flow.call('PUT', path, { mapping: mapping(), based_on: 0 })
    const refused = await flow.call('POST', `${path}/approve`, { version: 1 })
    expect([refused.status, refused.json.error.code]).toEqual([403, 'FLOW.NOT_PERMITTED'])
    await leaveToCustomer(id)
    expect((await flow.call('POST', `${path}/approve`, { version: 2 })).json.error.code).toBe('FLOW.CHANGED_MEANWHILE')
    const before = api.queued.length
    const approved = await flow.call('POST', `${path}/approve`, { version: 1 })
    expect(approved.json.data).toMatchObject({ approver: 'customer', approved: { version: 1 } })
    expect(api.queued.slice(before)).toEqual([expect.objectContaining({ groupId: id })])
  })

  test('that lacks what the vendor needs is not approved', async () => {
    const { flow, id } = await connected()
    await leaveToCustomer(id)
    const wish = { name: 'Strict', settings: {}, required: ['hris_employees.last_name'] }
    const scope = await api.call('POST', '/manage/scope-configs', { body: wish })
    await updateDocument(api.control, integrationKey(id), IntegrationSchema, (each) => ({
      ...each,
      scopeConfigId: String(scope.json.data.id),
    }))
    await flow.call('PUT', path, { mapping: mapping(), based_on: 0 })
    const refused = await flow.call('POST', `${path}/approve`, { version: 1 })
    expect(refused.json.error.message).toContain('hris_employees.last_name')
  })

  test('with a field that there is not is refused', async () => {
    const { flow } = await connected()
    const wrong = { ...mapping(), fields: { shoe_size: [{ from: 'column', column: 'Vorname' }] } }
    const refused = await flow.call('PUT', path, { mapping: wrong, based_on: 0 })
    expect(refused.json.error.message).toContain('shoe_size')
  })
})
