import { describe, expect, it } from 'vitest'
import { readArrivals } from '#core/control/arrivals.ts'
import { environmentKey } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { noteUploadEnd } from '../../lambdas/receive/note-upload-end.ts'
import { makeZip } from '../decode/make-zip.ts'
import {
  byName,
  joinedMapping,
  joinedWorkplace,
  pushed,
  staff,
  statesOf,
  titles,
  titlesOf,
} from './joined-workplace.ts'
import { replay, undo } from './replay-staff.ts'
import { integrationId, openWorkplace, type Workplace } from './workplace.ts'

const doctors = titles.replace('Nurse', 'Doctor')
const newStaff = staff.replace('Bob', 'Rob')

const waitingFor = (manifest: string, mapping = joinedMapping()): Promise<Workplace> =>
  joinedWorkplace({ ...mapping, manifest })

/** A first set, applied. */
const applied = async (manifest = 'export') => {
  const work = await waitingFor(manifest)
  await pushed(work, 'contracts.csv', titles)
  await pushed(work, 'employees.csv', staff)
  await pushed(work, 'export.done', '')
  return work
}

const forced = (work: Workplace) =>
  work.run({ kind: 'sync', integrationId, syncId: `forced-${work.now()}`, reason: 'forced' })

describe('a set that is complete when an empty manifest comes', () => {
  it('waits for it although every file is there, says so, and is then applied', async () => {
    const work = await waitingFor('export')
    await pushed(work, 'contracts.csv', titles)
    const waits = await pushed(work, 'employees.csv', staff)
    expect(waits.state).toBe('SUCCEEDED')
    expect(waits.datasets).toMatchObject([
      {
        outcome: 'waiting_for_files',
        issues: [{ code: 'FILE_AWAITED', says: 'manifestAwaited', params: { name: 'export' } }],
      },
    ])
    const sync = await pushed(work, 'Export-2026-01-31.DONE', '')
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', fileName: 'employees.csv', counts: { created: 3 } }])
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    expect(new Set(Object.values(await statesOf(work)))).toEqual(new Set(['ACCEPTED']))
    expect(await byName(work, ({ kind }) => kind)).toMatchObject({ 'Export-2026-01-31.DONE': 'manifest' })
  })

  it('leaves what is stored as it was while half of the next set is there', async () => {
    const work = await applied()
    const half = await pushed(work, 'contracts.csv', doctors)
    expect(half.datasets).toMatchObject([{ outcome: 'waiting_for_files', fileName: 'contracts.csv' }])
    await pushed(work, 'employees.csv', newStaff)
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    const sync = await pushed(work, 'export.done', '')
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { updated: 1, unchanged: 2 } }])
  })

  it('counts a file that came before its manifest and was received behind it, and none that was pushed after it', async () => {
    const work = await applied()
    const before = work.now() + 500
    await pushed(work, 'export.done', '')
    const late = await work.run(await work.deliver('contracts.csv', doctors, before))
    expect(late.datasets).toMatchObject([{ outcome: 'applied', counts: { updated: 1 } }])
    const after = await pushed(work, 'contracts.csv', titles)
    expect(after.datasets).toMatchObject([{ outcome: 'waiting_for_files' }])
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
  })

  it.each([staff, newStaff])('is complete with a part that has not changed, or was not pushed again', async (main) => {
    const work = await applied()
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', main)
    const sync = await pushed(work, 'export.done', '')
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { rows: 3 } }])
    await pushed(work, 'employees.csv', main.replace('Cy', 'Cyd'))
    const alone = await pushed(work, 'export.done', '')
    expect(alone.datasets).toMatchObject([{ outcome: 'applied', counts: { updated: 1 } }])
    expect(new Set(Object.values(await statesOf(work)))).toEqual(new Set(['ACCEPTED']))
  })

  it('is applied without it by a sync that somebody forces', async () => {
    const work = await applied()
    await pushed(work, 'contracts.csv', doctors)
    await forced(work)
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
    const behind = await pushed(work, 'export.done', '')
    expect(behind).toMatchObject({ state: 'SUCCEEDED', datasets: [] })
    expect(new Set(Object.values(await statesOf(work)))).toEqual(new Set(['ACCEPTED']))
  })

  it('does not hold up what else changes: the set before is built anew', async () => {
    const work = await applied()
    await pushed(work, 'contracts.csv', doctors)
    const mapping: Mapping = { ...joinedMapping(), manifest: 'export' }
    await work.approveAs({ ...mapping, fields: { ...mapping.fields, last_name: [{ from: 'constant', value: 'X' }] } })
    const sync = await work.run({ kind: 'sync', integrationId, syncId: 'approved', reason: 'mapping' })
    expect(sync.datasets).toMatchObject([
      { outcome: 'applied', counts: { updated: 3 }, issues: [{ code: 'FILE_AWAITED' }, { code: 'JOIN_ROW_MISSING' }] },
    ])
    expect(await titlesOf(work)).toMatchObject({ 2: 'Nurse' })
  })

  it('waits for its main file, and the file for the next manifest', async () => {
    const work = await waitingFor('export')
    await pushed(work, 'contracts.csv', titles)
    const first = await pushed(work, 'export.done', '')
    expect(first.datasets[0]?.issues).toMatchObject([{ says: 'fileAwaited', params: { names: ['employees.csv'] } }])
    const second = await pushed(work, 'employees.csv', staff)
    expect(second.datasets[0]?.issues).toMatchObject([{ says: 'manifestAwaited' }])
    await pushed(work, 'export.done', '')
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })
})

