import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { environmentKey, fileKey, filePartition, scopeConfigKey } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const dayMs = 24 * 60 * 60 * 1000
const row = (id: string, name: string, department = 'Research', manager = '') =>
  `${id},${name},${manager},B,Bern,${department},2020-01-01`

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: {
    first_name: column('name'),
    'manager.remote_id': column('manager'),
    'department.name': column('department'),
    start_date: column('start'),
  },
}

/** The first names of those who are there, by remote id. */
const people = async (work: Workplace): Promise<Readonly<Record<string, string>>> => {
  const stored = [...(await work.stored()).values()].filter(({ deletedAt }) => deletedAt === null)
  const employees = stored.filter(({ body }) => 'first_name' in JSON.parse(body))
  return Object.fromEntries(employees.map(({ remoteId, body }) => [remoteId, JSON.parse(body).first_name]))
}

const push = async (work: Workplace, name: string, rows: readonly string[]) =>
  work.run(await work.deliver(name, employeesCsv(rows)))

let runs = 0
const sync = (work: Workplace, reason: 'mapping' | 'forced') => {
  runs += 1
  return work.run({ kind: 'sync', integrationId, syncId: `deltas-${runs}`, reason })
}

const files = (work: Workplace) =>
  Array.fromAsync(listDocuments(work.control, filePartition(integrationId), ExportFileSchema))

const counted = (created: number, updated: number, removed: number) => ({ counts: { created, updated, removed } })

describe('a file of changes', () => {
  it('adds and changes, and removes nobody', async () => {
    const work = await openWorkplace()
    await push(work, 'employees-full-2026-01-01.csv', [row('1', 'Ada'), row('2', 'Bob'), row('3', 'Cyd')])
    const run = await push(work, 'employees-delta-2026-01-02.csv', [row('2', 'Bobby'), row('4', 'Dee')])
    expect(run.datasets).toMatchObject([{ outcome: 'applied', ...counted(1, 1, 0) }])
    // Somebody is new: all rows are read again, since one may mention them.
    expect(run.datasets[0]?.counts).toMatchObject({ rows: 5, unchanged: 2 })
    expect(await people(work)).toEqual({ 1: 'Ada', 2: 'Bobby', 3: 'Cyd', 4: 'Dee' })
  })

  it('is one by the mapping where names do not say', async () => {
    const work = await openWorkplace()
    await work.approveAs({ ...mapping, mode: 'delta' })
    await push(work, 'employees.csv', [row('1', 'Ada')])
    await push(work, 'employees.csv', [row('2', 'Bob')])
    expect(await people(work)).toEqual({ 1: 'Ada', 2: 'Bob' })
    await push(work, 'employees-full.csv', [row('2', 'Bob')])
    expect(await people(work)).toEqual({ 2: 'Bob' })
  })

  it('counts with all others of the chain under another mapping', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada'), row('2', 'Bob')])
    await push(work, 'employees-delta.csv', [row('2', 'Bobby')])
    await push(work, 'employees-delta.csv', [row('3', 'Cyd')])
    await work.approveAs({ ...mapping, fields: { ...mapping.fields, first_name: column('department') } })
    expect((await sync(work, 'mapping')).datasets).toMatchObject([counted(0, 3, 0)])
    expect(await people(work)).toEqual({ 1: 'Research', 2: 'Research', 3: 'Research' })
  })

  it('that comes late has its place among the others', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada')])
    const at = work.now() + 10_000
    work.pass(60_000)
    await push(work, 'employees-delta-2.csv', [row('1', 'newest'), row('2', 'Bob')])
    await work.run(await work.deliver('employees-delta-1.csv', employeesCsv([row('1', 'late'), row('3', 'Cyd')]), at))
    expect(await people(work)).toEqual({ 1: 'newest', 2: 'Bob', 3: 'Cyd' })
  })

  it('that cannot be read is refused alone', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada')])
    const run = await work.run(await work.deliver('employees-delta.csv', 'name\nBob'))
    expect(run.datasets).toMatchObject([{ outcome: 'refused' }])
    expect(run.datasets[0]?.issues[0]?.code).toBe('ID_COLUMN_MISSING')
    await push(work, 'employees-delta.csv', [row('2', 'Bob')])
    expect(await people(work)).toEqual({ 1: 'Ada', 2: 'Bob' })
  })

  it('whose upload broke off after all counts no more', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada')])
    await push(work, 'employees-delta.csv', [row('1', 'torn'), row('2', 'Bob')])
    await push(work, 'employees-delta.csv', [row('3', 'Cyd')])
    const torn = (await files(work))[1] ?? expect.unreachable()
    const upload = { outcome: 'failed' as const, endedAt: work.now() }
    await updateDocument(work.control, fileKey(torn), ExportFileSchema, (file) => ({ ...file, upload }))
    await sync(work, 'forced')
    expect(await people(work)).toEqual({ 1: 'Ada', 3: 'Cyd' })
    expect((await files(work)).map(({ state }) => state)).toEqual(['ACCEPTED', 'REFUSED', 'ACCEPTED'])
  })
})

