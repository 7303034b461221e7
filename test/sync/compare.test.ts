import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyManifest, type ManifestTable } from '#core/sync/manifest-table.ts'
import { manifestRows } from './manifest-rows.ts'
import { committed, compared, contents, differences, employeeId, type Row, removedIds } from './world.ts'

const ada: Row = { id: '1', first_name: 'Ada', 'department.name': 'Research', 'work_location.name': 'Bern' }
const bob: Row = { id: '2', first_name: 'Bob', 'department.name': 'Research', 'manager.remote_id': '1' }

const people = (rows: readonly Row[], base?: ManifestTable) =>
  compared('employees', contents('employees', rows), base ? { base } : {})
const stateAfter = (rows: readonly Row[]): ManifestTable => committed(people(rows))

const crowd = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), first_name: `P${index}` }))

describe('a file compared with what is committed', () => {
  it('creates everybody, and what they mention, from the first file', () => {
    const first = people([ada, bob])
    expect(differences(first, 'hris_employees')).toEqual({ 1: 'created', 2: 'created' })
    expect(differences(first, 'hris_teams')).toEqual({ Research: 'created' })
    expect(differences(first, 'hris_locations')).toEqual({ Bern: 'created' })
  })

  it('finds nothing to do in the same file again', () => {
    const again = people([ada, bob], stateAfter([ada, bob]))
    expect([...again.records.values()].every(({ difference }) => difference === 'unchanged')).toBe(true)
    expect(again.removed).toEqual([])
  })

  it('touches people whose manager shows a new name, without calling them changed', () => {
    const next = people([{ ...ada, first_name: 'Adele' }, bob], stateAfter([ada, bob]))
    expect(differences(next, 'hris_employees')).toEqual({ 1: 'changed', 2: 'touched' })
  })

  it('touches people whose group is another one, since the feed counts memberships', () => {
    const next = people([ada, { ...bob, 'department.name': 'Sales' }], stateAfter([ada, bob]))
    expect(differences(next, 'hris_employees')).toEqual({ 1: 'unchanged', 2: 'touched' })
    expect(differences(next, 'hris_teams')).toEqual({ Research: 'unchanged', Sales: 'created' })
  })

  it('redraws people whose group has a new name, since the feed does not count that', () => {
    const coded = [{ id: '1', 'department.remote_id': 'R', 'department.name': 'Research' }]
    const renamed = [{ id: '1', 'department.remote_id': 'R', 'department.name': 'Science' }]
    const next = people(renamed, stateAfter(coded))
    expect(differences(next, 'hris_employees')).toEqual({ 1: 'redrawn' })
    expect(differences(next, 'hris_teams')).toEqual({ R: 'changed' })
  })

  it('changes people who move to another location, since work_location_id is their own', () => {
    const next = people([{ ...ada, 'work_location.name': 'Basel' }, bob], stateAfter([ada, bob]))
    expect(differences(next, 'hris_employees')).toEqual({ 1: 'changed', 2: 'unchanged' })
    expect(removedIds(next, 'hris_locations')).toEqual(['Bern'])
  })

  it('removes who is missing, and what nobody mentions any more', () => {
    const next = people([bob], stateAfter([ada, bob]))
    expect(removedIds(next, 'hris_employees')).toEqual(['1'])
    expect(removedIds(next, 'hris_locations')).toEqual(['Bern'])
    expect(differences(next, 'hris_employees')).toEqual({ 2: 'changed' })
  })

  it('keeps a quarantined person as stored, with everything that the person mentions', () => {
    const file = contents('employees', [bob], { quarantined: [employeeId('1')] })
    const next = compared('employees', file, { base: stateAfter([ada, bob]) })
    expect(next.removed).toEqual([])
    expect(differences(next, 'hris_employees')).toEqual({ 1: 'unchanged', 2: 'unchanged' })
    expect(differences(next, 'hris_locations')).toEqual({ Bern: 'unchanged' })
  })

  it('never takes a record for unchanged that an unfinished plan may have written', () => {
    const unknown = new Set([employeeId('1')])
    const next = compared('employees', contents('employees', [ada, bob]), { base: stateAfter([ada, bob]), unknown })
    expect(differences(next, 'hris_employees')).toEqual({ 1: 'changed', 2: 'touched' })
  })
})

