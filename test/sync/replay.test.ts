import { describe, expect, it } from 'vitest'
import { replayFile } from '../../lambdas/replay/replay-file.ts'
import { present } from './filtered-staff.ts'
import { crowd, heldNow, pushCrowd } from './held-staff.ts'
import { connected, filesOf, replay, replayPorts, statesOf } from './replay-staff.ts'
import { employeesCsv, facts, openWorkplace } from './workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

describe('a file that is replayed', () => {
  it('is what the records are made of again, although newer ones have come', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 40))
    const then = facts(await work.stored())
    await pushCrowd(work, crowd(1, 38))
    const sync = await work.run(await replay(work, 0))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', reason: 'replay', datasets: [{ counts: { created: 2 } }] })
    expect(facts(await work.stored())).toEqual(then)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'ACCEPTED'])
  })

  it('gives way to the next upload, and to none that came before', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 40))
    await pushCrowd(work, crowd(1, 38))
    await work.run(await replay(work, 0))
    await work.approveAs({ dataset: 'employees', id: { columns: ['id'] }, fields: { first_name: column('name') } })
    await work.run({ ...(await replay(work, 0)), reason: 'mapping' })
    expect(await present(work)).toHaveLength(40)
    await pushCrowd(work, crowd(1, 39))
    expect(await present(work)).toHaveLength(39)
  })

  it('takes the place of a file that waits, as one that came later would', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 40))
    const waiting = await work.deliver('employees.csv', employeesCsv(crowd(1, 39)))
    const message = await replay(work, 0)
    await work.run(waiting)
    await work.run(message)
    expect(await present(work)).toHaveLength(40)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'SUPERSEDED'])
  })

  it('is read by the mapping of today', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 3))
    await pushCrowd(
      work,
      crowd(1, 3).map((row) => row.replace('Person', 'Human')),
    )
    await work.approveAs({ dataset: 'employees', id: { columns: ['id'] }, fields: { last_name: column('name') } })
    await work.run(await replay(work, 0))
    const record = (await work.stored()).get('hris_employees 1')
    expect(JSON.parse(record?.body ?? '')).toMatchObject({ last_name: 'Person 1', first_name: null })
  })

  it('passes the guards like any other', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 25))
    await pushCrowd(work, crowd(1, 40))
    const sync = await work.run(await replay(work, 0))
    expect(sync).toMatchObject({ state: 'PARTIALLY_FAILED', datasets: [{ counts: { held: 15 } }] })
    expect((await heldNow(work)).waiting).toHaveLength(15)
    expect(await present(work)).toHaveLength(40)
  })

  it('is applied by the next sync, should its own message be lost', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 40))
    const { syncId } = await work.deliver('employees.csv', employeesCsv(crowd(1, 38)))
    await work.run({ kind: 'sync', integrationId: (await connected(work)).id, syncId, reason: 'file' })
    const { reason: _, ...message } = await replay(work, 0)
    await work.run({ ...message, syncId: 'another', reason: 'due' })
    expect(await present(work)).toHaveLength(40)
  })

  it('lies on top of the others where files cover dates', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 2))
    const day = (hours: number) => `id,employee,date,hours\nt1,1,2026-01-05,${hours}`
    await work.run(await work.deliver('timesheets.csv', day(8)))
    await work.run(await work.deliver('timesheets.csv', day(4)))
    await work.run(await replay(work, 1))
    await work.approveAs({
      dataset: 'timesheets',
      id: { columns: ['id'] },
      fields: {
        'employee.remote_id': column('employee'),
        date: column('date'),
        payable_hours: column('hours'),
        comment: column('id'),
      },
    })
    await work.run({ kind: 'sync', integrationId: (await connected(work)).id, syncId: 'remapped', reason: 'mapping' })
    const record = (await work.stored()).get('hris_timesheets t1')
    expect(JSON.parse(record?.body ?? '')).toMatchObject({ payable_hours: 8, comment: 't1' })
  })
})

describe('a replay is refused', () => {
  it('of a file that is not kept, broke off, waits for its sync, or is none', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, crowd(1, 3))
    const ports = replayPorts(work)
    const integration = await connected(work)
    const why = async (id: string) => {
      const made = await replayFile(ports, integration, id)
      return made.kind === 'refused' ? made.why : made.kind
    }
    expect(await why('nothing')).toBe('no-such-file')
    await work.deliver('employees.csv', employeesCsv(crowd(1, 2)))
    const [first, waiting] = await filesOf(work)
    expect(await why(waiting?.id ?? '')).toBe('on-its-way')
    await work.deliver('notes.csv', 'a,b\n1,2')
    expect(await why((await filesOf(work)).at(-1)?.id ?? '')).toBe('unclaimed')
    const off = { ...integration, status: 'INACTIVE' as const }
    expect(await replayFile(ports, off, first?.id ?? '')).toEqual({ kind: 'refused', why: 'inactive' })
    const unmapped = { ...integration, mappings: {} }
    expect(await replayFile(ports, unmapped, first?.id ?? '')).toEqual({ kind: 'refused', why: 'no-mapping' })
  })
})
