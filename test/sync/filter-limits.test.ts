import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { absences, body, inBern, present, pushed, rule, setFilter, staff } from './filtered-staff.ts'
import { decide } from './held-staff.ts'
import { employeesCsv, integrationId, openWorkplace } from './workplace.ts'

describe('a file of which the filter leaves few or nobody', () => {
  const inZug = staff.replaceAll('B,Bern', 'Z,Zug')

  it('removes nobody, and the next one is applied as ever', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'absences.csv', absences)
    const before = await work.stored()
    const sync = await pushed(work, 'employees.csv', inZug)
    expect(sync).toMatchObject({ state: 'PARTIALLY_FAILED', datasets: [{ issues: [{ code: 'REMOVALS_HELD' }] }] })
    expect(await work.stored()).toEqual(before)
    await pushed(work, 'employees.csv', inZug.replace('3,Cyriacus,2,Z,Zug', '3,Cyriacus,2,B,Bern'))
    expect(await present(work)).toEqual(['3'])
    expect(await body(work, 'hris_absences absence-1')).toMatchObject({ start_date: null })
  })

  it('keeps those whom it leaves out when they are too many, and applies the rest', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    const row = (place: string) => (_: unknown, i: number) =>
      `${i},Person${i},,${i < 20 ? place : 'B,Bern'},Sales,2020-01-01`
    await pushed(work, 'employees.csv', employeesCsv(Array.from({ length: 40 }, row('B,Bern'))))
    const damaged = [...Array.from({ length: 40 }, row(',')), '40,Newcomer,,B,Bern,Sales,2026-01-01']
    const sync = await pushed(work, 'employees.csv', employeesCsv(damaged))
    expect(sync).toMatchObject({ state: 'PARTIALLY_FAILED', datasets: [{ issues: [{ code: 'REMOVALS_HELD' }] }] })
    expect(await present(work)).toHaveLength(41)
    await pushed(work, 'employees.csv', employeesCsv([...damaged, '41,Later,,B,Bern,Sales,2026-01-01']))
    expect(await present(work)).toHaveLength(42)
    await work.run(await decide(work, 'approved'))
    expect(await present(work)).toHaveLength(22)
  })

  it('removes everybody where the filter is new', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await setFilter(work, inBern)
    await setFilter(work, rule('work_location', 'Nowhere'))
    expect(await present(work)).toEqual([])
    expect(JSON.stringify([...(await work.stored()).values()])).not.toMatch(/Adalbert|Bobadilla|Cyriacus|Deepika/)
  })
})

describe('many people whom a filter leaves out', () => {
  const many = Array.from({ length: 620 }, (_, i) => `${i},Person${i},,${i < 40 ? 'B,Bern' : 'Z,Zug'},Sales,2020-01-01`)
  const off = many.slice(0, 150).map((_, i) => `${i},${i},Sick,2026-01-05`)

  it('are emptied with what belongs to them, run after run when there is little time', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', employeesCsv(many))
    await pushed(work, 'absences.csv', ['id,employee,type,start', ...off].join('\n'))
    await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
      ...each,
      filter: { rules: [inBern] },
    }))
    const message = { kind: 'sync' as const, integrationId, syncId: 'filter-many', reason: 'filter' as const }
    let rounds = 0
    let state = 'RUNNING'
    while (state === 'RUNNING' && rounds < 40) {
      rounds += 1
      // Just enough time to begin: the rest of each run is put off.
      state = (await work.run(message, work.ports, 120_000)).state
    }
    expect([state, rounds > 2]).toEqual(['SUCCEEDED', true])
    const stored = await work.stored()
    const contents = [...stored.values()].filter(({ deletedAt }) => deletedAt !== null).map(({ body: text }) => text)
    expect(contents).toHaveLength(580 + 110 + 1)
    expect(contents.join()).not.toMatch(/Person\d|2026-01-05/)
    expect(await present(work)).toHaveLength(40)
  }, 60_000)
})
