import { describe, expect, it } from 'vitest'
import { openDecisions } from '#core/control/held-decision.ts'
import { change, inBern, present, setFilter } from './filtered-staff.ts'
import { crowd, decide, forgetFiles, heldNow, pushCrowd } from './held-staff.ts'
import { employeesCsv, integrationId, openWorkplace } from './workplace.ts'

const cutFile = async () => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 40))
  await pushCrowd(work, crowd(1, 25))
  return work
}

describe('an approval', () => {
  it('removes those who are held, and nobody else', async () => {
    const work = await cutFile()
    const sync = await work.run(await decide(work, 'approved'))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { removed: 15, held: 0 } }] })
    expect(await present(work)).toHaveLength(25)
    expect((await heldNow(work)).results).toEqual([])
    expect(await openDecisions(work.control, integrationId)).toEqual([])
  })

  it('removes only those whom it names', async () => {
    const work = await cutFile()
    const sync = await work.run(await decide(work, 'approved', ['26', '27', '28', '29', '30', '31', '32', '33']))
    expect(sync).toMatchObject({ datasets: [{ counts: { removed: 8, held: 7 } }] })
    await pushCrowd(work, [...crowd(1, 25), ...crowd(50, 51)])
    expect((await heldNow(work)).waiting).toEqual(['34', '35', '36', '37', '38', '39', '40'])
  })

  it('leaves those alone whom a newer file has again', async () => {
    const work = await cutFile()
    const approval = await decide(work, 'approved')
    const newer = await work.deliver('employees.csv', employeesCsv([...crowd(1, 25), ...crowd(31, 40)]))
    await work.run(approval)
    await work.run(newer)
    expect(await present(work)).toHaveLength(35)
  })

  it('does not reach those who are held again by a later file', async () => {
    const work = await cutFile()
    const approval = await decide(work, 'approved', ['26'])
    await work.run(await work.deliver('employees.csv', employeesCsv(crowd(1, 40))))
    await pushCrowd(work, crowd(1, 20))
    await work.run(approval)
    expect(await present(work)).toHaveLength(40)
  })

  it('is carried out by any sync, should its own message be lost', async () => {
    const work = await cutFile()
    await decide(work, 'approved')
    await pushCrowd(work, crowd(1, 25))
    expect(await present(work)).toHaveLength(25)
  })

  it('needs no file when the newest one is gone', async () => {
    const work = await cutFile()
    await forgetFiles(work)
    const sync = await work.run(await decide(work, 'approved'))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { removed: 15, held: 0 }, issues: [] }] })
    expect(await present(work)).toHaveLength(25)
  })

  it('is done once, however often its message comes', async () => {
    const work = await cutFile()
    const approval = await decide(work, 'approved')
    await work.run(approval)
    await pushCrowd(work, crowd(1, 40))
    await work.run(approval)
    expect(await present(work)).toHaveLength(40)
  })
})

describe('a discarded removal', () => {
  it('keeps people without asking about them again', async () => {
    const work = await cutFile()
    const sync = await work.run(await decide(work, 'discarded'))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { removed: 0, held: 0 } }] })
    const next = await pushCrowd(work, [...crowd(1, 25), ...crowd(50, 50)])
    expect(next).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { held: 0 }, issues: [] }] })
    expect(await present(work)).toHaveLength(41)
  })

  it('is asked about again with those who are missing besides, once they are many', async () => {
    const work = await cutFile()
    await work.run(await decide(work, 'discarded'))
    const next = await pushCrowd(work, crowd(1, 14))
    expect(next).toMatchObject({ state: 'PARTIALLY_FAILED', datasets: [{ counts: { held: 11 } }] })
    const { waiting, sets } = await heldNow(work)
    expect(waiting).toEqual(['15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25'])
    expect(sets).toMatchObject([{ waiting: 11, kept: 15 }])
    await work.run(await decide(work, 'approved'))
    expect(await present(work)).toHaveLength(29)
  })

  it('is forgotten once the people are back', async () => {
    const work = await cutFile()
    await work.run(await decide(work, 'discarded'))
    await pushCrowd(work, crowd(1, 40))
    expect((await heldNow(work)).results).toEqual([])
    await pushCrowd(work, crowd(1, 38))
    expect(await present(work)).toHaveLength(38)
  })
})

describe('people whom the employee filter left out all at once', () => {
  const row = (place: string) => (_: unknown, i: number) =>
    `${i},Person${i},,${i < 20 ? place : 'B,Bern'},Sales,2020-01-01`
  const staff = (place: string) => Array.from({ length: 40 }, row(place))

  it('go with their contents once that is approved', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    await pushCrowd(work, staff('B,Bern'))
    await pushCrowd(work, staff('Z,Zug'))
    const { results } = await heldNow(work)
    expect(new Set(results.map(({ cause }) => cause))).toEqual(new Set(['left-out']))
    const sync = await work.run(await decide(work, 'approved'))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { removed: 20, held: 0 } }] })
    expect(await present(work)).toHaveLength(20)
    const gone = [...(await work.stored()).values()].filter(({ deletedAt }) => deletedAt !== null)
    expect(gone.map(({ body }) => body).join()).not.toContain('Person1')
  })

  it('go at once when the filter itself is changed', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    await pushCrowd(work, staff('B,Bern'))
    await pushCrowd(work, staff('Z,Zug'))
    await setFilter(work, { field: 'work_location', values: ['B', 'none'] })
    expect(await present(work)).toHaveLength(20)
    await change(work, {})
    expect((await heldNow(work)).results).toEqual([])
  })
})
