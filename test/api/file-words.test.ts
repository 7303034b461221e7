import { expect, test } from 'vitest'
import { approveMapping, putMapping } from '#core/control/mapping-versions.ts'
import { commands } from '../../cli/commands.ts'
import { joinedMapping } from '../sync/joined-workplace.ts'
import { apiUnderTest } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

const api = await apiUnderTest()
process.env.ROSTERPORT_URL = api.url
process.env.ROSTERPORT_API_KEY = api.apiKey

const pathOf = (id: string) => `/manage/integrations/${encodeURIComponent(id)}`
const set = (id: string, file_names: Record<string, readonly string[]>) =>
  api.call('PATCH', pathOf(id), { body: { file_names } })

test('the words of each dataset are set by themselves, shown, and ended by none', async () => {
  const { id } = await api.makeIntegration()
  expect((await api.call('GET', pathOf(id))).json.data.file_names).toEqual({})
  await set(id, { employees: ['Personalstamm ', 'PS_EMPL', 'Personalstamm'] })
  await set(id, { absences: ['Fehlzeiten'] })
  await api.call('PATCH', pathOf(id), { body: { result_files: true } })
  const shown = { employees: ['Personalstamm', 'PS_EMPL'], absences: ['Fehlzeiten'] }
  expect((await api.call('GET', pathOf(id))).json.data.file_names).toEqual(shown)
  expect((await set(id, { employees: [] })).json.data.file_names).toEqual({ absences: ['Fehlzeiten'] })
  const { json } = await api.call('GET', `${pathOf(id)}/audit`)
  expect(json.data.results.map(({ action }: { action: string }) => action)).toContain('integration.changed')
})

test.each([
  [{ absences: ['employees'] }, 'always hold employees'],
  [{ employees: ['*.csv'] }, 'file_names.employees.0'],
  [{ employees: Array.from({ length: 11 }, (_, index) => `word${index}x`) }, 'file_names.employees'],
  [{ people: ['x'] }, 'file_names.people'],
])('%j are refused, and nothing changes', async (names, why) => {
  const { id } = await api.makeIntegration()
  const { status, json } = await set(id, names)
  expect([status, json.error.message]).toEqual([400, expect.stringContaining(why)])
  expect((await api.call('GET', pathOf(id))).json.data.file_names).toEqual({})
})

test('a word and the mapping in use cannot mean the same file, whichever comes last', async () => {
  const integration = await api.makeIntegration()
  const { id } = integration
  const mapping = joinedMapping()
  const draft = await putMapping(api.control, integration, mapping, 0)
  expect((await set(id, { absences: ['Contracts'] })).status).toBe(200)
  const path = `${pathOf(id)}/mappings/employees`
  const refusals = [
    await api.call('PUT', path, { body: mapping }),
    await api.call('POST', `${path}/approve`, { body: {} }),
  ]
  for (const { status, json } of refusals)
    expect([status, json.error.message]).toEqual([400, expect.stringContaining('Files named Contracts hold absences')])
  await set(id, { absences: [] })
  await approveMapping(api.control, { integrationId: id, dataset: 'employees', version: draft.version }, 0)
  const { status, json } = await set(id, { absences: ['Contracts'] })
  expect([status, json.error.message]).toEqual([400, expect.stringContaining('by the mapping of employees')])
})

test('an upload in the browser may be named so, too', async () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }
  const flow = await openFlow(api, (await api.sdk().connect.createConnectionLink(wish)).data.link)
  const id = String((await flow.connect([publicKey()])).json.data.integration_id)
  await set(id, { absences: ['Fehlzeiten'] })
  const begin = (name: string, dataset?: string) =>
    flow.call('POST', '/flow/uploads', { size: 3, name, dataset, purpose: 'delivery' })
  expect((await begin('fehlzeiten_2026.csv')).json.data.file_name).toBe('fehlzeiten_2026.csv')
  expect((await begin('fehlzeiten_2026.csv', 'absences')).json.data.file_name).toBe('fehlzeiten_2026.csv')
  expect((await begin('fehlzeiten_2026.csv', 'employees')).json.data.file_name).toBe('employees.csv')
})

test('the command line sets them', async () => {
  const { id } = await api.makeIntegration()
  const run = (dataset: string | undefined, words: string) =>
    commands['file-names']?.run({ integration: id, ...(dataset === undefined ? {} : { dataset }) }, words)
  expect(await run(undefined, 'Personalstamm, PS_EMPL')).toEqual({
    file_names: { employees: ['Personalstamm', 'PS_EMPL'] },
  })
  expect(await run('absences', 'Fehlzeiten')).toMatchObject({ file_names: { absences: ['Fehlzeiten'] } })
  expect(await run('employees', '')).toEqual({ file_names: { absences: ['Fehlzeiten'] } })
})
