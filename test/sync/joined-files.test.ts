import { describe, expect, it } from 'vitest'
import { chorePartition } from '#core/control/keys.ts'
import type { Join } from '#core/mapping/join.ts'
import { counting } from './counting.ts'
import {
  contracts,
  joinedMapping,
  joinedWorkplace,
  pushed,
  staff,
  statesOf,
  titles,
  titlesOf,
} from './joined-workplace.ts'
import { facts, integrationId, openWorkplace } from './workplace.ts'

describe('a dataset of several files', () => {
  it('waits until every part has come, says for which, and is then applied by the sync of the last one', async () => {
    const work = await joinedWorkplace()
    const first = await pushed(work, 'employees.csv', staff)
    expect(first.state).toBe('SUCCEEDED')
    expect(first.datasets).toMatchObject([
      { outcome: 'waiting_for_files', fileName: 'employees.csv', issues: [{ code: 'FILE_AWAITED' }] },
    ])
    expect(first.datasets[0]?.issues[0]?.message).toContain('contracts.csv')
    expect(await statesOf(work)).toEqual({ 'employees.csv': 'QUEUED' })
    const second = await pushed(work, 'Contracts-2026-01-31.CSV', titles)
    expect(second.datasets).toMatchObject([{ outcome: 'applied', counts: { rows: 3, created: 3 } }])
    expect(second.datasets[0]?.issues).toMatchObject([{ code: 'JOIN_ROW_MISSING', rows: [4] }])
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    expect(await statesOf(work)).toEqual({ 'employees.csv': 'ACCEPTED', 'Contracts-2026-01-31.CSV': 'ACCEPTED' })
  })

  it('waits for its main file when a part comes first', async () => {
    const work = await joinedWorkplace()
    const first = await pushed(work, 'contracts.csv', titles)
    expect(first.datasets).toMatchObject([{ outcome: 'waiting_for_files', fileName: 'contracts.csv' }])
    expect(first.datasets[0]?.issues[0]?.message).toContain('employees.csv')
    await pushed(work, 'employees.csv', staff)
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })

  it('is built anew from a new part alone, and only what differs is written', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    const sync = await pushed(work, 'contracts.csv', titles.replace('Nurse', 'Doctor'))
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { updated: 1, unchanged: 2 } }])
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Doctor', 3: null })
    const { datasets } = await work.state()
    expect(datasets.employees?.files).toHaveLength(2)
  })

  it('uses the newest part there is for a new main file', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'employees.csv', staff.replace('Bob', 'Rob'))
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })

  it.each(['employees.csv', 'contracts.csv'])('is not read again when %s comes with the same bytes', async (name) => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    const first = await pushed(work, 'employees.csv', staff)
    const { ports, opened: files, recordCalls } = counting(work)
    const message = await work.deliver(name, name === 'employees.csv' ? staff : titles)
    const sync = await work.run(message, ports)
    expect({ files, calls: recordCalls() }).toEqual({ files: [], calls: 0 })
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', sameAs: first.id, counts: { unchanged: 3 } }])
    const later = await pushed(work, 'contracts.csv', titles.replace('Nurse', 'Doctor'))
    expect(later.datasets[0]?.counts.updated).toBe(1)
    expect(new Set(Object.values(await statesOf(work)))).toEqual(new Set(['ACCEPTED']))
  })

  it('knows rows again that are the same in all files', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    const before = await work.stored()
    const sync = await pushed(work, 'contracts.csv', titles.replace(';u1', ';u7'))
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { unchanged: 3, updated: 0 } }])
    expect(await work.stored()).toEqual(before)
  })

  it('joins a part to an earlier one', async () => {
    const units: Join = { name: 'units', files: 'org units', key: ['Id'], to: ['contracts.Unit'] }
    const work = await joinedWorkplace(joinedMapping([contracts, units]))
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'org units.csv', 'Id,Name\nu1,Research\nu2,Ward\n')
    const records = facts(await work.stored())
    expect(Object.keys(records)).toContain('hris_teams Ward')
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })
})

