import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ChoreSchema } from '#core/control/chore.ts'
import { queryDocuments } from '#core/control/documents.ts'
import { chorePartition } from '#core/control/keys.ts'
import { type SyncMessage, SyncMessageSchema } from '#core/deployment/queues.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { noteUploadEnd } from '../../lambdas/receive/note-upload-end.ts'
import { crowd, forgetFiles, heldNow } from './held-staff.ts'
import { employeesCsv, openWorkplace, type Workplace } from './workplace.ts'

const minuteMs = 60_000

const livingIn = async (work: Workplace) =>
  [...(await work.stored())].filter(([name, { deletedAt }]) => name.startsWith('hris_employees') && deletedAt === null)
    .length

const lastSent = (work: Workplace): SyncMessage => v.parse(SyncMessageSchema, JSON.parse(work.sent.at(-1)?.body ?? ''))

/** Thirty people are stored; then comes a file with somebody new that lacks two, and nobody tells how its upload ended. */
const openDoubtful = async () => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', employeesCsv(crowd(1, 30))))
  const { message, object } = await work.upload('employees.csv', employeesCsv([...crowd(3, 30), ...crowd(99, 99)]))
  const sync = await work.run(message)
  const tell = (outcome: 'completed' | 'failed') =>
    noteUploadEnd(work.receivePorts, { ...object, endedAt: object.eventTime, outcome })
  return { work, sync, tell }
}

const keepHouse = async (work: Workplace) => {
  const ports = { ...work.ports, landing: work.landing, landingQueue: { send: async () => undefined } }
  await createHousekeeping(ports)()
}

describe('removals of a file whose upload may have broken off', () => {
  it('wait, while creates do not, and nobody is asked', async () => {
    const { work, sync } = await openDoubtful()
    expect(sync).toMatchObject({
      state: 'SUCCEEDED',
      datasets: [{ counts: { created: 1, removed: 0, held: 0 }, issues: [] }],
    })
    expect(await livingIn(work)).toBe(31)
    expect((await heldNow(work)).results).toEqual([])
  })

  it('are made as soon as it is told that it went well', async () => {
    const { work, tell } = await openDoubtful()
    const before = work.sent.length
    await tell('completed')
    expect(work.sent).toHaveLength(before + 1)
    const sync = await work.run(lastSent(work))
    expect(sync.datasets[0]?.counts).toMatchObject({ removed: 2, created: 0 })
    expect(await livingIn(work)).toBe(29)
    await tell('completed')
    expect(work.sent).toHaveLength(before + 1)
  })

  it('are made at once where that is told while the sync waits a moment for it', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', employeesCsv(crowd(1, 30))))
    const { message, object } = await work.upload('employees.csv', employeesCsv(crowd(3, 30)))
    const wait = async (ms: number): Promise<void> => {
      work.pass(ms)
      await noteUploadEnd(work.receivePorts, { ...object, endedAt: object.eventTime, outcome: 'completed' })
    }
    const sync = await work.run(message, { ...work.ports, wait })
    expect(sync.datasets[0]?.counts).toMatchObject({ removed: 2 })
  })

  it('are made by another sync where that is told while this one is at work', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', employeesCsv(crowd(1, 30))))
    const { message, object } = await work.upload('employees.csv', employeesCsv(crowd(3, 30)))
    const put: Workplace['archive']['put'] = async (key, body) => {
      await noteUploadEnd(work.receivePorts, { ...object, endedAt: object.eventTime, outcome: 'completed' })
      return work.archive.put(key, body)
    }
    const sync = await work.run(message, { ...work.ports, archive: { ...work.archive, put } })
    expect(sync.datasets[0]?.counts).toMatchObject({ removed: 0 })
    expect(lastSent(work).syncId).not.toBe(message.syncId)
    await work.run(lastSent(work))
    expect(await livingIn(work)).toBe(28)
  })

  it('are made after two minutes in which nothing else was told', async () => {
    const { work } = await openDoubtful()
    const before = work.sent.length
    await keepHouse(work)
    expect(work.sent).toHaveLength(before)
    work.pass(2 * minuteMs)
    await keepHouse(work)
    expect(work.sent.length).toBeGreaterThan(before)
    await work.run(lastSent(work))
    expect(await livingIn(work)).toBe(29)
    const { values } = await queryDocuments(work.control, { pk: chorePartition }, ChoreSchema)
    expect(values.filter(({ kind }) => kind === 'quiet')).toEqual([])
  })

  it('are made although the file is not kept any longer', async () => {
    const { work, tell } = await openDoubtful()
    await forgetFiles(work)
    await tell('completed')
    await work.run(lastSent(work))
    expect(await livingIn(work)).toBe(29)
  })

  it('are not made if it is told that it broke off', async () => {
    const { work, tell } = await openDoubtful()
    await tell('failed')
    await work.run(lastSent(work))
    work.pass(5 * minuteMs)
    await keepHouse(work)
    await work.run(lastSent(work))
    expect(
      [...(await work.stored()).values()].filter(
        ({ deletedAt, remoteId }) => deletedAt !== null && Number(remoteId) < 31,
      ),
    ).toEqual([])
  })

  it('are not made where the next file has these people again, and are where it lacks them too', async () => {
    const { work } = await openDoubtful()
    await work.run(await work.deliver('employees.csv', employeesCsv(crowd(2, 30))))
    expect((await work.stored()).get('hris_employees 1')?.deletedAt).not.toBeNull()
    expect((await work.stored()).get('hris_employees 2')?.deletedAt).toBeNull()
  })

  it('wait anew where the same bytes come again', async () => {
    const { work } = await openDoubtful()
    const again = await work.upload('employees.csv', employeesCsv([...crowd(3, 30), ...crowd(99, 99)]))
    await work.run(again.message)
    expect(await livingIn(work)).toBe(31)
    work.pass(2 * minuteMs)
    await keepHouse(work)
    await work.run(lastSent(work))
    expect(await livingIn(work)).toBe(29)
  })

  it('wait on while files of other days come', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', employeesCsv(crowd(1, 30))))
    const timesheets = (rows: readonly string[]) => ['id,employee,date,hours', ...rows].join('\n')
    const days = ['a,1,2026-01-01,8', 'b,1,2026-01-02,8', 'c,1,2026-01-03,8']
    await work.run(await work.deliver('timesheets-1.csv', timesheets(days)))
    const doubtful = await work.upload('timesheets-2.csv', timesheets([days[0] ?? '', days[2] ?? '']))
    await work.run(doubtful.message)
    const other = await work.upload('timesheets-3.csv', timesheets(['d,1,2026-02-01,8']))
    await work.run(other.message)
    const isThere = async () => (await work.stored()).get('hris_timesheets b')?.deletedAt === null
    expect(await isThere()).toBe(true)
    await noteUploadEnd(work.receivePorts, { ...other.object, endedAt: other.object.eventTime, outcome: 'completed' })
    await work.run(lastSent(work))
    expect(await isThere()).toBe(false)
  })

  it('of so many that they are held wait for a decision as ever', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', employeesCsv(crowd(1, 30))))
    const { message } = await work.upload('employees.csv', employeesCsv(crowd(16, 30)))
    const sync = await work.run(message)
    expect(sync.datasets[0]?.counts).toMatchObject({ removed: 0, held: 15 })
    work.pass(5 * minuteMs)
    await keepHouse(work)
    expect(await livingIn(work)).toBe(30)
    expect((await heldNow(work)).results).toHaveLength(15)
  })
})
