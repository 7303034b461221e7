import { describe, expect, it } from 'vitest'
import { readArrivals } from '#core/control/arrivals.ts'
import { updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { environmentKey, fileKey } from '#core/control/keys.ts'
import { noteUploadEnd } from '../../lambdas/receive/note-upload-end.ts'
import { makeZip } from '../decode/make-zip.ts'
import { applied, doctors, newStaff, waitingFor } from './closed-sets.ts'
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
import { filesOf, undo } from './replay-staff.ts'
import { employeesCsv, integrationId, openWorkplace } from './workplace.ts'

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

  it('is applied as a whole once somebody releases the file that a guard holds', async () => {
    const work = await waitingFor('export')
    const crew = (prefix: string) => employeesCsv(Array.from({ length: 40 }, (_, n) => `${prefix}${n},Name ${n},,,,,`))
    const jobs = (prefix: string, title: string) =>
      ['Person;Title', ...Array.from({ length: 40 }, (_, n) => `${prefix}${n};${title}`)].join('\n')
    await pushed(work, 'contracts.csv', jobs('', 'Nurse'))
    await pushed(work, 'employees.csv', crew(''))
    await pushed(work, 'export.done', '')
    await pushed(work, 'contracts-2.csv', jobs('E', 'Doctor'))
    await pushed(work, 'employees-2.csv', crew('E'))
    const held = await pushed(work, 'export-2.done', '')
    expect(held.datasets[0]?.issues).toMatchObject([{ code: 'ID_DRIFT' }])
    const file = (await filesOf(work)).find(({ name }) => name === 'employees-2.csv')
    if (!file) throw new Error('the file is gone')
    const key = fileKey(file)
    await updateDocument(work.control, key, ExportFileSchema, (each) => ({ ...each, releasedAt: work.now() }))
    await work.run({ kind: 'sync', integrationId, syncId: 'released', reason: 'removals' })
    const titlesNow = new Set(
      Object.entries(await titlesOf(work)).flatMap(([id, title]) => (id[0] === 'E' ? [title] : [])),
    )
    expect(titlesNow).toEqual(new Set(['Doctor']))
    expect(await statesOf(work)).toMatchObject({ 'contracts-2.csv': 'ACCEPTED', 'export-2.done': 'ACCEPTED' })
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
