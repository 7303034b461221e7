import { describe, expect, it } from 'vitest'
import { openRollbacks } from '#core/control/rollback.ts'
import { undoSync } from '../../lambdas/replay/undo-sync.ts'
import { inBern, present, setFilter } from './filtered-staff.ts'
import { crowd, decide, forgetFiles, heldNow, pushCrowd } from './held-staff.ts'
import { connected, lookBack, replay, replayPorts, statesOf, syncOf, undo } from './replay-staff.ts'
import { employeesCsv, facts, integrationId, openWorkplace } from './workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

const wrongFile = async () => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 40))
  const then = facts(await work.stored())
  const wrong = await pushCrowd(work, [...crowd(1, 30).map((row) => row.replace('Bern', 'Basel')), ...crowd(50, 70)])
  return { work, then, wrong }
}

const living = (found: ReturnType<typeof facts>) =>
  Object.fromEntries(Object.entries(found).filter(([, { gone }]) => !gone))

describe('a sync that is rolled back', () => {
  it('leaves the records as they were before it, whatever guards would say', async () => {
    const { work, then, wrong } = await wrongFile()
    const sync = await work.run(await undo(work, wrong.id))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', reason: 'rollback', datasets: [{ counts: { removed: 21 } }] })
    expect(living(facts(await work.stored()))).toEqual(then)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'EXCLUDED'])
    expect(await openRollbacks(work.control, integrationId)).toEqual([])
  })

  it('has its file applied never again', async () => {
    const { work, then, wrong } = await wrongFile()
    await work.run(await undo(work, wrong.id))
    for (const reason of ['verify', 'mapping', 'scope', 'filter', 'fields', 'forced', 'due'] as const)
      await work.run({ kind: 'sync', integrationId, syncId: `after-${reason}`, reason })
    expect(living(facts(await work.stored()))).toEqual(then)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'EXCLUDED'])
  })

  it('has its file applied again by whoever replays it', async () => {
    const { work, wrong } = await wrongFile()
    await work.run(await undo(work, wrong.id))
    await work.run(await replay(work, 1))
    expect(await present(work)).toHaveLength(61)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'ACCEPTED'])
  })

  it('is meant as well by the sync that made the removals of its file, once the upload was known to be whole', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 40))
    const then = facts(await work.stored())
    const { message } = await work.upload('employees.csv', employeesCsv(crowd(3, 43)))
    await work.run(message)
    work.pass(3 * 60_000)
    const following = { kind: 'sync', integrationId, syncId: 'following', reason: 'file' } as const
    expect(await work.run(following)).toMatchObject({ datasets: [{ counts: { removed: 2 } }] })
    await work.run(await undo(work, following.syncId))
    expect(living(facts(await work.stored()))).toEqual(then)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'EXCLUDED'])
  })

  it('is followed by the next upload as usual', async () => {
    const { work, wrong } = await wrongFile()
    await work.run(await undo(work, wrong.id))
    await pushCrowd(work, crowd(1, 41))
    expect(await present(work)).toHaveLength(41)
  })

  it('gives the mapping back that was in use', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 3))
    const then = facts(await work.stored())
    await work.approveAs({ dataset: 'employees', id: { columns: ['id'] }, fields: { last_name: column('name') } })
    const wrong = await work.run({ kind: 'sync', integrationId, syncId: 'remapped', reason: 'mapping' })
    await work.run(await undo(work, wrong.id))
    expect(living(facts(await work.stored()))).toEqual(then)
    expect((await connected(work)).mappings.employees).toEqual({ approved: 1, latest: 2 })
    expect(await statesOf(work)).toEqual(['ACCEPTED'])
    await work.run({ kind: 'sync', integrationId, syncId: 'later', reason: 'due' })
    expect(living(facts(await work.stored()))).toEqual(then)
  })

  it('gives the employee filter back that was in use', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    await pushCrowd(work, [...crowd(1, 3), ...crowd(4, 5).map((row) => row.replace('B,Bern', 'Z,Zug'))])
    const then = facts(await work.stored())
    const wrong = await setFilter(work, { field: 'work_location', values: ['Z'] })
    expect(await present(work)).toEqual(['4', '5'])
    await work.run(await undo(work, wrong.id))
    expect(living(facts(await work.stored()))).toEqual(then)
    expect((await connected(work)).filter?.rules).toEqual([inBern])
  })

  it('takes back all that it applied of several files', async () => {
    const work = await openWorkplace()
    const balances = (left: number) => `id,employee,type,left\nb1,1,Vacation,${left}`
    await work.deliver('time_off_balances.csv', balances(5))
    await pushCrowd(work, crowd(1, 3))
    const then = facts(await work.stored())
    await work.deliver('time_off_balances.csv', balances(50))
    const wrong = await pushCrowd(work, crowd(2, 4))
    await work.run(await undo(work, wrong.id))
    expect(living(facts(await work.stored()))).toEqual(then)
  })

  it('leaves removals held that were held before', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 40))
    await pushCrowd(work, crowd(1, 25))
    await work.run(await decide(work, 'discarded', ['26', '27']))
    const [then, held] = [facts(await work.stored()), await heldNow(work)]
    const wrong = await pushCrowd(work, crowd(1, 40))
    expect((await heldNow(work)).results).toEqual([])
    await work.run(await undo(work, wrong.id))
    expect(living(facts(await work.stored()))).toEqual(then)
    expect(await heldNow(work)).toEqual(held)
  })
})

