import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'

let api: ApiUnderTest
let integrationId: string
let base: string

const column = (name: string) => [{ from: 'column', column: name }]

const mapping = {
  dataset: 'employees',
  id: { columns: ['Nr'] },
  fields: { first_name: column('Vorname'), last_name: column('Nachname') },
}

beforeAll(async () => {
  api = await apiUnderTest()
})

beforeEach(async () => {
  integrationId = (await api.makeIntegration({}, null)).id
  base = `/manage/integrations/${encodeURIComponent(integrationId)}/mappings/employees`
})

const put = (changes: object = {}) => api.call('PUT', base, { body: { ...mapping, ...changes } })

const keepFile = (id: string, text: string, eventTime = 1) => {
  api.reports.set(id, text)
  return api.putFile(exportFile(integrationId, { id, eventTime, archive: { key: id, versionId: '1' } }))
}

describe('versions', () => {
  test('are listed newest first, and each can be read', async () => {
    await put()
    await put({ fields: { first_name: column('Rufname') } })
    const { json } = await api.call('GET', `${base}/versions`)
    expect(json.data.results.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    expect((await api.call('GET', `${base}/versions/1`)).json.data.mapping).toEqual(mapping)
  })

  test('differ in what is shown: added, changed, gone, the id', async () => {
    await put()
    const fields = { first_name: column('Rufname'), job_title: column('Stelle') }
    await put({ id: { columns: ['Firma', 'Nr'] }, fields })
    const { json } = await api.call('GET', `${base}/versions/2/diff`)
    expect(json.data).toEqual({
      version: 2,
      against: 1,
      id: { before: ['Nr'], after: ['Firma', 'Nr'] },
      dialect: false,
      joins: false,
      mode: false,
      rows: false,
      fields: [
        { field: 'first_name', before: column('Vorname'), after: column('Rufname') },
        { field: 'job_title', before: null, after: column('Stelle') },
        { field: 'last_name', before: column('Nachname'), after: null },
      ],
    })
  })

  test('the same differ in nothing, the first from nothing in everything', async () => {
    await put()
    await put({ id: { columns: ['Nr'] } })
    const same = await api.call('GET', `${base}/versions/2/diff?against=1`)
    expect(same.json.data).toMatchObject({ id: null, dialect: false, fields: [] })
    const first = await api.call('GET', `${base}/versions/1/diff`)
    expect(first.json.data.fields.map(({ field }: { field: string }) => field)).toEqual(['first_name', 'last_name'])
  })

  test('an earlier one becomes the latest again, not approved', async () => {
    await put()
    await put({ fields: {} })
    const { json } = await api.call('POST', `${base}/versions/1/restore`, { body: { reason: 'the other was wrong' } })
    expect(json.data.latest).toMatchObject({ version: 3, mapping, approved_at: null })
  })

  test.each([
    '/versions/9',
    '/versions/one',
    '/versions/0',
    '/versions/1/diff?against=7',
    '/versions/1/diff?against=x',
  ])('%s is refused', async (path) => {
    await put()
    expect((await api.call('GET', base + path)).status).toBe(400)
  })

  test('a mapping too large to be stored is refused with its size', async () => {
    const values = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`word ${index}`, 'DEPARTMENT']))
    const { status, json } = await put({ fields: { job_title: [{ ...column('Stelle')[0], values }] } })
    expect(status).toBe(400)
    expect(json.error.message).toMatch(/has \d{6} bytes; at most 300000/)
  })
})