describe('a set that its manifest lists', () => {
  const list = 'name;rows\n# of tonight\n"hr/Employees.CSV";3\ncontracts.csv;2\nexport.txt;0\n'

  it('waits for the files that have not come, names them, and is applied with the last of them', async () => {
    const work = await waitingFor('export')
    await pushed(work, 'employees.csv', staff)
    const waits = await pushed(work, 'export.txt', list)
    expect(waits.datasets).toMatchObject([{ outcome: 'waiting_for_files' }])
    expect(waits.datasets[0]?.issues[0]?.message).toContain('contracts.csv, which the manifest export.txt lists')
    await pushed(work, 'contracts.csv', titles)
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    expect(new Set(Object.values(await statesOf(work)))).toEqual(new Set(['ACCEPTED']))
  })

  it('does not take a file of the last set for one of this', async () => {
    const work = await waitingFor('export')
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'export.txt', list)
    await pushed(work, 'employees.csv', newStaff)
    const waits = await pushed(work, 'export.txt', list)
    expect(waits.datasets[0]?.issues).toMatchObject([
      { says: 'listedFilesAwaited', params: { names: ['contracts.csv'] } },
    ])
    const sync = await pushed(work, 'contracts.csv', doctors)
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { updated: 1 } }])
  })

  it('does so too where the manifest is always pushed first', async () => {
    const work = await waitingFor('export')
    for (const [main, part] of [
      [staff, titles],
      [newStaff, doctors],
    ] as const) {
      await pushed(work, 'export.txt', list)
      const half = await pushed(work, 'employees.csv', main)
      expect(half.datasets).toMatchObject([{ outcome: 'waiting_for_files' }])
      const whole = await pushed(work, 'contracts.csv', part)
      expect(whole.datasets).toMatchObject([{ outcome: 'applied' }])
    }
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
  })

  it('counts what came for a manifest that never became complete, when the rest comes with another one', async () => {
    const work = await waitingFor('export')
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'export-1.txt', `${list}units.csv\n`)
    await pushed(work, 'contracts.csv', titles)
    const sync = await pushed(work, 'export-2.txt', list)
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { created: 3 } }])
    expect(await statesOf(work)).toMatchObject({ 'export-1.txt': 'SUPERSEDED', 'export-2.txt': 'ACCEPTED' })
  })

  it('waits for a listed file that no mapping reads, too', async () => {
    const work = await applied()
    await pushed(work, 'contracts.csv', doctors)
    const waits = await pushed(work, 'export.txt', 'contracts.csv\nunits.csv\n')
    expect(waits.datasets[0]?.issues).toMatchObject([{ params: { names: ['units.csv'] } }])
    expect((await pushed(work, 'units.csv', 'Id,Name\n')).datasets).toMatchObject([{ outcome: 'applied' }])
  })

  it('is complete once more when its manifest is replayed', async () => {
    const work = await applied()
    await pushed(work, 'contracts.csv', doctors)
    await work.run(await replay(work, 2))
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
  })

  it('leaves alone what it does not list, and supersedes what an older set never came to', async () => {
    const work = await applied()
    await pushed(work, 'contracts-2026-01-30.csv', doctors)
    await pushed(work, 'contracts-2026-01-31.csv', titles.replace('Nurse', 'Chief'))
    await pushed(work, 'employees.csv', newStaff)
    await pushed(work, 'export-2.txt', 'contracts-2026-01-31.csv\nemployees.csv\n')
    expect(await titlesOf(work)).toMatchObject({ 2: 'Chief' })
    expect(await statesOf(work)).toMatchObject({ 'contracts-2026-01-30.csv': 'SUPERSEDED' })
    await pushed(work, 'contracts-2.csv', doctors)
    const other = await pushed(work, 'export-3.txt', 'absences.csv')
    expect(other.datasets[0]?.issues).toMatchObject([{ params: { names: ['absences.csv'] } }])
    expect(await titlesOf(work)).toMatchObject({ 2: 'Chief' })
  })

  it('is refused with a sentence where it is no list of names', async () => {
    const work = await applied()
    const sync = await pushed(work, 'export.txt', 'x'.repeat(70_000))
    expect(sync.datasets).toMatchObject([{ outcome: 'refused', issues: [{ says: 'manifestTooLong' }] }])
    expect(await statesOf(work)).toMatchObject({ 'export.txt': 'REFUSED', 'employees.csv': 'ACCEPTED' })
  })
})

