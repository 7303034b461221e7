import { once } from 'node:events'
import { createServer } from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { diskDownloads } from '../../local/adapters/disk-downloads.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'

let api: ApiUnderTest
let integrationId: string
let base: string

beforeAll(async () => {
  api = await apiUnderTest()
  integrationId = (await api.makeIntegration({}, null)).id
  base = `/manage/integrations/${encodeURIComponent(integrationId)}/files`
  const archive = { key: 'archived', versionId: '1' }
  await api.putFile(exportFile(integrationId, { id: 'kept', archive, name: 'employees.csv' }))
  await api.putFile(exportFile(integrationId, { id: 'ignored', state: 'IGNORED', eventTime: 2 }))
  const people = Array.from({ length: 80 }, (_, index) => `${index};Person ${index}`)
  api.reports.set('archived', ['Nr;Name', ...people].join('\n'))
})

const lastEntry = async () => {
  const { json } = await api.call('GET', `/manage/integrations/${encodeURIComponent(integrationId)}/audit`)
  return json.data.results[0]
}

test('one file is shown by its id', async () => {
  const { json } = await api.call('GET', `${base}/kept`)
  expect(json.data).toMatchObject({ id: 'kept', name: 'employees.csv', state: 'QUEUED' })
})

test('the first rows are shown as they were cut into cells, and that is logged', async () => {
  const { json } = await api.call('GET', `${base}/kept/rows`)
  expect(json.data).toMatchObject({ file_name: 'employees.csv', header: ['Nr', 'Name'], dialect: { delimiter: ';' } })
  expect(json.data.rows).toHaveLength(50)
  expect(json.data.rows[0]).toEqual({ row: 2, cells: ['0', 'Person 0'] })
  expect(await lastEntry()).toMatchObject({ action: 'file.rows-seen', subject: { file_id: 'kept' } })
})

test('a file that is no table shows why', async () => {
  await api.putFile(exportFile(integrationId, { id: 'binary', archive: { key: 'zeros', versionId: '1' } }))
  api.reports.set('zeros', '\u0000\u0001\u0002'.repeat(100))
  const { json } = await api.call('GET', `${base}/binary/rows`)
  expect(json.data).toMatchObject({ dialect: null, header: [], rows: [] })
  expect(json.data.issues).not.toEqual([])
})

test('a download is an address for a few minutes, and is logged with its reason', async () => {
  const { json } = await api.call('POST', `${base}/kept/download`, { body: { reason: 'customer called' } })
  expect(json.data.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/downloads\/[\w-]{32}$/)
  expect(Date.parse(json.data.expires_at)).toBeGreaterThan(Date.now())
  expect(await lastEntry()).toMatchObject({ action: 'file.downloaded', reason: 'customer called' })
})

test.each([
  ['GET', '/ignored/rows', 'not kept'],
  ['POST', '/ignored/download', 'not kept'],
  ['GET', '/missing', 'no file with this id'],
  ['GET', '/missing/rows', 'no file with this id'],
])('%s %s is refused', async (method, path, part) => {
  const { status, json } = await api.call(method, base + path)
  expect(status).toBe(400)
  expect(json.error.message).toContain(part)
})

test('a file of another integration is not found', async () => {
  const { id } = await api.makeIntegration({}, null)
  const other = `/manage/integrations/${encodeURIComponent(id)}/files/kept`
  for (const path of ['', '/rows']) expect((await api.call('GET', other + path)).status).toBe(400)
  expect((await api.call('POST', `${other}/download`)).status).toBe(400)
})

describe('on the laptop', () => {
  test('the address serves the bytes as an attachment, and no other address does', async () => {
    const { linkTo, serve } = diskDownloads({ open: async () => new Blob(['Nr;Name']).stream() }, '')
    const server = createServer((request, response) => {
      serve(request, response).then((isServed) => isServed || response.writeHead(404).end())
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const place = server.address()
    const origin = `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}`
    const { url } = await linkTo({ key: 'any' }, 'Größe "x".csv')
    const response = await fetch(origin + url)
    expect(await response.text()).toBe('Nr;Name')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22x%22.csv`,
    )
    expect((await fetch(`${origin}/downloads/guess`)).status).toBe(404)
    await new Promise((resolve) => server.close(resolve))
  })
})
