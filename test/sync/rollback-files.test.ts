import { describe, expect, it } from 'vitest'
import { environmentKey } from '#core/control/keys.ts'
import { crowd, pushCrowd } from './held-staff.ts'
import { joinedWorkplace, pushed, staff, titles, titlesOf } from './joined-workplace.ts'
import { filesOf, lookBack, replay, statesOf, undo } from './replay-staff.ts'
import { openWorkplace } from './workplace.ts'

const dayMs = 24 * 60 * 60 * 1000

const keptOf = async (...[work]: Parameters<typeof filesOf>) =>
  (await filesOf(work)).map(({ archive }) => archive !== null)

describe('the files of then', () => {
  it('are kept from the request of a rollback on, however old they are, and after it', async () => {
    const work = await openWorkplace()
    await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays: 3 })
    await pushCrowd(work, crowd(1, 30))
    const wrong = await pushCrowd(work, crowd(1, 40))
    const message = await undo(work, wrong.id)
    work.pass(5 * dayMs)
    await work.upkeep()
    expect(await keptOf(work)).toEqual([true, true])
    await work.run(message)
    work.pass(5 * dayMs)
    await work.upkeep()
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'EXCLUDED'])
    expect(await keptOf(work)).toEqual([true, false])
  })

  it('are kept while a replay waits for its sync', async () => {
    const work = await openWorkplace()
    await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays: 3 })
    await pushCrowd(work, crowd(1, 30))
    await pushCrowd(work, crowd(1, 40))
    await replay(work, 0)
    work.pass(5 * dayMs)
    await work.upkeep()
    expect(await keptOf(work)).toEqual([true, true])
  })

  it('are those that were joined then', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    const then = await titlesOf(work)
    const wrong = await pushed(work, 'contracts.csv', titles.replace('Nurse', 'Pilot'))
    expect(await titlesOf(work)).not.toEqual(then)
    await work.run(await undo(work, wrong.id))
    expect(await titlesOf(work)).toEqual(then)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'ACCEPTED', 'EXCLUDED'])
    await pushed(work, 'employees.csv', `${staff}\n4,Di,,,,,`)
    expect(Object.values(await titlesOf(work))).not.toContain('Pilot')
  })

  it('of a part that is replayed are joined again', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    const then = await titlesOf(work)
    await pushed(work, 'contracts.csv', titles.replace('Nurse', 'Pilot'))
    await work.run(await replay(work, 0))
    expect(await titlesOf(work)).toEqual(then)
  })

  it('are named before anything is done', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 3))
    const wrong = await pushCrowd(work, crowd(1, 4))
    const [first, second] = await filesOf(work)
    const found = await lookBack(work, wrong.id)
    expect(found).toMatchObject({ datasets: [{ file: { id: first?.id }, excluded: [{ id: second?.id }] }] })
  })
})