describe('a set of which a file cannot be used', () => {
  it('is not mixed with the set before, and waits for a manifest behind the file that is pushed again', async () => {
    const work = await applied()
    await pushed(work, 'employees-2.csv', newStaff)
    await pushed(work, 'contracts-2.csv', 'Employee;Title\n1;Boss\n')
    const sync = await pushed(work, 'export-2.done', '')
    expect(sync.datasets).toMatchObject([{ outcome: 'refused', fileName: 'contracts-2.csv' }])
    const other = await pushed(work, 'people.txt', '')
    expect(other.datasets[0]?.issues).toMatchObject([
      { says: 'filesAwaitedAgain', params: { names: ['contracts-2.csv'] } },
    ])
    const next = await pushed(work, 'contracts-3.csv', doctors)
    expect(next.datasets).toMatchObject([{ outcome: 'waiting_for_files', issues: [{ says: 'manifestAwaited' }] }])
    expect(await titlesOf(work)).toMatchObject({ 2: 'Nurse' })
    await pushed(work, 'export-3.done', '')
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
    expect(await statesOf(work)).toMatchObject({
      'employees-2.csv': 'ACCEPTED',
      'contracts-2.csv': 'REFUSED',
      'export-2.done': 'SUPERSEDED',
    })
  })

  it('leaves a set to the next sync that was complete before it, and does not mix with it either', async () => {
    const work = await applied()
    await work.deliver('contracts-2.csv', doctors)
    await work.deliver('employees-2.csv', newStaff)
    await work.deliver('export-2.done', '')
    await work.deliver('contracts-3.csv', titles.replace('Nurse', 'Pilot'))
    await work.deliver('employees-3.csv', 'nobody\nx\n')
    const sync = await pushed(work, 'export-3.done', '')
    expect(sync.datasets).toMatchObject([{ outcome: 'refused', fileName: 'employees-3.csv' }])
    expect(await titlesOf(work)).toMatchObject({ 2: 'Nurse' })
    const next = await pushed(work, 'people.txt', '')
    expect(next.datasets).toMatchObject([{ outcome: 'applied', fileName: 'employees-2.csv' }])
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
    expect(await statesOf(work)).toMatchObject({ 'contracts-3.csv': 'QUEUED', 'export-3.done': 'QUEUED' })
  })

  it('goes on with the file alone where the manifest lists it', async () => {
    const work = await applied()
    await pushed(work, 'contracts.csv', doctors)
    await pushed(work, 'employees.csv', 'nobody\nx\n')
    const sync = await pushed(work, 'export.txt', 'employees.csv\ncontracts.csv\n')
    expect(sync.datasets).toMatchObject([{ outcome: 'refused' }])
    const again = await pushed(work, 'employees.csv', newStaff)
    expect(again.datasets).toMatchObject([{ outcome: 'applied', counts: { updated: 1 } }])
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
  })

  it('does not bring its parts to the main file before', async () => {
    const work = await applied()
    await pushed(work, 'contracts-2.csv', doctors)
    await pushed(work, 'employees-2.csv', 'nobody\nx\n')
    const sync = await pushed(work, 'export-2.done', '')
    expect(sync.datasets).toMatchObject([{ outcome: 'refused', fileName: 'employees-2.csv' }])
    await pushed(work, 'absences.csv', 'id,employee,type,start\n')
    expect(await titlesOf(work)).toMatchObject({ 2: 'Nurse' })
  })
})

