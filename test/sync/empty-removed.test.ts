import { describe, expect, it } from 'vitest'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { absences, people, pushed } from './filtered-staff.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const dayMs = 24 * 60 * 60_000
const [first = '', ...others] = people

/** What housekeeping does every minute, and what comes of it. */
const passDays = async (work: Workplace, days: number) => {
  work.pass(days * dayMs)
  const before = work.sent.length
  await createHousekeeping({ ...work, landingQueue: work.syncQueue, log: work.ports.log })()
  const asked = work.sent.slice(before).some(({ body }) => JSON.parse(body).kind === 'upkeep')
  if (asked) await work.upkeep()
}

const filledIn = async (work: Workplace, name: string) => {
  const record = (await work.stored()).get(name)
  const body: Record<string, unknown> = JSON.parse(record?.body ?? '{}')
  const filled = Object.entries(body).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return { keys: filled.map(([key]) => key).toSorted(), record }
}

/** A customer whom the first of four people has left. */
const left = async () => {
  const work = await openWorkplace()
  await pushed(work, 'employees.csv', employeesCsv(people))
  await pushed(work, 'absences.csv', absences)
  await pushed(work, 'employees.csv', employeesCsv(others))
  return work
}

describe('records that were removed', () => {
  it('keep their contents for two weeks, then only what may never be null, and no reader is told', async () => {
    const work = await left()
    const before = await filledIn(work, 'hris_employees 1')
    expect(before.record?.deletedAt).not.toBeNull()
    await passDays(work, 13)
    expect((await filledIn(work, 'hris_employees 1')).keys).toContain('first_name')
    await passDays(work, 1.5)
    const { keys, record } = await filledIn(work, 'hris_employees 1')
    expect(keys).toEqual(['id', 'remote_id'])
    expect((await filledIn(work, 'hris_absences absence-1')).keys).toEqual(['employee_id', 'id'])
    const { body: _, ...moments } = before.record ?? {}
    expect(record).toMatchObject(moments)
    expect((await filledIn(work, 'hris_employees 2')).keys).toContain('first_name')
  })

  it('keep their id when they come back, with all that the file says', async () => {
    const work = await left()
    const before = await filledIn(work, 'hris_employees 1')
    await passDays(work, 15)
    await pushed(work, 'employees.csv', employeesCsv([first, ...others]))
    const { record, keys } = await filledIn(work, 'hris_employees 1')
    expect(record).toMatchObject({ id: before.record?.id, deletedAt: null })
    expect(keys).toEqual(before.keys)
  })

  it('are emptied once more after a restored table was verified', async () => {
    const work = await left()
    const { record } = await filledIn(work, 'hris_employees 1')
    await passDays(work, 15)
    const space = { integrationId, model: 'hris_employees', generation: 1, shards: 1 } as const
    if (record) await work.ports.records.write(space, [record], work.now() + 60_000)
    expect((await filledIn(work, 'hris_employees 1')).keys).toContain('first_name')
    await work.run({ kind: 'sync', integrationId, syncId: 'verify', reason: 'verify' })
    expect(JSON.parse(work.sent.at(-1)?.body ?? '')).toMatchObject({ kind: 'upkeep' })
    await work.upkeep()
    expect((await filledIn(work, 'hris_employees 1')).keys).toEqual(['id', 'remote_id'])
  })
})