describe('a blank cell of a field that keeps', () => {
  const keeps: Mapping = { ...mapping, keep: ['first_name'] }

  it('says nothing in a file of changes, and empties the field in a full one', async () => {
    const work = await openWorkplace()
    await work.approveAs(keeps)
    await push(work, 'employees.csv', [row('1', 'Ada'), row('2', 'Bob')])
    await push(work, 'employees-delta.csv', [row('1', '', 'Sales')])
    await push(work, 'employees-delta.csv', [row('1', '', 'Support'), row('2', '', '')])
    expect(await people(work)).toEqual({ 1: 'Ada', 2: 'Bob' })
    expect((await work.stored()).get('hris_employees 1')?.body).toContain('Support')
    await push(work, 'employees-full.csv', [row('1', '', 'Support'), row('2', 'Bob')])
    expect(await people(work)).toEqual({ 1: null, 2: 'Bob' })
  })

  it('empties the fields that do not keep', async () => {
    const work = await openWorkplace()
    await work.approveAs({ ...mapping, keep: ['start_date'] })
    await push(work, 'employees.csv', [row('1', 'Ada')])
    await push(work, 'employees-delta.csv', [row('1', '')])
    expect(await people(work)).toEqual({ 1: null })
  })
})

describe('the files that build on each other', () => {
  const open = async () => {
    const work = await openWorkplace()
    await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays: 3 })
    await push(work, 'employees.csv', [row('0', 'Old')])
    await push(work, 'employees.csv', [row('1', 'Ada')])
    await push(work, 'employees-delta.csv', [row('2', 'Bob')])
    await push(work, 'employees-delta.csv', [row('3', 'Cyd')])
    return work
  }

  it('are kept as long as the records are made of them', async () => {
    const work = await open()
    work.pass(30 * dayMs)
    await work.upkeep()
    expect((await files(work)).map(({ archive }) => archive !== null)).toEqual([false, true, true, true])
    await push(work, 'employees-full.csv', [row('3', 'Cyd')])
    work.pass(30 * dayMs)
    await work.upkeep()
    expect((await files(work)).map(({ archive }) => archive !== null)).toEqual([false, false, false, false, true])
  })

  it('are not read without one of them: what is stored stays, and the report says why, until a full file comes', async () => {
    const work = await open()
    const [, , lost] = await files(work)
    await updateDocument(work.control, fileKey(lost ?? expect.unreachable()), ExportFileSchema, (file) => ({
      ...file,
      archive: null,
    }))
    const before = facts(await work.stored())
    await work.approveAs({ ...mapping, fields: { first_name: column('department') } })
    const run = await sync(work, 'mapping')
    expect(run.datasets).toMatchObject([{ outcome: 'refused', issues: [{ code: 'DELTA_CHAIN_BROKEN' }] }])
    const refused = await push(work, 'employees-delta.csv', [row('4', 'Dee')])
    expect(refused.datasets).toMatchObject([{ outcome: 'refused', issues: [{ code: 'DELTA_CHAIN_BROKEN' }] }])
    expect(facts(await work.stored())).toEqual(before)
    await push(work, 'employees-full.csv', [row('1', 'Ada', 'Sales')])
    expect(await people(work)).toEqual({ 1: 'Sales' })
  })
})

