import { describe, expect, it } from 'vitest'
import { queryDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { noteUploadEnd } from '../../lambdas/receive/note-upload-end.ts'
import { joinedWorkplace, pushed, staff, titles, titlesOf } from './joined-workplace.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const people = ['1,Ada,,,,,', '2,Bob,,,,,', '3,Cleo,,,,,']
const whole = employeesCsv(people)
/** The third name is cut, and the fourth person has not come. */
const torn = employeesCsv([...people.slice(0, 2), '3,Cl,,,,,'])

const filesOf = async ({ control }: Workplace) =>
  (await queryDocuments(control, filePartition(integrationId), ExportFileSchema)).values
const statesOf = async (work: Workplace) => (await filesOf(work)).map(({ state }) => state)
const namesOf = async (work: Workplace) => {
  const records = Object.entries(facts(await work.stored())).filter(([name]) => name.startsWith('hris_employees'))
  return records.flatMap(([, { body, gone }]) => (gone ? [] : [body.first_name])).toSorted()
}

/** Tells that the upload of the newest file broke off; answers the message of the sync that follows, if one does. */
const breakOff = async (work: Workplace): Promise<SyncMessage | undefined> => {
  const file = (await filesOf(work)).at(-1)
  if (!file) throw new Error('no file')
  const before = work.sent.length
  const { etag, eventTime: endedAt } = file
  await noteUploadEnd(work.receivePorts, { ...file.landing, etag, endedAt, outcome: 'failed' })
  return work.sent.length > before ? JSON.parse(work.sent.at(-1)?.body ?? '') : undefined
}

const run = async (work: Workplace, message: SyncMessage | undefined) => {
  if (!message) throw new Error('no sync was queued')
  return work.run(message)
}

describe('a file whose upload broke off', () => {
  it('is refused unread where that is known before its sync', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', whole))
    const sync = await work.deliver('employees.csv', torn)
    await breakOff(work)
    await work.run(sync)
    expect(await filesOf(work)).toMatchObject([
      { state: 'ACCEPTED' },
      { state: 'REFUSED', issues: [{ code: 'UPLOAD_BROKEN_OFF' }] },
    ])
    expect(await namesOf(work)).toEqual(['Ada', 'Bob', 'Cleo'])
  })

  it('is replaced by the newest other file where it was applied', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', whole))
    await work.run(await work.deliver('employees.csv', torn))
    expect(await namesOf(work)).toEqual(['Ada', 'Bob', 'Cl'])
    const sync = await run(work, await breakOff(work))
    expect(await namesOf(work)).toEqual(['Ada', 'Bob', 'Cleo'])
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'REFUSED'])
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ issues: [{ code: 'UPLOAD_BROKEN_OFF' }] }] })
    expect(sync.datasets[0]?.counts).toMatchObject({ updated: 1, removed: 0 })
  })

  it('gives way to a good upload that it had overtaken', async () => {
    const work = await openWorkplace()
    const good = await work.deliver('employees.csv', whole)
    const late = await work.deliver('employees.csv', torn)
    await work.run(late)
    await work.run(good)
    expect(await statesOf(work)).toEqual(['SUPERSEDED', 'ACCEPTED'])
    await run(work, await breakOff(work))
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'REFUSED'])
    expect(await namesOf(work)).toEqual(['Ada', 'Bob', 'Cleo'])
  })

  it('stays until the next file where there is no other', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', torn))
    await run(work, await breakOff(work))
    expect(await statesOf(work)).toEqual(['REFUSED'])
    expect(await namesOf(work)).toEqual(['Ada', 'Bob', 'Cl'])
    await work.run(await work.deliver('employees.csv', whole))
    expect(await namesOf(work)).toEqual(['Ada', 'Bob', 'Cleo'])
  })

  it('is not read by a sync for another reason either', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', torn))
    const message = await breakOff(work)
    await run(work, message)
    await run(work, message && { ...message, syncId: `${message.syncId.slice(0, -1)}x`, reason: 'mapping' })
    expect(await statesOf(work)).toEqual(['REFUSED'])
  })

  it('among files that cover a window leaves the others applied', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', whole))
    const timesheets = (rows: readonly string[]) => ['id,employee,date,hours', ...rows].join('\n')
    await work.run(await work.deliver('timesheets-1.csv', timesheets(['a,1,2026-01-01,8', 'b,1,2026-01-02,8'])))
    await work.run(await work.deliver('timesheets-2.csv', timesheets(['b,1,2026-01-02,7'])))
    const hours = async () =>
      Object.entries(facts(await work.stored()))
        .filter(([name, { gone }]) => name.startsWith('hris_timesheets') && !gone)
        .map(([, { body }]) => body.payable_hours)
    expect(await hours()).toEqual([8, 7])
    await run(work, await breakOff(work))
    expect(await hours()).toEqual([8, 8])
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'ACCEPTED', 'REFUSED'])
  })
})

describe('a file that another one is joined with, whose upload broke off', () => {
  const joined = async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    return work
  }
  const doctors = titles.replace('Nurse', 'Doctor')
  const asBefore = { 1: 'Engineer', 2: 'Nurse', 3: null }

  it('is replaced by the one before it where it was applied', async () => {
    const work = await joined()
    await pushed(work, 'contracts.csv', doctors)
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
    await run(work, await breakOff(work))
    expect(await titlesOf(work)).toEqual(asBefore)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'ACCEPTED', 'REFUSED'])
  })

  it('is refused unread where that is known before its sync', async () => {
    const work = await joined()
    const sync = await work.deliver('contracts.csv', doctors)
    await breakOff(work)
    await work.run(sync)
    expect(await titlesOf(work)).toEqual(asBefore)
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'ACCEPTED', 'REFUSED'])
  })
})

const applied = async () => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', whole))
  await work.run(await work.deliver('employees.csv', torn))
  const message = await breakOff(work)
  if (!message) throw new Error('no sync was queued')
  return { work, message }
}

const undisturbed = await applied()
const counting = mortalPorts(undisturbed.work.ports, Number.POSITIVE_INFINITY)
await undisturbed.work.run(undisturbed.message, counting.ports)
// The last call lets go of the lease: a run that dies then was never killed.
const steps = Array.from({ length: counting.calls() - 1 }, (_, index) => index + 1)

describe('the sync that replaces a broken file', () => {
  it.each(steps)('killed after its call %i comes to the same when it is repeated', async (fatal) => {
    const { work, message } = await applied()
    await expect(work.run(message, mortalPorts(work.ports, fatal).ports)).rejects.toThrow(Killed)
    work.pass(120_000)
    await work.run(message)
    expect(facts(await work.stored())).toEqual(facts(await undisturbed.work.stored()))
    expect(await statesOf(work)).toEqual(['ACCEPTED', 'REFUSED'])
  })
})
