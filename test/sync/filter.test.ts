import { describe, expect, it } from 'vitest'
import { scopeConfigKey } from '#core/control/keys.ts'
import type { FilterRule } from '#core/filter/employee-filter.ts'
import { absences, body, inBern, people, present, pushed, rule, setFilter, staff } from './filtered-staff.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const hours = 'id,employee,date,hours\nt1,1,2026-01-05,8\nt2,2,2026-01-05,7\n'
const jobs = 'employee,since,title,pay\n1,2020-01-01,Dev,471147\n2,2021-01-01,Dev,471247\n'

/** Everything that is kept of an integration but for the raw files: records, documents, plans, manifests, reports. */
const everything = async (work: Workplace) => {
  const { documents } = await work.control.query({ pk: `INTEGRATION#${integrationId}` })
  return JSON.stringify([[...(await work.stored()).values()], documents, await work.keptTexts()])
}

describe('the employee filter', () => {
  it.each<[string, readonly FilterRule[], readonly string[]]>([
    ['a work location', [inBern], ['1', '3']],
    ['one of two', [rule('work_location', 'B', 'Z')], ['1', '2', '3']],
    ['none', [rule('work_location', null)], ['4']],
    ['a group', [rule('group', 'DEPARTMENT:Sales')], ['3', '4']],
    ['a status that follows from dates', [rule('employment_status', 'ACTIVE')], ['1', '2', '3', '4']],
    ['another status', [rule('employment_status', 'PENDING')], []],
    ['two fields', [inBern, rule('group', 'DEPARTMENT:Sales', 'DEPARTMENT:None')], ['3']],
  ])('lets those pass who have %s', async (_, rules, ids) => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const sync = await setFilter(work, ...rules)
    expect(sync).toMatchObject({ state: 'SUCCEEDED' })
    expect(await present(work)).toEqual(ids)
  })

  it('never stores whom it leaves out, nor what belongs to them, nor a word of them', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    const syncs = [await pushed(work, 'employees.csv', staff)]
    syncs.push(await pushed(work, 'employments.csv', jobs))
    syncs.push(await pushed(work, 'absences.csv', absences))
    syncs.push(await pushed(work, 'timesheets.csv', hours))
    expect([...(await work.stored()).keys()].toSorted()).toEqual([
      'hris_absence_types Sick',
      'hris_absences absence-1',
      'hris_employees 1',
      'hris_employees 3',
      'hris_employments 1|2020-01-01',
      'hris_locations B',
      'hris_teams Research',
      'hris_teams Sales',
      'hris_timesheets t1',
    ])
    expect(await body(work, 'hris_employees 3')).toMatchObject({ manager_id: null, manager: null })
    expect(syncs.flatMap(({ datasets }) => datasets.flatMap(({ issues }) => issues))).toEqual([])
    expect(await everything(work)).not.toMatch(/Bobadilla|Zugspitze|471247|absence-2|Holidays!/)
  })

  it('takes away at once, whatever their number, and empties them and what belongs to them', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', employeesCsv([...people, '5,Evelina,1,B,Bern,Sales,2020-01-01']))
    await pushed(work, 'absences.csv', absences)
    await pushed(work, 'employments.csv', jobs)
    // Gone before the filter, and so is her manager's other absence.
    await pushed(
      work,
      'absences.csv',
      `${absences.split('\n').slice(0, 2).join('\n')}\nabsence-4,2,Holidays!,2026-01-08`,
    )
    await pushed(work, 'employees.csv', staff)
    const sync = await setFilter(work, rule('work_location', 'Z', null))
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: expect.arrayContaining([{ ...sync.datasets[0] }]) })
    expect(sync.datasets.flatMap(({ counts }) => counts.held)).not.toContain(1)
    expect(await present(work)).toEqual(['2', '4'])
    for (const id of ['1', '3', '5'])
      expect(await body(work, `hris_employees ${id}`)).toMatchObject({ first_name: null, work_location_id: null })
    expect((await work.stored()).get('hris_absences absence-1')?.deletedAt).not.toBeNull()
    expect(await body(work, 'hris_absences absence-1')).toMatchObject({ start_date: null })
    expect(await body(work, 'hris_employments 1|2020-01-01')).toMatchObject({ pay_rate: null })
    expect(await body(work, 'hris_employees 2')).toMatchObject({
      manager_id: null,
      manager: null,
      first_name: 'Bobadilla',
    })
    const texts = JSON.stringify([...(await work.stored()).values()])
    expect(texts).not.toMatch(/Adalbert|Cyriacus|Evelina|471147/)
    expect(texts).toMatch(/471247/)
  })

  it('judges those of whom the file tells nothing by what is stored of them', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const unreadable = staff
      .replace('2021-01-01', 'some day')
      .replace('Cyriacus,2,B,Bern,Sales,2022-01-01', 'Cyriacus,2,B,Bern,Sales,never')
    await pushed(work, 'employees.csv', unreadable)
    await setFilter(work, inBern)
    expect(await present(work)).toEqual(['1', '3'])
    expect(JSON.stringify([...(await work.stored()).values()])).not.toMatch(/Bobadilla|Deepika/)
    const verify = await work.run({ kind: 'sync', integrationId, syncId: `verify-${work.now()}`, reason: 'verify' })
    expect(verify.verified?.differing).toBe(0)
  })

  it('knows people by the names of places and groups that have files of their own, where rows cannot be read', async () => {
    const work = await openWorkplace()
    await pushed(work, 'locations.csv', 'id,name,city\nL1,Bern,Bern\nL2,Zugspitze,Zug\n')
    await pushed(work, 'groups.csv', 'id,name,type,parent\nG1,Research,DEPARTMENT,\nG2,Sales,,\n')
    const named = staff.replaceAll(/,[BZ],/g, ',,')
    await pushed(work, 'employees.csv', named)
    await pushed(work, 'employees.csv', named.replaceAll('2022-01-01', 'some day'))
    await setFilter(work, rule('work_location', 'Bern', null))
    expect(await present(work)).toEqual(['1', '3', '4'])
    await setFilter(work, rule('group', 'DEPARTMENT:Sales'))
    expect(await present(work)).toEqual(['3', '4'])
    expect(await body(work, 'hris_employees 3')).toMatchObject({ groups: [{ remote_id: 'G2', name: 'Sales' }] })
  })

  it('brings people back when it is lifted, without another upload', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'absences.csv', absences)
    const before = await work.stored()
    await setFilter(work, inBern)
    await setFilter(work)
    const after = await work.stored()
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
    expect(await body(work, 'hris_employees 3')).toMatchObject({ manager: { first_name: 'Bobadilla' } })
    expect(await body(work, 'hris_absences absence-2')).toMatchObject({ start_date: '2026-01-06' })
  })

  it('follows people who change, and the day', async () => {
    const work = await openWorkplace()
    await setFilter(work, rule('employment_status', 'ACTIVE'))
    await pushed(work, 'employees.csv', staff.replace('2022-01-01', '2026-01-03'))
    expect(await present(work)).toEqual(['1', '2', '4'])
    expect((await work.state()).dueAt).toBe('2026-01-03')
    work.pass(3 * 86_400_000)
    await work.run({ kind: 'sync', integrationId, syncId: 'due', reason: 'due' })
    expect(await present(work)).toEqual(['1', '2', '3', '4'])
    await setFilter(work, inBern)
    await pushed(work, 'employees.csv', staff.replace('1,Adalbert,,B,Bern', '1,Adalbert,,Z,Zugspitze'))
    expect(await present(work)).toEqual(['3'])
    expect(JSON.stringify([...(await work.stored()).values()])).not.toMatch(/Adalbert|Bobadilla/)
  })

  it('keeps apart rows of one id of which it would leave out one', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    const sync = await pushed(work, 'employees.csv', `${staff}\n1,Adalbert,,Z,Zugspitze,Research,2020-01-01`)
    expect(sync.datasets).toMatchObject([{ issues: [{ code: 'ID_DUPLICATE', example: null }] }])
    expect(await present(work)).toEqual(['3'])
  })

  it('quotes nobody of whom it is not certain that they are stored', async () => {
    const work = await openWorkplace()
    await setFilter(work, inBern)
    const csv = staff.replace('2021-01-01', 'some day').replace('2022-01-01', 'my birthday')
    const sync = await pushed(work, 'employees.csv', csv)
    expect(sync.datasets.flatMap(({ issues }) => issues)).toMatchObject([{ code: 'DATE_UNREADABLE', example: null }])
    const waiting = await pushed(work, 'absences.csv', `${absences}\nabsence-5,2,Sick,someday`)
    expect(JSON.stringify(waiting)).not.toContain('someday')
  })

  it('refuses a file that does not tell what it looks at, and tries it again', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    const sync = await setFilter(work, rule('legal_entity', 'Acme'))
    expect(sync).toMatchObject({
      state: 'FAILED',
      datasets: [{ outcome: 'refused', issues: [{ code: 'FILTER_FIELD_MISSING' }] }],
    })
    expect(await present(work)).toEqual(['1', '2', '3', '4'])
    await setFilter(work, inBern)
    expect(await present(work)).toEqual(['1', '3'])
  })

  it('looks at what is turned off, which is not stored all the same', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', staff)
    await work.control.create(scopeConfigKey('default'), {
      ...{ id: 'default', name: 'Default', settings: { hris_locations: 'DISABLED' }, required: [] },
      ...{ createdAt: 0, changedAt: work.now() },
    })
    await setFilter(work, inBern)
    expect(await present(work)).toEqual(['1', '3'])
    expect(await body(work, 'hris_employees 1')).toMatchObject({ work_location: null, work_location_id: null })
    expect(JSON.stringify([...(await work.stored()).values()])).not.toContain('Bern')
  })

  it('does not count whom it leaves out among the removals of a file', async () => {
    const work = await openWorkplace()
    const many = Array.from(
      { length: 40 },
      (_, i) => `${i},P${i},,${i % 2 ? 'B,Bern' : 'Z,Zugspitze'},Sales,2020-01-01`,
    )
    await pushed(work, 'employees.csv', employeesCsv(many))
    const sync = await setFilter(work, inBern)
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { removed: 20, held: 0 } }] })
    const gone = await pushed(work, 'employees.csv', employeesCsv(many.slice(22)))
    expect(gone.datasets).toMatchObject([{ counts: { removed: 0, held: 11 } }])
  })
})
