import { describe, expect, it } from 'vitest'
import type { Mapping } from '#core/mapping/mapping.ts'
import { openMemoryWorkplace } from './memory-workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: { first_name: column('name'), 'manager.remote_id': column('boss') },
}

const company = async () => {
  const work = await openMemoryWorkplace([mapping])
  const push = async (rows: readonly string[]) => {
    const sync = await work.run(await work.deliver('employees', ['id,name,boss', ...rows].join('\n')))
    const people = work.living().filter(({ model }) => model === 'hris_employees')
    const names = new Map(people.map(({ id, remoteId }) => [id, remoteId]))
    const managers = people.map(({ remoteId, body }) => [remoteId, names.get(JSON.parse(body).manager_id) ?? null])
    return { report: sync.datasets[0], managers: Object.fromEntries(managers) }
  }
  return { ...work, push }
}

const circleOf = (report: Awaited<ReturnType<Awaited<ReturnType<typeof company>>['push']>>['report']) =>
  report?.issues.filter(({ code }) => code === 'MANAGER_CIRCLE')

describe('people who report to each other in a circle', () => {
  it('are reported with their rows, and the first id of them is stored without a manager', async () => {
    const { push } = await company()
    const { report, managers } = await push(['3,Cy,1', '1,Ada,2', '2,Bob,3', '4,Dee,3', '5,Eve,'])
    expect(managers).toEqual({ 1: null, 2: '3', 3: '1', 4: '3', 5: null })
    expect(circleOf(report)).toMatchObject([{ rows: [2, 3, 4], example: '1 → 2 → 3 → 1', column: 'boss' }])
  })

  it('are so again in each file, and get their manager once the circle is open', async () => {
    const { push } = await company()
    await push(['1,Ada,2', '2,Bob,1', '3,Cy,1'])
    const again = await push(['1,Ada,2', '2,Bob,1', '3,Cyd,1'])
    expect([again.managers, circleOf(again.report)?.length]).toEqual([{ 1: null, 2: '1', 3: '1' }, 1])
    const open = await push(['1,Ada,2', '2,Bob,', '3,Cyd,1'])
    expect([open.managers, circleOf(open.report)?.length]).toEqual([{ 1: '2', 2: null, 3: '1' }, 0])
  })

  it('are found when a row closes the circle that others stood in already', async () => {
    const { push } = await company()
    await push(['1,Ada,2', '2,Bob,3', '3,Cy,'])
    const closed = await push(['1,Ada,2', '2,Bob,3', '3,Cy,1'])
    expect(closed.managers).toEqual({ 1: null, 2: '3', 3: '1' })
    expect(circleOf(closed.report)).toMatchObject([{ rows: [2, 3, 4] }])
    expect(closed.report?.counts).toMatchObject({ removed: 0, created: 0 })
  })

  it('are told apart: two circles, and whoever is the own manager is none', async () => {
    const { push } = await company()
    const { report, managers } = await push(['1,Ada,2', '2,Bob,1', '8,Hal,9', '9,Ina,8', '5,Eve,5'])
    expect(managers).toEqual({ 1: null, 2: '1', 8: null, 9: '8', 5: null })
    expect(circleOf(report)?.map(({ rows }) => rows)).toEqual([
      [2, 3],
      [4, 5],
    ])
  })
})