describe('removals', () => {
  it('are held when more than a tenth and at least ten people are missing, while the rest applies', () => {
    const rest: readonly Row[] = [...crowd(85).slice(1), { id: 'new' }, { id: '0', first_name: 'Changed' }]
    const next = people(rest, stateAfter(crowd(100)))
    expect(next.removed).toEqual([])
    expect(next.issues.map(({ code }) => code)).toEqual(['REMOVALS_HELD'])
    const held = [...next.records.values()].filter(({ absentSince }) => absentSince === 'file')
    expect(held.map(({ next: row }) => row.remoteId).toSorted()).toEqual(
      crowd(100)
        .slice(85)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(differences(next, 'hris_employees')).toMatchObject({ new: 'created', 0: 'changed' })
  })

  it('go through up to the limit', () => {
    expect(people(crowd(90), stateAfter(crowd(100))).removed).toHaveLength(10)
    expect(people(crowd(1), stateAfter(crowd(10))).removed).toHaveLength(9)
  })

  it('are held when the file holds nobody at all', () => {
    const next = people([], stateAfter(crowd(3)))
    expect(next.removed).toEqual([])
    expect(next.issues.map(({ code }) => code)).toEqual(['REMOVALS_HELD'])
  })

  it('are held while any row has no id that can be read', () => {
    const file = contents('employees', [bob], { rowsWithoutId: 1 })
    const next = compared('employees', file, { base: stateAfter([ada, bob]) })
    expect(next.removed).toEqual([])
    expect(next.issues.map(({ code }) => code)).toContain('REMOVALS_HELD')
  })

  it('stay held with the file that they were first missing from', () => {
    const once = compared('employees', contents('employees', crowd(50)), {
      base: stateAfter(crowd(100)),
      fileId: 'first',
    })
    const twice = compared('employees', contents('employees', crowd(50)), { base: committed(once), fileId: 'second' })
    const since = new Set([...twice.records.values()].map(({ absentSince }) => absentSince))
    expect(since).toEqual(new Set([null, 'first']))
  })

  it('of single people go through while others are held, and of many do not', () => {
    const held = committed(people(crowd(80), stateAfter(crowd(100))))
    expect(people(crowd(79), held).removed.map(({ remoteId }) => remoteId)).toEqual(['79'])
    const more = people(crowd(70), held)
    expect(more.removed).toEqual([])
    expect(more.records.counts('hris_employees').held).toBe(30)
  })

  it('are judged anew by a file that has most of those who were held', () => {
    const held = committed(people(crowd(50), stateAfter(crowd(100))))
    expect(people(crowd(95), held).removed).toHaveLength(5)
    const worse = people(crowd(80), held)
    expect(worse.removed).toEqual([])
    expect(worse.records.counts('hris_employees').held).toBe(20)
  })

  it('that were held as the file could not be trusted are settled by the next one that can', () => {
    const doubtful = contents('employees', crowd(98), { rowsWithoutId: 1 })
    const held = compared('employees', doubtful, { base: stateAfter(crowd(100)) })
    expect(held.records.counts('hris_employees').held).toBe(2)
    expect(people(crowd(98), committed(held)).removed).toHaveLength(2)
  })

  it('are forgotten when the next good file has everybody', () => {
    const once = people(crowd(50), stateAfter(crowd(100)))
    const good = people(crowd(100), committed(once))
    expect([...good.records.values()].every(({ absentSince }) => absentSince === null)).toBe(true)
    expect(good.removed).toEqual([])
  })
})

describe('dependants', () => {
  const sick: Row = { id: 'a1', 'employee.remote_id': '1', start_date: '2026-01-05', 'type.name': 'Sick' }

  it('are not stored while their employee is not known, and appear when the employee does', () => {
    const file = contents('absences', [sick])
    const before = compared('absences', file, { employees: { has: () => false } })
    expect(before.records.size).toBe(0)
    expect(before.issues.map(({ code }) => code)).toEqual(['EMPLOYEE_UNKNOWN'])
    const later = compared('absences', file, { base: committed(before), employees: new Set([employeeId('1')]) })
    expect(differences(later, 'hris_absences')).toEqual({ a1: 'created' })
  })

  it('follow their employee out, however many they are', () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ ...sick, id: `a${index}` }))
    const file = contents('absences', rows)
    const base = committed(compared('absences', file))
    const next = compared('absences', file, { base, employees: { has: () => false } })
    expect(removedIds(next, 'hris_absences')).toHaveLength(50)
  })

  it('of a window are left alone outside the days that the file covers', () => {
    const worked = (id: string, date: string): Row => ({ id, 'employee.remote_id': '1', date })
    const january = contents('timesheets', [worked('t1', '2026-01-10'), worked('t2', '2026-01-20')])
    const base = committed(compared('timesheets', january))
    const late = contents('timesheets', [worked('t3', '2026-01-15'), worked('t4', '2026-01-25')])
    const next = compared('timesheets', late, { base })
    expect(differences(next, 'hris_timesheets')).toEqual({ t1: 'unchanged', t3: 'created', t4: 'created' })
    expect(removedIds(next, 'hris_timesheets')).toEqual(['t2'])
  })
})

const person = fc.record({
  id: fc.integer({ min: 0, max: 15 }).map(String),
  first_name: fc.constantFrom('A', 'B', null),
  'department.name': fc.constantFrom('X', 'Y', null),
  'work_location.name': fc.constantFrom('P', 'Q', null),
  'manager.remote_id': fc.option(fc.integer({ min: 0, max: 15 }).map(String)),
})
const snapshot = fc.uniqueArray(person, { selector: ({ id }) => id, minLength: 1, maxLength: 16 })

describe('any sequence of files', () => {
  it('leads to the same records as the last file alone', () => {
    fc.assert(
      fc.property(fc.array(snapshot, { minLength: 1, maxLength: 5 }), (snapshots) => {
        let base = emptyManifest
        for (const [index, rows] of snapshots.entries()) {
          const limit = { share: 1, records: Number.POSITIVE_INFINITY }
          const file = contents('employees', rows)
          base = committed(compared('employees', file, { base, limit }), index + 1)
        }
        const alone = stateAfter(snapshots.at(-1) ?? [])
        const facts = (manifest: ManifestTable) =>
          new Map(manifestRows(manifest).map(({ id, own, embed, references }) => [id, { own, embed, references }]))
        expect(facts(base)).toEqual(facts(alone))
      }),
      { numRuns: 300 },
    )
  })
})
