import { expect, test } from 'vitest'
import type { ApiRequest } from '#core/api/endpoint.ts'
import { updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { fileKey } from '#core/control/keys.ts'
import { recordId } from '#core/ids/record-id.ts'
import { recordEndpoints } from '../../lambdas/api/records.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { filesOf } from '../sync/replay-staff.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

type Route = keyof ReturnType<typeof recordEndpoints>
const base = '/manage/integrations/{integration_id}/records'

const explorer = (work: Workplace) => {
  const system = { ...systemOf('test'), clock: work.now }
  const endpoints = recordEndpoints({ ...work.ports, decode: decodeWithoutKeys, system } as never)
  const ask = async (route: Route, path: Record<string, string>, query: Record<string, string> = {}) => {
    const request: ApiRequest = {
      path: { integration_id: integrationId, ...path },
      query,
      headers: {},
      body: undefined,
      address: '',
      caller: null,
    }
    const answer = await endpoints[route](request)
    return answer.kind === 'refused' ? { refused: answer.message } : JSON.parse(answer.body).data
  }
  return {
    models: () => ask(`GET ${base}`, {}),
    list: (model: string, query: Record<string, string> = {}) => ask(`GET ${base}/{model}`, { model }, query),
    show: (model: string, record_id: string) => ask(`GET ${base}/{model}/{record_id}`, { model, record_id }),
    rows: (model: string, record_id: string) => ask(`GET ${base}/{model}/{record_id}/rows`, { model, record_id }),
    history: (model: string, record_id: string, cursor = '') =>
      ask(`GET ${base}/{model}/{record_id}/history`, { model, record_id }, { cursor }),
    idOf: (remoteId: string) => recordId(system.hash, integrationId, 'hris_employees', remoteId),
  }
}

const push = async (work: Workplace, rows: readonly string[]) =>
  work.run(await work.deliver('employees.csv', employeesCsv(rows)))

const names = (page: { results: { cells: unknown[] }[] }) => page.results.map(({ cells }) => cells[0])

const staff = ['1,Zoë,,B,Bern,Research,2020-01-01', '2,Bo,1,B,Bern,Sales,2021-01-01', '3,Cy,1,G,Genf,Sales,']

const openStaffed = async () => {
  const work = await openWorkplace()
  await push(work, staff)
  work.pass(60_000)
  return { work, look: explorer(work) }
}

test('models tell how many records they have', async () => {
  const { look } = await openStaffed()
  const { models } = await look.models()
  expect(models).toContainEqual({ model: 'hris_employees', records: 3, disabled: false })
  expect(models).toContainEqual({ model: 'hris_timesheets', records: null, disabled: false })
})

test('a list shows the columns that were asked for, those of what records mention too', async () => {
  const { look } = await openStaffed()
  const columns = 'first_name,manager.first_name,groups.name,weekly_hours'
  const page = await look.list('hris_employees', { columns })
  expect(page).toMatchObject({ next: null, searched: 3 })
  expect(page.results.map(({ cells }: { cells: unknown }) => cells)).toContainEqual(['Bo', 'Zoë', 'Sales', null])
})

test.each([
  [{ search: 'zoe' }, ['Zoë']],
  [{ search: '3' }, ['Cy']],
  [{ search: 'nobody' }, []],
  [{ statuses: 'ACTIVE' }, ['Bo', 'Zoë']],
  [{ deleted: 'only' }, []],
  [{ changed_since: '2030-01-01' }, []],
  [{ changed_since: '2020-01-01' }, ['Bo', 'Cy', 'Zoë']],
])('a list that is asked for %o has %o', async (query, expected) => {
  const { look } = await openStaffed()
  const page = await look.list('hris_employees', { columns: 'first_name', ...query })
  expect(names(page).toSorted()).toEqual(expected)
})

test('people of a group are found by its id, and their absences by theirs', async () => {
  const { work, look } = await openStaffed()
  await work.run(
    await work.deliver('absences.csv', 'id,employee,type,start\na1,2,Leave,2026-01-05\na2,3,Leave,2026-01-05'),
  )
  const groups = await look.list('hris_teams', { columns: 'name', search: 'sales' })
  const { id } = groups.results[0]
  expect(names(await look.list('hris_employees', { columns: 'first_name', group_id: id })).toSorted()).toEqual([
    'Bo',
    'Cy',
  ])
  const absences = await look.list('hris_absences', { columns: 'start_date', employee_id: look.idOf('2') })
  expect(absences.results).toEqual([
    expect.objectContaining({ remote_id: 'a1', employee: { id: look.idOf('2'), name: 'Bo' }, cells: ['2026-01-05'] }),
  ])
})

const crowd = (count: number) => Array.from({ length: count }, (_, index) => `${index},Person ${index},,,,,`)

test('a search reads so many records and says where to go on; whoever is named by an id is found at once', async () => {
  const work = await openWorkplace()
  await push(work, crowd(6_000))
  const look = explorer(work)
  const first = await look.list('hris_employees', { search: '4711', columns: 'first_name' })
  expect(first.searched).toBeLessThanOrEqual(5_501)
  expect(first.searched).toBeLessThan(6_000)
  expect(names(first)).toContain('Person 4711')
  const rest = await look.list('hris_employees', { search: '4711', columns: 'first_name', cursor: first.next })
  expect(rest.next).toBeNull()
  expect(names(rest)).not.toContain('Person 4711')
  expect(await look.list('hris_employees', { search: '12', cursor: first.next })).toHaveProperty('refused')
})

test('page after page shows everybody once', async () => {
  const work = await openWorkplace()
  await push(work, crowd(60))
  const look = explorer(work)
  const shown: unknown[] = []
  let cursor = ''
  do {
    const page = await look.list('hris_employees', { columns: 'remote_id', page_size: '25', search: 'person', cursor })
    shown.push(...names(page))
    cursor = page.next ?? ''
  } while (cursor !== '')
  expect(shown.toSorted()).toEqual(Array.from({ length: 60 }, (_, index) => String(index)).toSorted())
})

test('a record is shown with all that is stored, and the file it comes from', async () => {
  const { look } = await openStaffed()
  const record = await look.show('hris_employees', look.idOf('2'))
  expect(record).toMatchObject({
    name: 'Bo',
    remote_id: '2',
  })
  expect(record.fields).toContainEqual({ path: ['manager', 'first_name'], value: 'Zoë' })
  expect(record.fields).toContainEqual({ path: ['groups', '0', 'name'], value: 'Sales' })
  expect(record.sources).toEqual([
    expect.objectContaining({ dataset: 'employees', file_name: 'employees.csv', mapping_version: 1 }),
  ])
  expect(await look.show('hris_employees', 'nobody')).toHaveProperty('refused')
})

test('beside a record stand the cells of its row, and what the mapping makes of each column', async () => {
  const { look } = await openStaffed()
  const { found } = await look.rows('hris_employees', look.idOf('3'))
  expect(found).toMatchObject({
    file_name: 'employees.csv',
    mapping_version: 1,
    rows: [{ row: 4, cells: ['3', 'Cy', '1', 'G', 'Genf', 'Sales', ''] }],
  })
  expect(found.columns.slice(0, 2)).toEqual([
    { name: 'id', fields: ['remote_id'] },
    { name: 'name', fields: ['first_name'] },
  ])
})

test('what rows merely mention shows the first of them', async () => {
  const { look } = await openStaffed()
  const { results } = await look.list('hris_teams', { search: 'sales' })
  const { found } = await look.rows('hris_teams', results[0].id)
  expect(found.rows.map(({ row }: { row: number }) => row)).toEqual([3, 4])
})

test('whoever the newest file lacks stands in the one before it', async () => {
  const { work, look } = await openStaffed()
  await push(work, staff.slice(0, 2))
  const { found, files_read } = await look.rows('hris_employees', look.idOf('3'))
  expect(files_read).toBe(2)
  expect(found.rows).toEqual([expect.objectContaining({ row: 4 })])
})

const keepNoMore = async (work: Workplace, file: ExportFile | undefined) =>
  file &&
  updateDocument(work.control, fileKey(file), ExportFileSchema, (each): ExportFile => ({ ...each, archive: null }))

test('the history of a person says what each file that is kept changed', async () => {
  const { work, look } = await openStaffed()
  await push(work, ['1,Zoë,,B,Bern,Research,2020-01-01', '2,Bob,1,B,Bern,Sales,2021-01-01'])
  await push(work, ['1,Zoë,,B,Bern,Research,2020-01-01'])
  await push(work, ['1,Zoë,,B,Bern,Research,2020-01-01', '2,Bob,1,B,Bern,Legal,2021-01-01'])
  const syncs = (await filesOf(work)).map(({ judgedBy }) => judgedBy)
  const { results, next, mapping_version } = await look.history('hris_employees', look.idOf('2'))
  expect({ next, mapping_version }).toEqual({ next: null, mapping_version: 1 })
  expect(results.map(({ state, changes, sync_id }: Record<string, unknown>) => [state, changes, sync_id])).toEqual([
    ['changed', [{ field: 'department.name', before: 'Sales', after: 'Legal' }], syncs[3]],
    ['absent', [], syncs[2]],
    ['changed', [{ field: 'first_name', before: 'Bo', after: 'Bob' }], syncs[1]],
    ['first', [], syncs[0]],
  ])
})

test('a long history goes on page by page, up to the files that are kept no longer', async () => {
  const work = await openWorkplace()
  const look = explorer(work)
  for (let version = 0; version < 14; version += 1) await push(work, [`1,Name ${version},,,,,`])
  await keepNoMore(work, (await filesOf(work))[0])
  const first = await look.history('hris_employees', look.idOf('1'))
  expect(first.results).toHaveLength(10)
  const rest = await look.history('hris_employees', look.idOf('1'), first.next)
  expect([...first.results, ...rest.results].map(({ changes }: { changes: unknown[] }) => changes[0])).toEqual([
    ...Array.from({ length: 12 }, (_, index) => ({
      field: 'first_name',
      before: `Name ${12 - index}`,
      after: `Name ${13 - index}`,
    })),
    undefined,
    undefined,
  ])
  expect(rest.results.map(({ state }: { state: string }) => state)).toEqual(['changed', 'changed', 'first', 'not_kept'])
  expect(rest.next).toBeNull()
})

test('another integration, and another model, is not there', async () => {
  const { work } = await openStaffed()
  const endpoint = recordEndpoints({ ...work.ports, decode: decodeWithoutKeys, system: systemOf('test') } as never)[
    `GET ${base}/{model}`
  ]
  const request = { query: {}, headers: {}, body: undefined, address: '', caller: null }
  const other = await endpoint({ ...request, path: { integration_id: 'sftp:222222222222222222222222', model: 'x' } })
  expect(other).toMatchObject({ code: 'PLATFORM.INTEGRATION_NOT_FOUND' })
  const unknown = await endpoint({ ...request, path: { integration_id: integrationId, model: 'x' } })
  expect(unknown).toMatchObject({ code: 'PLATFORM.INPUT_INVALID' })
})