describe('a manifest', () => {
  it('may be what a dataset of one file waits for', async () => {
    const { joins: _, ...mapping } = joinedMapping()
    const work = await waitingFor('employees', {
      ...mapping,
      fields: { first_name: [{ from: 'column', column: 'name' }] },
    })
    expect((await pushed(work, 'employees.csv', staff)).datasets).toMatchObject([{ outcome: 'waiting_for_files' }])
    expect((await pushed(work, 'employees.done', '')).datasets).toMatchObject([{ outcome: 'applied' }])
  })

  it('is read where it came before anybody said that it is one, if it is empty', async () => {
    const work = await joinedWorkplace({ ...joinedMapping(), quietMinutes: 60 })
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    await work.deliver('export.done', '')
    expect(await statesOf(work)).toMatchObject({ 'export.done': 'IGNORED' })
    await work.approveAs({ ...joinedMapping(), manifest: 'export' })
    await work.run({ kind: 'sync', integrationId, syncId: 'approved', reason: 'mapping' })
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    expect(await byName(work, ({ kind, state, issues }) => [kind, state, issues[0]?.code])).toMatchObject({
      'export.done': ['manifest', 'ACCEPTED', 'FILE_IS_MANIFEST'],
    })
  })

  it('closes the sets of every dataset that waits for it', async () => {
    const work = await waitingFor('export')
    await work.approveAs({
      dataset: 'absences',
      id: { columns: ['id'] },
      fields: {
        'employee.remote_id': [{ from: 'column', column: 'employee' }],
        start_date: [{ from: 'column', column: 'start' }],
      },
      manifest: 'export',
    })
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    const waits = await pushed(work, 'absences.csv', 'id,employee,start\n1,1,2026-01-05\n')
    expect(waits.datasets).toMatchObject([{ outcome: 'waiting_for_files' }, { outcome: 'waiting_for_files' }])
    const sync = await pushed(work, 'export.done', '')
    expect(sync.datasets).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }])
    expect(await statesOf(work)).toMatchObject({ 'export.done': 'ACCEPTED' })
  })

  it('counts no more once its sync is rolled back, and the next set is read without it', async () => {
    const work = await applied()
    await pushed(work, 'contracts-2.csv', doctors)
    const wrong = await pushed(work, 'export-2.done', '')
    expect(await titlesOf(work)).toMatchObject({ 2: 'Doctor' })
    await work.run(await undo(work, wrong.id))
    expect(await titlesOf(work)).toMatchObject({ 2: 'Nurse' })
    expect(await statesOf(work)).toMatchObject({ 'contracts-2.csv': 'EXCLUDED', 'export-2.done': 'EXCLUDED' })
    await pushed(work, 'employees-3.csv', newStaff)
    await pushed(work, 'export-3.done', '')
    expect(await titlesOf(work)).toMatchObject({ 2: 'Nurse' })
    expect(await statesOf(work)).toMatchObject({ 'employees-3.csv': 'ACCEPTED', 'export-3.done': 'ACCEPTED' })
  })

  it('may come in one archive with its files, whatever the order of their names', async () => {
    const work = await waitingFor('export')
    const bytes = makeZip(
      Object.entries({
        'a-export.txt': '',
        'export.txt': 'employees.csv\ncontracts.csv',
        'employees.csv': staff,
        'contracts.csv': titles,
      }).map(([name, text]) => ({ name, bytes: text })),
    )
    const sync = await work.run(await work.deliver('hr.zip', bytes))
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { created: 3 } }])
    expect(await statesOf(work)).toMatchObject({ 'hr.zip': 'UNPACKED', 'hr.zip/export.txt': 'ACCEPTED' })
    const empty = makeZip([
      { name: 'employees.csv', bytes: newStaff },
      { name: 'Export.done', bytes: '' },
    ])
    expect((await work.run(await work.deliver('hr-2.zip', empty))).datasets).toMatchObject([{ outcome: 'applied' }])
  })

  it('goes with the other files that are kept for a number of days', async () => {
    const work = await waitingFor('export')
    await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays: 2 })
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'export.txt', 'employees.csv\ncontracts.csv\n')
    work.pass(3 * 24 * 60 * 60_000)
    await work.upkeep()
    const kept = await byName(work, ({ archive }) => archive !== null)
    expect(kept).toEqual({ 'contracts.csv': true, 'employees.csv': true, 'export.txt': false })
    await pushed(work, 'employees.csv', newStaff)
    await pushed(work, 'export.txt', 'employees.csv\n')
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })

  it('of which only a part came is refused, and its set waits', async () => {
    const work = await applied()
    await pushed(work, 'contracts-2.csv', doctors)
    const { message, object } = await work.upload('export-2.txt', 'contracts-2.csv\nempl')
    await noteUploadEnd(work.receivePorts, { ...object, endedAt: object.eventTime + 1, outcome: 'failed' })
    await work.run(message)
    expect(await statesOf(work)).toMatchObject({ 'export-2.txt': 'REFUSED', 'contracts-2.csv': 'QUEUED' })
  })

  it.each(['delta', 'window'] as const)(
    'has files of the mode %s wait as well, and all of them count then',
    async (mode) => {
      const work = await openWorkplace()
      await pushed(work, 'employees.csv', staff)
      const column = (name: string) => [{ from: 'column' as const, column: name }]
      await work.approveAs({
        dataset: 'absences',
        id: { columns: ['id'] },
        fields: { 'employee.remote_id': column('employee'), start_date: column('start') },
        mode,
        manifest: '*.trg',
      })
      const rows = ['a,1,2026-01-05', 'b,2,2026-02-05', 'c,3,2026-03-05']
      const csv = (...numbers: readonly number[]) => ['id,employee,start', ...numbers.map((at) => rows[at])].join('\n')
      await pushed(work, 'absences-full.csv', csv(0))
      await pushed(work, 'done.trg', '')
      for (const number of [1, 2]) {
        const waits = await pushed(work, `absences-${number}.csv`, csv(number))
        expect(waits.datasets).toMatchObject([{ dataset: 'absences', outcome: 'waiting_for_files' }])
      }
      await pushed(work, 'done.trg', '')
      const absences = [...(await work.stored()).keys()].filter((name) => name.startsWith('hris_absences'))
      expect(absences).toHaveLength(3)
    },
  )

  it('is what tells that the files of its datasets have come in time', async () => {
    const work = await applied()
    const arrivals = async () => (await readArrivals(work.control, integrationId)).map(({ last }) => last.name)
    expect(await arrivals()).toEqual(['export.done'])
    await pushed(work, 'employees-2.csv', newStaff)
    expect(await arrivals()).toEqual(['export.done'])
  })
})
