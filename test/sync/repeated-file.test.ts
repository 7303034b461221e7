import { describe, expect, it } from 'vitest'
import { queryDocuments, readDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { filePartition, stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { counting } from './counting.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const people = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${from + i},Person ${from + i},,B,Bern,Research,2020-01-01`)
const staff = employeesCsv(people(20))

const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))
const stateOf = async (work: Workplace) => {
  const state = await readDocument(work.control, stateKey(integrationId), IntegrationStateSchema)
  if (!state) throw new Error('there is no state')
  return state
}
const newestFile = async (work: Workplace) =>
  (await queryDocuments(work.control, { ...filePartition(integrationId), descending: true }, ExportFileSchema))
    .values[0]

const again = async (work: Workplace, name: string, csv: string) => {
  const { ports, opened, recordCalls } = counting(work)
  const sync = await work.run(await work.deliver(name, csv), ports)
  return { sync, opened, recordCalls: recordCalls() }
}

describe('a file with the bytes of the committed one', () => {
  it('is neither read nor compared: the pointer moves on to it, and its report repeats the last one', async () => {
    const work = await openWorkplace()
    const first = await pushed(work, 'employees.csv', staff)
    const before = await work.stored()
    const { sync, opened, recordCalls } = await again(work, 'employees.csv', staff)
    expect({ opened, recordCalls }).toEqual({ opened: [], recordCalls: 0 })
    expect(sync).toMatchObject({
      state: 'SUCCEEDED',
      datasets: [{ outcome: 'applied', sameAs: first.id, counts: { rows: 20, created: 0, unchanged: 20 } }],
    })
    const file = await newestFile(work)
    expect(file?.state).toBe('ACCEPTED')
    expect((await stateOf(work)).datasets.employees).toMatchObject({ fileId: file?.id, files: [file?.id], records: 22 })
    expect(await work.stored()).toEqual(before)
  })

  it('still links the last sync that did read it after many repetitions', async () => {
    const work = await openWorkplace()
    const first = await pushed(work, 'employees.csv', staff)
    await pushed(work, 'employees.csv', staff)
    const third = await pushed(work, 'employees.csv', staff)
    expect(third.datasets[0]).toMatchObject({ sameAs: first.id, counts: { rows: 20, unchanged: 20 } })
    const changed = await pushed(work, 'employees.csv', staff.replace('Person 7,', 'Somebody,'))
    expect(changed.datasets[0]).toMatchObject({ counts: { updated: 1 } })
    expect(changed.datasets[0]).not.toHaveProperty('sameAs')
  })

  it('has the same rows quarantined, and its sync says so', async () => {
    const work = await openWorkplace()
    const bad = employeesCsv([...people(20), '21,Bad,,B,Bern,Research,some day'])
    const first = await pushed(work, 'employees.csv', bad)
    const { sync, opened } = await again(work, 'employees.csv', bad)
    expect(opened).toEqual([])
    expect(sync.state).toBe('PARTIALLY_FAILED')
    expect(sync.datasets[0]).toMatchObject({ counts: { quarantined: 1 }, issues: first.datasets[0]?.issues })
  })

  it('leaves removals that are held to whoever decides about them', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', employeesCsv(people(104)))
    const half = employeesCsv([...people(93, 12), ...people(20, 200)])
    const held = await pushed(work, 'employees.csv', half)
    const { sync } = await again(work, 'employees.csv', half)
    expect(held.datasets[0]?.counts).toMatchObject({ held: 11, removed: 0 })
    expect(sync.datasets[0]?.counts).toMatchObject({ held: 11, removed: 0 })
  })

  it('stores the absences of people who have come since, as if it had been read', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const absences = 'id,employee,type,start\na1,3,Sick,2026-01-05\na2,99,Sick,2026-01-06'
    await pushed(work, 'absences.csv', absences)
    const { sync: same, opened } = await again(work, 'absences.csv', absences)
    expect(opened).toEqual([])
    expect(same.datasets[0]?.issues).toMatchObject([{ code: 'EMPLOYEE_UNKNOWN' }])
    await pushed(work, 'employees.csv', employeesCsv([...people(20), ...people(1, 99)]))
    expect([...(await work.stored()).keys()]).toContain('hris_absences a2')
  })

  it('is read when somebody asks for it', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const { ports, opened } = counting(work)
    await work.run({ kind: 'sync', integrationId, syncId: 'forced', reason: 'forced' }, ports)
    expect(opened).toEqual(expect.arrayContaining(['manifest of employees', 'files']))
  })

  it('overtakes older files that wait beside it', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await work.deliver('employees.csv', employeesCsv(people(19)))
    const { sync, opened } = await again(work, 'employees.csv', staff)
    expect(opened).toEqual([])
    expect(sync.datasets[0]?.counts).toMatchObject({ unchanged: 20 })
    const files = await queryDocuments(
      work.control,
      { ...filePartition(integrationId), descending: true },
      ExportFileSchema,
    )
    expect(files.values.map(({ state }) => state)).toEqual(['ACCEPTED', 'SUPERSEDED', 'ACCEPTED'])
  })

  it('is merged as ever where files cover a window and the last sync read several', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const week = (name: string, day: string) => work.deliver(name, `id,employee,date,hours\n${day},1,2026-01-${day},8`)
    await week('timesheets_1.csv', '05')
    await work.run(await week('timesheets_2.csv', '12'))
    const { ports, opened } = counting(work)
    await work.run(await week('timesheets_2.csv', '12'), ports)
    expect(opened).toContain('files')
    const once = counting(work)
    await work.run(await week('timesheets_2.csv', '12'), once.ports)
    expect(once.opened).toEqual([])
    expect([...(await work.stored()).keys()]).toEqual(
      expect.arrayContaining(['hris_timesheets 05', 'hris_timesheets 12']),
    )
  })
})
