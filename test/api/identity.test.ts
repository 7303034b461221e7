import { describe, expect, it } from 'vitest'
import { identityEndpoints } from '../../lambdas/api/identity.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { idOfPerson, people } from '../sync/linked-staff.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: {
    first_name: [{ from: 'column' as const, column: 'first' }],
    last_name: [{ from: 'column' as const, column: 'last' }],
    date_of_birth: [{ from: 'column' as const, column: 'born' }],
    work_email: [{ from: 'column' as const, column: 'mail' }],
    employee_number: [{ from: 'column' as const, column: 'badge' }],
  },
}

const push = async (work: Workplace, rows: readonly string[]) => {
  const message = await work.deliver('employees.csv', ['id,first,last,born,mail,badge', ...rows].join('\n'))
  work.pass(180_000)
  return work.run(message)
}

/** People by their numbers, called by what `idOf` makes of each. */
const staff = (count: number, idOf: (number: number) => string) =>
  Array.from({ length: count }, (_, i) => {
    const mail = i % 2 === 0 ? `p${i}@example.com` : ''
    return `${idOf(i)},First${i},Last${i},19${60 + (i % 30)}-01-01,${mail},B${i}`
  })

const opened = async () => {
  const work = await openWorkplace()
  await work.approveAs(mapping)
  return work
}

const call = async (
  work: Workplace,
  route: keyof ReturnType<typeof identityEndpoints>,
  { body, query = {} }: { readonly body?: unknown; readonly query?: Readonly<Record<string, string>> } = {},
) => {
  const endpoints = identityEndpoints({ ...work.ports, system: { ...systemOf('test'), clock: work.now } })
  const path = { integration_id: integrationId }
  const answer = await endpoints[route]({
    path,
    query,
    headers: {},
    body: JSON.stringify(body),
    address: '',
    caller: null,
  })
  return answer.kind === 'refused' ? answer.message : JSON.parse(answer.body).data
}

const list = 'GET /manage/integrations/{integration_id}/identity'
const link = 'POST /manage/integrations/{integration_id}/identity'
const undo = 'POST /manage/integrations/{integration_id}/identity/undo'
const suggestions = 'GET /manage/integrations/{integration_id}/identity/suggestions'

const sync = (work: Workplace, { sync_id: syncId }: { readonly sync_id: string }) =>
  work.run({ kind: 'sync', integrationId, syncId, reason: 'identity' })

describe('suggested links', () => {
  it('pair everybody of a refused file by e-mail, then by name and birth date, and are linked by their set', async () => {
    const work = await opened()
    await push(
      work,
      staff(130, (number) => `${number}`),
    )
    const before = Object.keys(await people(work)).toSorted()
    await push(
      work,
      staff(130, (number) => `N${number}`),
    )
    const first = await call(work, suggestions)
    const rest = await call(work, suggestions, { query: { cursor: first.next } })
    const found = [...first.results, ...rest.results]
    expect(rest.next).toBeNull()
    expect(found).toHaveLength(130)
    expect(found).toContainEqual({ from: '4', to: 'N4', by: 'email', id: idOfPerson('4'), name: 'First4 Last4' })
    expect(found).toContainEqual(expect.objectContaining({ from: '5', to: 'N5', by: 'name_and_birth_date' }))
    expect(await call(work, link, { body: { set: 'another', reason: 'New payroll' } })).toMatch(/others? /)
    const linked = await call(work, link, { body: { set: first.set, reason: 'New payroll' } })
    expect(linked).toMatchObject({ links: 130 })
    expect((await call(work, list)).applied).toBe(false)
    expect((await sync(work, linked)).datasets[0]).toMatchObject({ outcome: 'applied', counts: { created: 0 } })
    expect(Object.keys(await people(work)).toSorted()).toEqual(before)
    expect(await call(work, list)).toMatchObject({ applied: true })
    expect(await call(work, suggestions)).toMatchObject({ links: 0, results: [] })
  })

  it('are of those who are gone and came back, by any field, and leave out whoever could be several', async () => {
    const work = await opened()
    await push(work, ['1,Ada,Doe,1970-01-01,,B1', '2,Bob,Roe,1971-01-01,,B2', '3,Cy,Poe,1972-01-01,,B2'])
    await push(work, ['1,Ada,Doe,1970-01-01,,B1'])
    await push(work, ['1,Ada,Doe,1970-01-01,,', '9,Ada,Smith,1970-01-01,,B1', '8,Bob,Roe,1971-01-01,,B2'])
    expect((await call(work, suggestions)).results).toMatchObject([{ from: '2', to: '8', by: 'name_and_birth_date' }])
    expect((await call(work, suggestions, { query: { by: 'employee_number' } })).results).toEqual([])
    expect((await call(work, suggestions, { query: { by: 'first_name' } })).results).toMatchObject([
      { from: '2', to: '8', by: 'first_name' },
    ])
  })
})

describe('links', () => {
  it('are listed until they are undone', async () => {
    const work = await opened()
    await push(
      work,
      staff(3, (number) => `${number}`),
    )
    const body = { links: [{ from: '0', to: 'N0' }], reason: 'Rehired' }
    await sync(work, await call(work, link, { body }))
    expect((await call(work, list)).results).toMatchObject([
      { from: '0', to: 'N0', keep: 'from', id: idOfPerson('0'), reason: 'Rehired' },
    ])
    expect(await call(work, undo, { body: { to: ['N0'], reason: 'No' } })).toMatchObject({ links: 1 })
    expect((await call(work, list)).results).toEqual([])
  })

  it.each([
    [{ links: [{ from: '0', to: 'N0' }] }, /reason/],
    [{ reason: 'x' }, /either links or a set/],
    [{ links: [{ from: '0', to: '0' }], reason: 'x' }, /links\[0\] links an id to itself/],
    [
      {
        links: [
          { from: '0', to: 'N' },
          { from: '1', to: 'N' },
        ],
        reason: 'x',
      },
      /links\[1\] links to an id that is linked/,
    ],
    [{ links: [{ from: 'nobody', to: 'N' }], reason: 'x' }, /links\[0\] is about a remote id that nobody has/],
  ])('are refused with what is wrong: %j', async (body, sentence) => {
    const work = await opened()
    await push(
      work,
      staff(3, (number) => `${number}`),
    )
    expect(await call(work, link, { body })).toMatch(sentence)
    expect((await call(work, list)).results).toEqual([])
  })

  it('that are not there cannot be undone', async () => {
    const work = await opened()
    expect(await call(work, undo, { body: { to: ['N0'], reason: 'x' } })).toMatch(/to\[0\] is not the new id/)
  })
})