describe('a set that is complete when no file has come for some time', () => {
  it('waits until then, and a forced sync does not', async () => {
    const work = await joinedWorkplace({ ...joinedMapping(), quietMinutes: 5 })
    await pushed(work, 'contracts.csv', titles)
    const waits = await pushed(work, 'employees.csv', staff)
    expect(waits.datasets).toMatchObject([{ outcome: 'waiting_for_files', issues: [{ says: 'filesMayFollow' }] }])
    const chores = (await work.control.query({ pk: chorePartition })).documents
    expect(chores.map(({ value }) => value)).toContainEqual({
      kind: 'quiet',
      integrationId,
      dueAt: expect.toSatisfy((at: number) => at > work.now() && at <= work.now() + 5 * 60_000),
    })
    await work.run({ kind: 'sync', integrationId, syncId: 'forced', reason: 'forced' })
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    const message = await work.deliver('contracts.csv', titles.replace('Nurse', 'Doctor'))
    work.pass(6 * 60_000)
    expect((await work.run(message)).datasets).toMatchObject([{ outcome: 'applied', counts: { updated: 1 } }])
  })
})

describe('parts that are not as they should be', () => {
  it('says which rows of a part do not count because a later one has their key', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', `${titles}1;Engineer;u9\n2;Doctor;u2\n`)
    const sync = await pushed(work, 'employees.csv', staff)
    expect(sync.datasets[0]?.issues).toMatchObject([
      { code: 'JOIN_KEY_REPEATED', file: 'contracts.csv', rows: [3], count: 1 },
      { code: 'JOIN_ROW_MISSING', rows: [4] },
    ])
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Doctor', 3: null })
  })

  it('takes of several rows the ones that the mapping says count', async () => {
    const work = await joinedWorkplace(joinedMapping([{ ...contracts, only: { column: 'Current', values: ['Yes'] } }]))
    await pushed(work, 'contracts.csv', 'Person,Title,Current\n1,Engineer,yes\n1,Trainee,no\n2,Nurse,no\n')
    await pushed(work, 'employees.csv', staff)
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: null, 3: null })
  })

  it('refuses a part without its key, and goes on with the one before it', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    const bad = await work.deliver('contracts-2.csv', 'Employee;Title\n1;Boss\n')
    const sync = await work.run(bad)
    expect(sync.state).toBe('SUCCEEDED')
    expect(sync.datasets[0]?.issues).toMatchObject([{ code: 'JOIN_COLUMN_MISSING', file: 'contracts-2.csv' }, {}])
    expect(await statesOf(work)).toMatchObject({ 'contracts.csv': 'ACCEPTED', 'contracts-2.csv': 'REFUSED' })
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })

  it('refuses a part that is cut short without touching what is stored, and without refusing the main file', async () => {
    const work = await joinedWorkplace()
    await pushed(work, 'employees.csv', staff)
    const sync = await pushed(work, 'contracts.csv', 'Person;Title\n1;"Engi')
    expect(sync.datasets).toMatchObject([{ outcome: 'refused', fileName: 'contracts.csv' }])
    expect(await statesOf(work)).toEqual({ 'employees.csv': 'QUEUED', 'contracts.csv': 'REFUSED' })
    await pushed(work, 'contracts.csv', titles)
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })

  it('refuses a main file without the column that it is joined by', async () => {
    const work = await joinedWorkplace(joinedMapping([{ ...contracts, to: ['number'] }]))
    await pushed(work, 'contracts.csv', titles)
    const sync = await pushed(work, 'employees.csv', staff)
    expect(sync.datasets).toMatchObject([{ outcome: 'refused', issues: [{ code: 'JOIN_COLUMN_MISSING' }] }])
    expect(await statesOf(work)).toEqual({ 'contracts.csv': 'QUEUED', 'employees.csv': 'REFUSED' })
  })
})

describe('a join that is declared later', () => {
  it('takes a part that came before under a name that said nothing', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await work.deliver('contracts.csv', titles)
    expect(await statesOf(work)).toEqual({ 'employees.csv': 'ACCEPTED', 'contracts.csv': 'IGNORED' })
    await work.approveAs(joinedMapping())
    await work.run({ kind: 'sync', integrationId, syncId: 'approved', reason: 'mapping' })
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    expect(await statesOf(work)).toEqual({ 'employees.csv': 'ACCEPTED', 'contracts.csv': 'ACCEPTED' })
  })
})
