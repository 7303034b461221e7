import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/control/documents.ts'
import { scopeConfigKey, stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import type { ScopeSetting } from '#core/scope/scope.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const staff = employeesCsv([
  '1,Ada,,B,Bern,Research,2020-01-01',
  '2,Bob,1,B,Bern,Research,2021-01-01',
  '3,Cy,1,Z,Basel,Sales,2022-01-01',
])
const absences = 'id,employee,type,start\na1,1,Sick,2026-01-05\na2,2,Holiday,2026-01-06'

const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))
const body = async (work: Workplace, name: string) => JSON.parse((await work.stored()).get(name)?.body ?? 'null')

let runs = 0
/** Sets what is off and runs the sync that the change queues. */
const setScope = async (work: Workplace, settings: Readonly<Record<string, ScopeSetting>>) => {
  const key = scopeConfigKey('default')
  const config = { id: 'default', name: 'Default', settings, required: [], createdAt: 0, changedAt: work.now() }
  const before = await work.control.get(key)
  if (before) await work.control.replace(key, config, before.revision)
  else await work.control.create(key, config)
  runs += 1
  return work.run({ kind: 'sync', integrationId, syncId: `scope-${runs}`, reason: 'scope' })
}

describe('what is turned off', () => {
  it('is nowhere in the records of the next sync, and comes back when it is turned on again', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const before = await work.stored()
    const sync = await setScope(work, { 'hris_employees.start_date': 'DISABLED', hris_locations: 'DISABLED' })
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { updated: 3, removed: 0, held: 0 } }] })
    expect(await body(work, 'hris_employees 2')).toMatchObject({
      start_date: null,
      // Nothing tells it any more.
      employment_status: null,
      work_location_id: null,
      work_location: null,
      first_name: 'Bob',
    })
    expect(await body(work, 'hris_locations B')).toMatchObject({ name: null, address: null })
    expect((await work.stored()).get('hris_locations B')?.deletedAt).not.toBeNull()
    await setScope(work, {})
    const after = await work.stored()
    expect([...after].map(([name, { body: text, deletedAt }]) => [name, JSON.parse(text).name, deletedAt])).toEqual(
      [...before].map(([name, { body: text, deletedAt }]) => [name, JSON.parse(text).name, deletedAt]),
    )
    expect(await body(work, 'hris_employees 2')).toMatchObject({ start_date: '2021-01-01T00:00:00.000Z' })
  })

  it('removes the records of a model, whatever their number, and empties them', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'absences.csv', absences)
    const sync = await setScope(work, { hris_absences: 'DISABLED' })
    expect(sync.datasets).toMatchObject([{ dataset: 'absences', counts: { removed: 2, held: 0 } }])
    const gone = (await work.stored()).get('hris_absences a1')
    expect(gone?.deletedAt).not.toBeNull()
    expect(JSON.parse(gone?.body ?? '')).toMatchObject({ start_date: null, type_id: null })
    expect((await work.stored()).get('hris_absence_types Sick')?.deletedAt).not.toBeNull()
  })

  it('leaves nobody alive where even the employees are off, and nothing of them', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'absences.csv', absences)
    await setScope(work, { hris_employees: 'DISABLED' })
    const stored = [...(await work.stored())]
    expect(stored.filter(([, { deletedAt }]) => deletedAt === null).map(([name]) => name)).toEqual([])
    expect(JSON.stringify(stored.map(([, { body: text }]) => text))).not.toMatch(/Ada|Bob|Cy/)
  })

  it('is not read from files that come meanwhile, which serve when it is turned on again', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await setScope(work, { hris_absences: 'DISABLED' })
    const ignored = await pushed(work, 'absences.csv', absences)
    expect(ignored).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { rows: 0, created: 0 }, issues: [] }] })
    expect([...(await work.stored()).keys()]).not.toContain('hris_absences a1')
    await setScope(work, {})
    expect(await body(work, 'hris_absences a1')).toMatchObject({ start_date: '2026-01-05' })
  })

  it('is emptied in those who were removed, are held, or whose row is quarantined', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'employees.csv', staff.split('\n').slice(0, 3).join('\n'))
    await pushed(work, 'employees.csv', staff.split('\n').slice(0, 3).join('\n').replace('2021-01-01', 'some day'))
    expect(await body(work, 'hris_employees 2')).toMatchObject({ first_name: 'Bob' })
    await setScope(work, { 'hris_employees.first_name': 'DISABLED', 'hris_employees.display_full_name': 'DISABLED' })
    for (const id of ['1', '2', '3'])
      expect(await body(work, `hris_employees ${id}`)).toMatchObject({ first_name: null, display_full_name: null })
    expect(JSON.stringify([...(await work.stored()).values()])).not.toMatch(/Ada|Bob|Cy/)
  })

  it('comes back to those who were held or quarantined meanwhile', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const before = await body(work, 'hris_employees 2')
    await pushed(work, 'employees.csv', staff.replace('2021-01-01', 'some day'))
    await setScope(work, { 'hris_employees.first_name': 'DISABLED', hris_locations: 'DISABLED' })
    expect(await body(work, 'hris_employees 2')).toMatchObject({ first_name: null, work_location: null })
    await setScope(work, {})
    await pushed(work, 'employees.csv', staff)
    const { manager: _, ...expected } = before
    expect(await body(work, 'hris_employees 2')).toMatchObject({
      ...expected,
      work_location: { ...expected.work_location, changed_at: expect.anything() },
    })
  })

  it('is emptied in what employees show of their employments, whether they were removed or an employment is quarantined', async () => {
    const work = await openWorkplace()
    const jobs = 'employee,since,title,pay\n1,2020-01-01,Dev,4711\n2,2021-01-01,Dev,4711\n3,2022-01-01,Dev,4711\n'
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'employments.csv', jobs)
    await pushed(work, 'employees.csv', staff.split('\n').slice(0, 3).join('\n'))
    await pushed(work, 'employments.csv', `${jobs}1,2020-01-01,Boss,4711\n`)
    const told = async () => [...(await work.stored())].filter(([, each]) => each.body.includes('4711'))
    expect(await told()).toHaveLength(6)
    const changedAt = async () => (await work.stored()).get('hris_employees 1')?.changedAt
    const before = await changedAt()
    await setScope(work, { 'hris_employments.pay_rate': 'DISABLED' })
    expect(await told()).toEqual([])
    // The person is the same: the next write would take it back.
    expect(await changedAt()).toBe(before)
    expect((await body(work, 'hris_employees 1')).employments).toMatchObject([{ job_title: 'Dev', pay_rate: null }])
    await setScope(work, { hris_employments: 'DISABLED' })
    expect((await body(work, 'hris_employees 3')).employments).toEqual([])
  })

  it('moves no time stamp of them back when something else that they show changes later', async () => {
    const work = await openWorkplace()
    const bad = staff.replace('2021-01-01', 'some day')
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'employees.csv', bad)
    await setScope(work, { 'hris_employees.first_name': 'DISABLED' })
    const verify = () => work.run({ kind: 'sync', integrationId, syncId: `verify-${work.now()}`, reason: 'verify' })
    expect((await verify()).verified?.differing).toBe(0)
    const emptied = (await work.stored()).get('hris_employees 2')
    await pushed(work, 'employees.csv', bad.replaceAll('Bern,', 'Berne,'))
    const later = (await work.stored()).get('hris_employees 2')
    expect(later?.body).toContain('Berne')
    expect(later?.changedAt).toBe(emptied?.changedAt)
    expect(later?.feedAt).toBeGreaterThanOrEqual(emptied?.feedAt ?? Number.NaN)
    expect((await verify()).verified?.differing).toBe(0)
  })

  it('is not in what a report quotes', async () => {
    const work = await openWorkplace()
    await setScope(work, { 'hris_employees.start_date': 'DISABLED' })
    const sync = await pushed(work, 'employees.csv', staff.replace('2021-01-01', 'secret day'))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { quarantined: 0 } }] })
    expect(JSON.stringify(sync)).not.toContain('secret')
  })

  it('concerns no dataset that does not hold it', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'absences.csv', absences)
    const sync = await setScope(work, { 'hris_employees.first_name': 'DISABLED' })
    expect(sync.datasets.map(({ dataset }) => dataset)).toEqual(['employees'])
  })

  it('sends nothing and moves no time stamp when the same is turned off again', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await setScope(work, { 'hris_employees.first_name': 'DISABLED' })
    const before = await work.stored()
    await setScope(work, { 'hris_employees.first_name': 'DISABLED' })
    await pushed(work, 'employees.csv', staff)
    expect(await work.stored()).toEqual(before)
    const state = await readDocument(work.control, stateKey(integrationId), IntegrationStateSchema)
    expect(state?.events).toEqual([])
  })
})