const ids = ['1', '2', '3', '4', '5']
const rowOf = fc
  .record({
    id: fc.constantFrom(...ids),
    name: fc.constantFrom('Ada', 'Bob', 'Cyd', ''),
    department: fc.constantFrom('Research', 'Sales', ''),
    manager: fc.constantFrom('', ...ids),
  })
  .map(({ id, name, department, manager }) => ({ id, text: row(id, name, department, manager) }))
const fileOf = fc.record({
  kind: fc.constantFrom('full' as const, 'delta' as const, 'delta' as const),
  rows: fc.uniqueArray(rowOf, { selector: ({ id }) => id, minLength: 1 }),
  /** Whether a sync comes before the next file. */
  isSynced: fc.boolean(),
})

it('a manager who comes later is found by whoever mentions them', async () => {
  const work = await openWorkplace()
  await push(work, 'employees-full.csv', [row('2', 'Bob', 'Sales', '1')])
  await push(work, 'employees-delta.csv', [row('1', 'Ada')])
  const { body = '' } = (await work.stored()).get('hris_employees 2') ?? {}
  expect(JSON.parse(body)).toMatchObject({ manager: { remote_id: '1' } })
})

it('whatever comes and when it is synced: the records are those of the last full file with all changes since', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fileOf, { minLength: 1, maxLength: 7 }), async (sequence) => {
      const [work, alone] = [await openWorkplace(), await openWorkplace()]
      const living = new Map<string, string>()
      for (const [index, { kind, rows, isSynced }] of sequence.entries()) {
        if (kind === 'full') living.clear()
        for (const { id, text } of rows) living.set(id, text)
        const message = await work.deliver(`employees-${kind}.csv`, employeesCsv(rows.map(({ text }) => text)))
        if (isSynced || index === sequence.length - 1) await work.run(message)
      }
      await push(alone, 'employees.csv', [...living.values()])
      const there = (all: ReturnType<typeof facts>) => Object.entries(all).filter(([, { gone }]) => !gone)
      const found = Object.fromEntries(there(facts(await work.stored())))
      expect(found).toEqual(Object.fromEntries(there(facts(await alone.stored()))))
      const again = await sync(work, 'forced')
      expect(again.datasets).toMatchObject([counted(0, 0, 0)])
    }),
    { numRuns: Number(process.env.SYNC_RUNS ?? 40) },
  )
}, 120_000)

it('a manager who stood in a circle is found again once a file of changes opens it', async () => {
  const work = await openWorkplace()
  await push(work, 'employees.csv', [row('2', 'Ada', 'Sales', '3'), row('3', 'Bob', 'Sales', '2')])
  await push(work, 'employees-delta.csv', [row('3', 'Bob', 'Sales')])
  expect(facts(await work.stored())).toMatchObject({ 'hris_employees 2': { body: { manager: { first_name: 'Bob' } } } })
})

it('a sync of changes that is killed after any of its calls leads to the same records once its message comes again', async () => {
  const prepared = async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada'), row('2', 'Bob', 'Sales', '1')])
    await push(work, 'employees-delta.csv', [row('2', 'Bobby', 'Sales', '1')])
    return {
      work,
      message: await work.deliver('employees-delta.csv', employeesCsv([row('1', 'Adele'), row('3', 'Cyd')])),
    }
  }
  const { work: reference, message: first } = await prepared()
  const { ports, calls } = mortalPorts(reference.ports, Number.POSITIVE_INFINITY)
  await reference.run(first, ports)
  const expected = facts(await reference.stored())
  for (let fatal = 1; fatal < calls(); fatal += 1) {
    const { work, message } = await prepared()
    await expect(work.run(message, mortalPorts(work.ports, fatal).ports)).rejects.toThrow(Killed)
    await work.run(message)
    expect([fatal, facts(await work.stored())]).toEqual([fatal, expected])
    await push(work, 'employees-delta.csv', [row('4', 'Dee')])
    expect(await people(work)).toEqual({ 1: 'Adele', 2: 'Bobby', 3: 'Cyd', 4: 'Dee' })
  }
}, 120_000)

