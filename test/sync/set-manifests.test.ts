import { describe, expect, it } from 'vitest'
import type { Mapping } from '#core/mapping/mapping.ts'
import { applied, doctors, newStaff, waitingFor } from './closed-sets.ts'
import { byName, joinedMapping, pushed, staff, statesOf, titles, titlesOf } from './joined-workplace.ts'
import { replay } from './replay-staff.ts'
import { integrationId, type Workplace } from './workplace.ts'

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
