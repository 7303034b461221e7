import { describe, expect, test } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { heldEndpoints } from '../../lambdas/api/held.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { heldNow } from '../sync/held-staff.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const people = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => `${from + index},Person ${from + index},,B,Bern,Research,2020-01-01`)

const heldIn = async (work: Awaited<ReturnType<typeof openWorkplace>>) => {
  const list = heldEndpoints({ ...work.ports, system: systemOf('secret') })[
    'GET /manage/integrations/{integration_id}/held'
  ]
  const found: { remote_id: string; name: string | null; absent_since: string }[] = []
  let cursor = ''
  do {
    const request = { path: { integration_id: integrationId }, query: { cursor }, headers: {} }
    const answer = await list({ ...request, body: undefined, address: '', caller: null })
    if (answer.kind === 'refused') throw new Error(answer.message)
    const { data } = JSON.parse(answer.body)
    found.push(...data.results)
    cursor = data.next ?? ''
  } while (cursor !== '')
  return found
}

/** One of those who are held, and the name of their set. */
const firstHeld = async (work: Awaited<ReturnType<typeof openWorkplace>>) => {
  const { results, sets } = await heldNow(work)
  return { id: results[0]?.id, set: sets[0]?.set }
}

const push = async (work: Awaited<ReturnType<typeof openWorkplace>>, rows: readonly string[]) =>
  work.run(await work.deliver('employees.csv', employeesCsv(rows)))

test('those whose removal is held are listed by page, with the file since which they are missing', async () => {
  const work = await openWorkplace()
  await push(work, people(160, 1))
  expect(await heldIn(work)).toEqual([])
  const sync = await push(work, people(40, 1))
  const held = await heldIn(work)
  const missing = Array.from({ length: 120 }, (_, index) => String(41 + index))
  expect(held.map(({ remote_id }) => remote_id).toSorted()).toEqual(missing.toSorted())
  for (const { remote_id, name } of held) expect(name).toBe(`Person ${remote_id}`)
  expect(new Set(held.map(({ absent_since }) => absent_since))).toEqual(new Set([sync.datasets[0]?.fileId]))
})

test('a removal limit of the integration’s own decides what is held', async () => {
  const work = await openWorkplace()
  await push(work, people(40, 1))
  const limits = { removals: { share: 0.9, records: 10 } }
  await updateDocument(
    work.control,
    integrationKey(integrationId),
    IntegrationSchema,
    (each): Integration => ({ ...each, limits }),
  )
  const sync = await push(work, people(20, 1))
  expect(sync.datasets[0]?.counts).toMatchObject({ removed: 20, held: 0 })
  expect(await heldIn(work)).toEqual([])
})

const decideAt = async (work: Awaited<ReturnType<typeof openWorkplace>>, dataset: string, body: unknown) => {
  const endpoint = heldEndpoints({ ...work.ports, system: systemOf('secret') })[
    'POST /manage/integrations/{integration_id}/held/{dataset}/approve'
  ]
  const path = { integration_id: integrationId, dataset }
  const answer = await endpoint({ path, query: {}, headers: {}, body: JSON.stringify(body), address: '', caller: null })
  return answer.kind === 'refused' ? answer.message : JSON.parse(answer.body).data
}

test('a decision needs a reason, and must be about those who are held', async () => {
  const work = await openWorkplace()
  await push(work, people(40, 1))
  await push(work, people(20, 1))
  const { id, set } = await firstHeld(work)
  expect(await decideAt(work, 'employees', { ids: [id] })).toMatch(/reason/)
  expect(await decideAt(work, 'employees', { reason: 'Left' })).toMatch(/either a set or ids/)
  expect(await decideAt(work, 'employees', { set: 'another', reason: 'Left' })).toMatch(/others are held/)
  expect(await decideAt(work, 'employees', { ids: [id, 'nobody'], reason: 'Left' })).toMatch(/1 are not held/)
  expect(await decideAt(work, 'absences', { set, reason: 'Left' })).toMatch(/others are held/)
  expect(work.sent).toHaveLength(2)
  expect(await decideAt(work, 'employees', { set, reason: 'Left' })).toMatchObject({ records: 20 })
  expect(work.sent).toHaveLength(3)
})

describe('a file that is held as a whole', () => {
  const born = (ids: readonly string[]): string =>
    ['id,name,born,email', ...ids.map((id, n) => `${id},Person ${n},19${60 + n}-01-01,p${n}@example.com`)].join('\n')
  const staff = (prefix: string) => Array.from({ length: 30 }, (_, n) => `${prefix}${n}`)
  const column = (name: string) => [{ from: 'column' as const, column: name }]
  const fields = { first_name: column('name'), date_of_birth: column('born'), work_email: column('email') }

  const listed = async (work: Workplace) => {
    const list = heldEndpoints({ ...work.ports, system: systemOf('secret') })[
      'GET /manage/integrations/{integration_id}/held'
    ]
    const request = { path: { integration_id: integrationId }, query: {}, headers: {}, body: undefined, address: '' }
    const answer = await list({ ...request, caller: null })
    if (answer.kind === 'refused') throw new Error(answer.message)
    return JSON.parse(answer.body).data.file
  }

  const drifted = async () => {
    const work = await openWorkplace()
    await work.approveAs({ dataset: 'employees', id: { columns: ['id'] }, fields })
    await work.run(await work.deliver('employees.csv', born(staff(''))))
    expect(await listed(work)).toBeNull()
    await work.run(await work.deliver('employees.csv', born(staff('E'))))
    return work
  }

  test('is listed with those who are probably in it under another id', async () => {
    const work = await drifted()
    const file = await listed(work)
    expect(file).toMatchObject({ dataset: 'employees', issue: { code: 'ID_DRIFT' }, pairs_in_all: 30 })
    const stored = (await work.stored()).get('hris_employees 7')
    const pair = file.pairs.find((each: { from: string }) => each.from === '7')
    expect(pair).toEqual({ id: stored?.id, from: '7', to: 'E7', by: 'email', name: 'Person 7' })
  })

  test('is applied as it is once it is approved, and by nobody else', async () => {
    const work = await drifted()
    const { file_id } = await listed(work)
    expect(await decideAt(work, 'employees', { file_id: 'another', reason: 'New system' })).toMatch(/is not held/)
    expect(await decideAt(work, 'employees', { file_id })).toMatch(/reason/)
    const { sync_id: syncId } = await decideAt(work, 'employees', { file_id, reason: 'New system' })
    const sync = await work.run({ kind: 'sync', integrationId, syncId, reason: 'removals' })
    expect(sync.datasets[0]).toMatchObject({ outcome: 'applied', counts: { created: 30, removed: 30, held: 0 } })
    expect(await listed(work)).toBeNull()
  })

  test('is superseded by the next good one', async () => {
    const work = await drifted()
    await work.run(await work.deliver('employees.csv', born(staff(''))))
    expect(await listed(work)).toBeNull()
  })
})