describe('the mode of a mapping', () => {
  const absences: Mapping = {
    dataset: 'absences',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column('employee'), 'type.name': column('type'), start_date: column('start') },
  }
  const csv = (...rows: readonly string[]) => ['id,employee,type,start', ...rows].join('\n')
  const there = async (work: Workplace) =>
    [...(await work.stored()).entries()]
      .filter(([name, { deletedAt }]) => name.startsWith('hris_absences ') && deletedAt === null)
      .map(([name]) => name.slice('hris_absences '.length))
      .toSorted()

  it('window leaves alone what is older than the file', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada')])
    await work.approveAs({ ...absences, mode: 'window' })
    await work.run(
      await work.deliver('absences.csv', csv('a,1,Sick,2026-01-01', 'b,1,Sick,2026-02-01', 'c,1,Sick,2026-02-03')),
    )
    await work.run(await work.deliver('absences.csv', csv('b,1,Sick,2026-02-01', 'd,1,Sick,2026-02-05')))
    expect(await there(work)).toEqual(['a', 'b', 'd'])
  })

  it('full takes files of timesheets for everything', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada')])
    const sheet = (id: string, day: string) => `${id},1,${day}T08:00:00Z,${day}T16:00:00Z`
    const file = (...rows: readonly string[]) => ['id,employee,start,end', ...rows].join('\n')
    const fields = { 'employee.remote_id': column('employee'), started_at: column('start'), ended_at: column('end') }
    await work.approveAs({ dataset: 'timesheets', id: { columns: ['id'] }, fields, mode: 'full' })
    await work.run(await work.deliver('timesheets.csv', file(sheet('t', '2026-01-01'), sheet('u', '2026-02-01'))))
    await work.run(await work.deliver('timesheets.csv', file(sheet('u', '2026-02-01'))))
    const stored = [...(await work.stored()).entries()].filter(([name]) => name.startsWith('hris_timesheets '))
    expect(stored.map(([name, { deletedAt }]) => [name.at(-1), deletedAt === null]).toSorted()).toEqual([
      ['t', false],
      ['u', true],
    ])
  })

  it('delta keeps the absences of those who are there, and drops those of whoever has left', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada'), row('2', 'Bob')])
    await work.approveAs({ ...absences, mode: 'delta' })
    await work.run(await work.deliver('absences.csv', csv('a,1,Sick,2026-01-01', 'b,2,Sick,2026-01-01')))
    await work.run(await work.deliver('absences.csv', csv('c,1,Leave,2026-02-01')))
    expect(await there(work)).toEqual(['a', 'b', 'c'])
    await push(work, 'employees.csv', [row('1', 'Ada')])
    expect(await there(work)).toEqual(['a', 'c'])
  })
})

it('what came while a dataset was turned off counts with the files before it once it is turned on', async () => {
  const work = await openWorkplace()
  const turn = async (setting: 'DISABLED' | 'ENABLED') => {
    const key = scopeConfigKey('default')
    const settings = { hris_absences: setting }
    const config = { id: 'default', name: 'Default', settings, required: [], createdAt: 0, changedAt: work.now() }
    const before = await work.control.get(key)
    await (before ? work.control.replace(key, config, before.revision) : work.control.create(key, config))
    runs += 1
    return work.run({ kind: 'sync', integrationId, syncId: `deltas-${runs}`, reason: 'scope' })
  }
  const absences = (...rows: readonly string[]) => ['id,employee,type,start', ...rows].join('\n')
  const there = async () =>
    [...(await work.stored()).values()].filter(
      ({ body, deletedAt }) => deletedAt === null && 'start_half_day' in JSON.parse(body),
    )
  await push(work, 'employees.csv', [row('1', 'Ada')])
  await work.run(await work.deliver('absences.csv', absences('a,1,Sick,2026-01-01')))
  await turn('DISABLED')
  expect(await there()).toEqual([])
  await work.run(await work.deliver('absences-delta.csv', absences('b,1,Sick,2026-01-02')))
  await turn('ENABLED')
  expect((await there()).map(({ remoteId }) => remoteId).toSorted()).toEqual(['a', 'b'])
})
