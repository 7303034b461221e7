import { describe, expect, it } from 'vitest'
import { scopeConfigKey } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { column, push, row, sync } from './delta-staff.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

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
    return sync(work, 'scope')
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
