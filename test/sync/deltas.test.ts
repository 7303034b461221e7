import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { environmentKey, fileKey } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { column, files, people, push, row, sync } from './delta-staff.ts'
import { employeesCsv, facts, openWorkplace } from './workplace.ts'

const dayMs = 24 * 60 * 60 * 1000
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

it('a manager who comes later is found by whoever mentions them', async () => {
  const work = await openWorkplace()
  await push(work, 'employees-full.csv', [row('2', 'Bob', 'Sales', '1')])
  await push(work, 'employees-delta.csv', [row('1', 'Ada')])
  const { body = '' } = (await work.stored()).get('hris_employees 2') ?? {}
  expect(JSON.parse(body)).toMatchObject({ manager: { remote_id: '1' } })
})

it('a manager who stood in a circle is found again once a file of changes opens it', async () => {
  const work = await openWorkplace()
  await push(work, 'employees.csv', [row('2', 'Ada', 'Sales', '3'), row('3', 'Bob', 'Sales', '2')])
  await push(work, 'employees-delta.csv', [row('3', 'Bob', 'Sales')])
  expect(facts(await work.stored())).toMatchObject({ 'hris_employees 2': { body: { manager: { first_name: 'Bob' } } } })
})
