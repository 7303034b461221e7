import { describe, expect, it } from 'vitest'
import { queryDocuments, updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { filePartition, integrationKey } from '#core/control/keys.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const dynamo = await dynalite()
const client = dynamo.client()

const first = employeesCsv([
  '1,Ada,,B,Bern,Research,2020-01-01',
  '2,Bob,1,B,Bern,Research,2021-01-01',
  '3,Cy,1,Z,Basel,Sales,2022-01-01',
])

const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))
const record = async (work: Workplace, name: string) => {
  const found = (await work.stored()).get(name)
  if (!found) throw new Error(`${name} is not stored`)
  return { ...found, body: JSON.parse(found.body) }
}

describe('a sync', () => {
  it('stores everybody of the first file with what they mention', async () => {
    const work = await openWorkplace(client)
    const sync = await pushed(work, 'employees.csv', first)
    expect(sync).toMatchObject({
      state: 'SUCCEEDED',
      datasets: [{ outcome: 'applied', counts: { rows: 3, created: 3 } }],
    })
    const bob = await record(work, 'hris_employees 2')
    expect(bob.body).toMatchObject({
      remote_id: '2',
      first_name: 'Bob',
      start_date: '2021-01-01T00:00:00.000Z',
      manager: { remote_id: '1', first_name: 'Ada' },
      work_location: { remote_id: 'B', name: 'Bern', remote_deleted_at: null },
      groups: [{ name: 'Research', type: 'DEPARTMENT' }],
    })
    expect(bob.body.work_location.changed_at).toBe(
      new Date((await record(work, 'hris_locations B')).changedAt).toISOString(),
    )
  })

  it('writes nothing and moves no time stamp when the same file comes again', async () => {
    const work = await openWorkplace(client)
    await pushed(work, 'employees.csv', first)
    const before = await work.stored()
    let writes = 0
    const records: typeof work.ports.records = {
      ...work.ports.records,
      write: async (...writing) => {
        writes += 1
        return work.ports.records.write(...writing)
      },
    }
    const sync = await work.run(await work.deliver('employees.csv', first), { ...work.ports, records })
    expect(sync.datasets[0]?.counts).toMatchObject({ unchanged: 3, created: 0, updated: 0, removed: 0 })
    expect(writes).toBe(0)
    expect(await work.stored()).toEqual(before)
  })

  it('moves changed_at of the changed person only, and feed_at of those who embed them', async () => {
    const work = await openWorkplace(client)
    await pushed(work, 'employees.csv', first)
    const before = await work.stored()
    const sync = await pushed(work, 'employees.csv', first.replace('Ada', 'Adele'))
    expect(sync.datasets[0]?.counts).toMatchObject({ updated: 1, rerendered: 2, unchanged: 0 })
    const bob = await record(work, 'hris_employees 2')
    expect(bob.body.manager.first_name).toBe('Adele')
    expect(bob.changedAt).toBe(before.get('hris_employees 2')?.changedAt)
    expect(bob.feedAt).toBeGreaterThan(before.get('hris_employees 2')?.feedAt ?? Number.POSITIVE_INFINITY)
  })

  it('marks who is missing as removed, keeps what they held, and takes them back under the same id', async () => {
    const work = await openWorkplace(client)
    await pushed(work, 'employees.csv', first)
    const { id } = await record(work, 'hris_employees 3')
    await pushed(work, 'employees.csv', first.split('\n').slice(0, 3).join('\n'))
    const gone = await record(work, 'hris_employees 3')
    expect(gone).toMatchObject({ id, body: { first_name: 'Cy' } })
    expect(gone.deletedAt).toBe(gone.changedAt)
    expect((await record(work, 'hris_locations Z')).deletedAt).not.toBeNull()
    await pushed(work, 'employees.csv', first)
    expect(await record(work, 'hris_employees 3')).toMatchObject({ id, deletedAt: null })
  })

  it('refuses a file in which everybody has another id, unless the limits are set otherwise', async () => {
    const work = await openWorkplace(client)
    const staff = (zeros: string) => employeesCsv(Array.from({ length: 12 }, (_, i) => `${zeros}${i},P${i},,,,,`))
    const isHere = async (id: string) => (await work.stored()).get(`hris_employees ${id}`)?.deletedAt === null
    await pushed(work, 'employees.csv', staff(''))
    const before = await work.stored()
    const sync = await pushed(work, 'employees.csv', staff('00'))
    expect(sync).toMatchObject({ state: 'FAILED', datasets: [{ outcome: 'refused', issues: [{ code: 'ID_DRIFT' }] }] })
    expect(await work.stored()).toEqual(before)
    await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
      ...each,
      limits: { removals: { share: 1, records: 10 }, drift: { share: 1, records: 10 } },
    }))
    const wanted = await pushed(work, 'employees.csv', staff('00'))
    expect(wanted.datasets[0]?.counts).toMatchObject({ created: 12, removed: 12 })
    expect([await isHere('1'), await isHere('001')]).toEqual([false, true])
  })

  it('leaves a quarantined person as stored, but shows their renamed department', async () => {
    const work = await openWorkplace(client)
    await pushed(work, 'employees.csv', first)
    const bad = first
      .replace('2,Bob,1,B,Bern,Research,2021-01-01', '2,Bobby,1,B,Bern,Research,some day')
      .replace('1,Ada', '1,Adele')
    const sync = await pushed(work, 'employees.csv', bad)
    expect(sync).toMatchObject({ state: 'PARTIALLY_FAILED', datasets: [{ counts: { quarantined: 1, removed: 0 } }] })
    expect(sync.datasets[0]?.issues).toMatchObject([{ code: 'DATE_UNREADABLE', rows: [3], column: 'start' }])
    const bob = await record(work, 'hris_employees 2')
    expect(bob.body).toMatchObject({
      first_name: 'Bob',
      start_date: '2021-01-01T00:00:00.000Z',
      manager: { first_name: 'Adele' },
    })
  })

  it('changes nothing for a file that it refuses, and says why', async () => {
    const work = await openWorkplace(client)
    await pushed(work, 'employees.csv', first)
    const before = await work.stored()
    const sync = await pushed(work, 'employees.csv', first.replace('id,name', 'number,name'))
    expect(sync).toMatchObject({
      state: 'FAILED',
      datasets: [{ outcome: 'refused', issues: [{ code: 'ID_COLUMN_MISSING' }] }],
    })
    expect(await work.stored()).toEqual(before)
  })

  it('never lets a file that comes late overwrite a newer one', async () => {
    const work = await openWorkplace(client)
    await pushed(work, 'employees.csv', first)
    const before = await work.stored()
    const late = await work.run(
      await work.deliver('employees.csv', first.replace('Ada', 'Old Ada'), Date.UTC(2025, 0, 1)),
    )
    expect(late.datasets[0]?.outcome).toBe('unchanged')
    const [, file] = (
      await queryDocuments(work.control, { ...filePartition(integrationId), descending: true }, ExportFileSchema)
    ).values
    expect(file).toMatchObject({ state: 'SUPERSEDED', issues: [{ code: 'FILE_SUPERSEDED' }] })
    expect(await work.stored()).toEqual(before)
  })

  it('remembers absences of people it does not know yet, and stores them when they appear', async () => {
    const work = await openWorkplace(client)
    const absences = 'id,employee,type,start\na1,3,Sick,2026-01-05\na2,9,Sick,2026-01-06'
    const early = await pushed(work, 'absences.csv', absences)
    expect(early.datasets[0]).toMatchObject({ counts: { created: 0 } })
    await pushed(work, 'employees.csv', first)
    const absence = await record(work, 'hris_absences a1')
    expect(absence.employeeId).toBe((await record(work, 'hris_employees 3')).id)
    expect(absence.body).toMatchObject({ start_date: '2026-01-05', type: { name: 'Sick' } })
    expect([...(await work.stored()).keys()]).not.toContain('hris_absences a2')
  })

  it('does nothing twice for a message that comes twice', async () => {
    const work = await openWorkplace(client)
    const message = await work.deliver('employees.csv', first)
    const once = await work.run(message)
    const before = await work.stored()
    expect(await work.run(message)).toEqual(once)
    expect(await work.stored()).toEqual(before)
  })
})