it('what is emptied in very many records is put off when time is up, and taken up again', async () => {
  const work = await openWorkplace()
  const people = (count: number) =>
    employeesCsv(Array.from({ length: count }, (_, index) => `${index},Person ${index},,B,Bern,Research,2020-01-01`))
  await pushed(work, 'employees.csv', people(1_700))
  await pushed(work, 'employees.csv', people(20))
  const slow = {
    ...work.ports.records,
    write: async (...args: Parameters<typeof work.ports.records.write>) => {
      work.pass(4_000)
      return work.ports.records.write(...args)
    },
  }
  const key = scopeConfigKey('default')
  const settings = { 'hris_employees.first_name': 'DISABLED' }
  await work.control.create(key, {
    id: 'default',
    name: 'x',
    settings,
    required: [],
    createdAt: 0,
    changedAt: work.now(),
  })
  const message = { kind: 'sync', integrationId, syncId: 'slow', reason: 'scope' } as const
  let runs = 0
  let state = 'RUNNING'
  while (state === 'RUNNING' && runs < 20) {
    runs += 1
    state = (await work.run(message, { ...work.ports, records: slow }, 127_000)).state
  }
  expect(runs).toBeGreaterThan(2)
  expect(runs).toBeLessThan(10)
  expect(state).toBe('PARTIALLY_FAILED')
  const named = [...(await work.stored()).values()].filter(({ body: text }) => JSON.parse(text).first_name)
  expect(named).toEqual([])
})
