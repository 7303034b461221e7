import { beforeAll, expect, test } from 'vitest'
import { sftpUserOf } from '#core/ids/integration-id.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
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
type Flow = Awaited<ReturnType<typeof connected>>['flow']

const csv = 'id;name\n1;Erika\n'

const begin = (flow: Flow, wish: Record<string, unknown>) =>
  flow.call('POST', '/flow/uploads', { size: csv.length, ...wish })

/** Puts what the browser would, at the address that it was given. */
const put = (url: string, body: string) => fetch(api.url + new URL(url).pathname, { method: 'PUT', body })

test('a sample lies beside the files and counts as none', async () => {
  const { flow, id } = await connected()
  const { data } = (await begin(flow, { name: 'C:\\Exports\\people.csv', purpose: 'sample' })).json
  expect(data).toMatchObject({ method: 'PUT', file_name: 'people.csv', upload_id: expect.stringMatching(/^\w{24}\./) })
  expect((await put(data.url, csv)).status).toBe(200)
  const key = `samples/${id.replace(':', '/')}/${data.upload_id}`
  expect(await api.objects.get(key)?.text()).toBe(csv)
  expect((await put(data.url, csv)).status).toBe(404)
})

test.each([
  ['employees.csv', undefined, 'employees.csv'],
  ['absences_2026-06-01.csv', undefined, 'absences_2026-06-01.csv'],
  ['My export.TXT', 'employees', 'employees.txt'],
  ['employees', 'absences', 'absences.csv'],
  ['../../other/employees.csv', undefined, 'employees.csv'],
])('a delivery of %s (%s) arrives as the SFTP user would have put it', async (name, dataset, arrived) => {
  const { flow, id } = await connected()
  const { data } = (await begin(flow, { name, dataset, purpose: 'delivery' })).json
  expect(data).toMatchObject({ upload_id: null, file_name: arrived })
  await put(data.url, csv)
  expect(await api.objects.get(`${sftpUserOf(id)}/${arrived}`)?.text()).toBe(csv)
})

test('a delivery whose name says nothing is refused, with the names that do', async () => {
  const { flow } = await connected()
  const refused = await begin(flow, { name: 'people.csv', purpose: 'delivery' })
  expect(refused.status).toBe(400)
  expect(refused.json.error.message).toContain('employees.csv')
})

test('no other size than the promised one is taken', async () => {
  const { flow } = await connected()
  const { data } = (await begin(flow, { name: 'employees.csv', purpose: 'delivery' })).json
  expect((await put(data.url, `${csv}more`)).status).toBe(403)
  expect((await put(data.url, csv)).status).toBe(200)
})

test('a connection that is turned off takes no deliveries', async () => {
  const { flow, id } = await connected()
  await api.sdk().general.setIntegrationEnabled({ integration_id: id, body: { value: false } })
  const refused = await begin(flow, { name: 'employees.csv', purpose: 'delivery' })
  expect([refused.status, refused.json.error.code]).toEqual([403, 'FLOW.NOT_PERMITTED'])
})
