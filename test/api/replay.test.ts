import { expect, test } from 'vitest'
import { replayEndpoints } from '../../lambdas/api/replay.ts'
import { present } from '../sync/filtered-staff.ts'
import { crowd, pushCrowd } from '../sync/held-staff.ts'
import { idOfPerson, link } from '../sync/linked-staff.ts'
import { filesOf, replay, replayPorts } from '../sync/replay-staff.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

type Route = keyof ReturnType<typeof replayEndpoints>
type Given = { readonly path: Readonly<Record<string, string>>; readonly query?: object; readonly body?: object }

const ask = async (work: Workplace, route: Route, { path, query = {}, body }: Given) => {
  const answer = await replayEndpoints(replayPorts(work))[route]({
    path: { integration_id: integrationId, ...path },
    query: { ...query },
    headers: {},
    body: body && JSON.stringify(body),
    address: '',
    caller: null,
  })
  return answer.kind === 'refused' ? answer : JSON.parse(answer.body).data
}

const files = '/manage/integrations/{integration_id}/files/{file_id}/replay' as const
const syncs = '/manage/integrations/{integration_id}/syncs/{sync_id}/rollback' as const

const twoFiles = async () => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 70))
  const last = await pushCrowd(work, [
    '1,Ada,2,Z,Zug,Research,2020-01-01',
    ...crowd(2, 68).map((row) => row.replace('Person', 'Human')),
    ...crowd(80, 82),
  ])
  const [first] = await filesOf(work)
  return { work, last, file: first?.id ?? '' }
}

test('a preview says who would be created, changed and removed, field by field, page by page, and changes nothing', async () => {
  const { work, file } = await twoFiles()
  const before = [await work.state(), work.sent.length, await filesOf(work), await present(work)]
  const found = await ask(work, `GET ${files}`, { path: { file_id: file } })
  expect(found).toMatchObject({ verdict: 'applied', dataset: 'employees', counts: { created: 2, removed: 3, held: 0 } })
  expect(found.totals).toEqual({ created: 2, changed: 68, removed: 4, held: 0, left_out: 0 })
  const changed = await ask(work, `GET ${files}`, { path: { file_id: file }, query: { difference: 'changed' } })
  expect(changed.results).toHaveLength(50)
  const rest = await ask(work, `GET ${files}`, {
    path: { file_id: file },
    query: { difference: 'changed', cursor: changed.next },
  })
  expect(rest).toMatchObject({ next: null })
  const rows: { remote_id: string; name: string; fields: object[] }[] = [...changed.results, ...rest.results]
  expect(new Set(rows.map(({ remote_id }) => remote_id)).size).toBe(68)
  expect(rows.find(({ remote_id }) => remote_id === '1')).toMatchObject({
    name: 'Ada',
    fields: expect.arrayContaining([
      { field: 'first_name', before: 'Ada', after: 'Person 1' },
      { field: 'manager.remote_id', before: '2', after: null },
      { field: 'work_location.remote_id', before: 'Z', after: 'B' },
    ]),
  })
  expect(rows.find(({ remote_id }) => remote_id === '2')?.fields).toEqual([
    { field: 'first_name', before: 'Human 2', after: 'Person 2' },
    { field: 'display_full_name', before: 'Human 2', after: 'Person 2' },
  ])
  expect([await work.state(), work.sent.length, await filesOf(work), await present(work)]).toEqual(before)
})

test('a preview follows links between ids as the sync does: nobody comes or goes who is only called otherwise', async () => {
  const work = await openWorkplace()
  await pushCrowd(work, ['1,Ada,2,B,Bern,Research,2020-01-01', ...crowd(2, 20)])
  await pushCrowd(work, ['1001,Ada,2,B,Bern,Research,2020-01-01', ...crowd(2, 20)])
  await work.run(await link(work, ['1', '1001']))
  const [file] = await filesOf(work)
  const found = await ask(work, `GET ${files}`, { path: { file_id: file?.id ?? '' } })
  const { datasets } = await work.run(await replay(work, 0))
  expect(found.totals).toMatchObject({ created: 0, removed: 0, held: 0 })
  expect(found.results).toMatchObject([{ difference: 'changed', id: idOfPerson('1'), remote_id: '1' }])
  expect(datasets).toMatchObject([{ counts: found.counts }])
})

test('a preview says that a guard would hold removals, and that a file cannot be read', async () => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 20))
  await pushCrowd(work, crowd(1, 40))
  const [first] = await filesOf(work)
  const held = await ask(work, `GET ${files}`, { path: { file_id: first?.id ?? '' } })
  expect(held).toMatchObject({ verdict: 'held', totals: { removed: 0, held: 20 }, issues: [{ code: 'REMOVALS_HELD' }] })
  await work.approveAs({
    dataset: 'employees',
    id: { columns: ['number'] },
    fields: { first_name: [{ from: 'column', column: 'name' }] },
  })
  const refused = await ask(work, `GET ${files}`, { path: { file_id: first?.id ?? '' } })
  expect(refused).toMatchObject({ verdict: 'refused', results: [], issues: [{ code: 'ID_COLUMN_MISSING' }] })
})

test('a replay needs a reason, and is carried out by the sync that it names', async () => {
  const { work, file } = await twoFiles()
  expect(await ask(work, `POST ${files}`, { path: { file_id: file }, body: {} })).toMatchObject({ kind: 'refused' })
  const made = await ask(work, `POST ${files}`, {
    path: { file_id: file },
    body: { reason: 'the newer one was wrong' },
  })
  await work.run({ kind: 'sync', integrationId, syncId: made.sync_id, reason: 'replay' })
  expect(await present(work)).toHaveLength(70)
})

test('a rollback names who goes, and is done once that number is confirmed', async () => {
  const { work, last } = await twoFiles()
  const path = { sync_id: last.id }
  const found = await ask(work, `GET ${syncs}`, { path })
  expect(found).toMatchObject({ removals: 3, filter_changes: false, datasets: [{ created: 2, not_restored: 0 }] })
  expect(found.removed.map(({ name }: { name: string }) => name).toSorted()).toEqual([
    'Person 80',
    'Person 81',
    'Person 82',
  ])
  const wrong = await ask(work, `POST ${syncs}`, { path, body: { removals: 2, reason: 'test data' } })
  expect(wrong).toMatchObject({ kind: 'refused', message: expect.stringContaining('3 records would go') })
  const made = await ask(work, `POST ${syncs}`, { path, body: { removals: 3, reason: 'test data' } })
  const again = await ask(work, `POST ${syncs}`, { path, body: { removals: 3, reason: 'test data' } })
  expect(again).toMatchObject({ kind: 'refused', message: expect.stringContaining('under way') })
  await work.run({ kind: 'sync', integrationId, syncId: made.sync_id, reason: 'rollback' })
  expect(await present(work)).toHaveLength(70)
})

test('what cannot be replayed or undone says what to do instead', async () => {
  const { work, last } = await twoFiles()
  expect(await ask(work, `POST ${files}`, { path: { file_id: 'none' }, body: { reason: 'why' } })).toMatchObject({
    message: 'The integration has no file with this id.',
  })
  expect(await ask(work, `GET ${syncs}`, { path: { sync_id: 'none' } })).toMatchObject({ kind: 'refused' })
  await pushCrowd(work, crowd(1, 3))
  expect(await ask(work, `GET ${syncs}`, { path: { sync_id: last.id } })).toMatchObject({
    message: expect.stringContaining('Replay the file that is right'),
  })
})