describe('the preview of a rollback', () => {
  const inZug = (rows: readonly string[]) => rows.map((row) => row.replace('B,Bern', 'Z,Zug'))

  it('counts whoever only moved to another place as changed', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 20))
    const wrong = await pushCrowd(work, [...crowd(1, 18), ...inZug(crowd(19, 20))])
    expect(await lookBack(work, wrong.id)).toMatchObject({ datasets: [{ changes: 2, lost: 0 }] })
  })

  it('counts whoever was held and then only moved as not restored', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 40))
    await pushCrowd(work, crowd(1, 25))
    const wrong = await pushCrowd(work, [...crowd(1, 37), ...inZug(crowd(38, 40))])
    expect(await lookBack(work, wrong.id)).toMatchObject({ datasets: [{ changes: 0, lost: 3 }] })
  })
})

describe('a rollback is refused', () => {
  const why = async (...[work, id]: Parameters<typeof lookBack>) => {
    const found = await lookBack(work, id)
    return found.kind === 'refused' ? found.why : found.kind
  }

  it('unless the number of those who go is named', async () => {
    const { work, wrong } = await wrongFile()
    const made = await undoSync(replayPorts(work), await connected(work), await syncOf(work, wrong.id), 20)
    expect(made).toEqual({ kind: 'unconfirmed', removals: 21 })
    expect(await openRollbacks(work.control, integrationId)).toEqual([])
  })

  it('of a first load, of an earlier sync, and of a rollback', async () => {
    const work = await openWorkplace()
    const first = await pushCrowd(work, crowd(1, 3))
    expect(await why(work, first.id)).toBe('first-load')
    const second = await pushCrowd(work, crowd(1, 4))
    expect(await why(work, first.id)).toBe('not-last')
    const undone = await work.run(await undo(work, second.id))
    expect(await why(work, undone.id)).toBe('not-last')
    expect(await why(work, second.id)).toBe('not-last')
  })

  it('when the file before is not kept, or a newer one waits', async () => {
    const { work, wrong } = await wrongFile()
    await work.deliver('employees.csv', employeesCsv(crowd(1, 2)))
    expect(await why(work, wrong.id)).toBe('newer-waits')
    const other = await wrongFile()
    await forgetFiles(other.work)
    expect(await why(other.work, other.wrong.id)).toBe('not-kept')
  })

  it('of files that cover dates, and of what the scope left out', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 2))
    const day = (hours: number) => `id,employee,date,hours\nt1,1,2026-01-05,${hours}`
    await work.run(await work.deliver('timesheets.csv', day(8)))
    const wrong = await work.run(await work.deliver('timesheets.csv', day(4)))
    expect(await why(work, wrong.id)).toBe('several-files')
  })

  it('and forgotten, when a newer file was applied before it was carried out', async () => {
    const { work, wrong } = await wrongFile()
    const message = await undo(work, wrong.id)
    await pushCrowd(work, crowd(1, 80))
    await work.run(message)
    expect(await present(work)).toHaveLength(80)
    expect(await openRollbacks(work.control, integrationId)).toEqual([])
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
  })
})