describe('a draft', () => {
  test('is made of the newest file, and nothing is stored', async () => {
    await keepFile('older', 'Personalnummer;Vorname\n1;Ada', 1)
    await keepFile('newer', 'Personalnummer;Nachname\n1;Lovelace', 2)
    const { json } = await api.call('POST', `${base}/draft`)
    expect(json.data).toMatchObject({ file_id: 'newer', mapping: { fields: { last_name: column('Nachname') } } })
    expect((await api.call('GET', base)).json.data.latest).toBeNull()
  })

  test('is made of a sample that is sent along', async () => {
    const content = Buffer.from('Personalnummer;Vorname\n1;Ada').toString('base64')
    const { json } = await api.call('POST', `${base}/draft`, { body: { sample: { name: 'sample.csv', content } } })
    expect(json.data).toMatchObject({
      file_id: null,
      file_name: 'sample.csv',
      mapping: { id: { columns: ['Personalnummer'] } },
    })
  })

  test('is made as somebody says that the file is read, and tells how it was tried where that fails', async () => {
    const sample = { name: 'x.csv', content: Buffer.from('a@b.example\nid#name\n1#Ada').toString('base64') }
    const said = await api.call('POST', `${base}/draft`, {
      body: { sample, dialect: { delimiter: '#', headerRow: 2 } },
    })
    expect(said.json.data).toMatchObject({ tried: null, mapping: { dialect: { delimiter: '#', headerRow: 2 } } })
    const wrong = await api.call('POST', `${base}/draft`, { body: { sample, dialect: { headerRow: 1 } } })
    expect(wrong.json.data).toMatchObject({
      mapping: null,
      tried: { dialect: { headerRow: 1, encoding: 'utf-8' }, evidence: [{ part: 'encoding' }, {}, {}] },
      issues: [{ code: 'HEADER_MISSING' }],
    })
  })

  test.each([
    [{ sample: { name: 'x.csv', content: 'no base64!' } }, 'sample.content: is not base64'],
    [{ file_id: 'missing' }, 'no file with this id'],
    [{}, 'No file with employees is kept'],
  ])('of %j is refused', async (body, part) => {
    const { status, json } = await api.call('POST', `${base}/draft`, { body })
    expect(status).toBe(400)
    expect(json.error.message).toContain(part)
  })
})

describe('a preview', () => {
  const rows = ['Nr;Vorname;Nachname', '1;Ada;Lovelace', '2;Grace;Hopper', '2;Grace;Hopper', ';Nobody;Here']

  test('says what the latest mapping would make of the newest file, and writes nothing', async () => {
    await put()
    await keepFile('people', rows.join('\n'))
    const before = api.queued.length
    const { json } = await api.call('POST', `${base}/preview`)
    expect(json.data).toMatchObject({
      file_id: 'people',
      outcome: 'applied',
      counts: { rows: 4, created: 2, quarantined: 1 },
      repeated_rows: 1,
    })
    expect(json.data.examples).toContainEqual({
      remote_id: '1',
      difference: 'created',
      fields: expect.objectContaining({ first_name: 'Ada', display_full_name: 'Ada Lovelace' }),
    })
    expect(json.data.issues.map(({ code }: { code: string }) => code)).toContain('ID_MISSING')
    expect(api.queued.length).toBe(before)
  })

  test('tries a mapping that is sent along and not stored', async () => {
    await keepFile('people', rows.join('\n'))
    const tried = { ...mapping, fields: { job_title: column('Nachname') } }
    const { json } = await api.call('POST', `${base}/preview`, { body: { mapping: tried } })
    expect(json.data.examples[0].fields).toMatchObject({ job_title: 'Lovelace' })
    expect((await api.call('GET', base)).json.data.latest).toBeNull()
  })

  test('of a file that the mapping cannot read says why', async () => {
    await put()
    await keepFile('others', 'Id;Name\n1;Ada')
    const { json } = await api.call('POST', `${base}/preview`)
    expect(json.data).toMatchObject({ outcome: 'refused', examples: [], counts: { rows: 0 } })
    expect(json.data.issues[0].code).toBe('ID_COLUMN_MISSING')
  })

  test.each([
    [{ mapping: { ...mapping, dataset: 'absences' } }, 'is not one of employees'],
    [{ version: 4 }, 'no such version'],
  ])('of %j is refused', async (body, part) => {
    await keepFile('people', rows.join('\n'))
    const { status, json } = await api.call('POST', `${base}/preview`, { body })
    expect(status).toBe(400)
    expect(json.error.message).toContain(part)
  })

  test('of a file that is too large to wait for is refused', async () => {
    await put()
    const large = { id: 'large', size: 30_000_000, archive: { key: 'large', versionId: '1' } }
    await api.putFile(exportFile(integrationId, large))
    const { json } = await api.call('POST', `${base}/preview`)
    expect(json.error.message).toContain('20 MB')
  })
})
