import { describe, expect, it } from 'vitest'
import { crowd, pushCrowd } from './held-staff.ts'
import { bodyOfPerson, idOfPerson, link, people, tryLinks, unlink } from './linked-staff.ts'
import { employeesCsv, openWorkplace, type Workplace } from './workplace.ts'

/** Delivers a file, and syncs it once its upload can be taken for whole. */
const push = async (work: Workplace, name: string, text: string) => {
  const message = await work.deliver(name, text)
  work.pass(180_000)
  return work.run(message)
}
const staff = (work: Workplace, ...rows: readonly string[]) => push(work, 'employees.csv', employeesCsv(rows))

const bodyOf = async (work: Workplace, model: string, remoteId: string) => {
  const record = (await work.stored()).get(`${model} ${remoteId}`)
  return record && { id: record.id, gone: record.deletedAt !== null, ...JSON.parse(record.body) }
}

describe('a person under another id', () => {
  it('keeps the id of the record, and is called by the new one', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Ada,,,,,', '2,Bob,1,,,,')
    await staff(work, '2,Bob,1001,,,,', '1001,Ada,,,,,')
    expect(await people(work)).toEqual({
      [idOfPerson('1')]: '1 gone',
      [idOfPerson('2')]: '2',
      [idOfPerson('1001')]: '1001',
    })
    await work.run(await link(work, ['1', '1001']))
    expect(await people(work)).toEqual({
      [idOfPerson('1')]: '1001',
      [idOfPerson('2')]: '2',
      [idOfPerson('1001')]: '1001 gone',
    })
    expect(await bodyOf(work, 'hris_employees', '2')).toMatchObject({
      manager_id: idOfPerson('1'),
      manager: { id: idOfPerson('1'), remote_id: '1001' },
    })
  })

  it('is shown to the feed with the new remote id, and so is whoever shows them', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Ada,,,,,', '2,Bob,1,,,,')
    const before = await work.stored()
    await link(work, ['1', '1001'])
    await staff(work, '1001,Ada,,,,,', '2,Bob,1001,,,,')
    const after = await work.stored()
    const [ada, bob] = [after.get('hris_employees 1001'), after.get('hris_employees 2')]
    expect(ada?.id).toBe(idOfPerson('1'))
    expect(ada?.changedAt).toBeGreaterThan(before.get('hris_employees 1')?.changedAt ?? 0)
    expect(bob?.feedAt).toBeGreaterThan(before.get('hris_employees 2')?.feedAt ?? 0)
    expect(bob?.changedAt).toBe(before.get('hris_employees 2')?.changedAt)
  })

  it('keeps what belongs to them, under its own ids, whichever of their ids the files use', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Ada,,,,,')
    await push(work, 'absences.csv', 'id,employee,type,start\na,1,Vacation,2026-01-01')
    await push(work, 'time_off_balances.csv', 'employee,type,unit,left\n1,Vacation,DAYS,3')
    await push(work, 'employments.csv', 'employee,since,title,pay\n1,2020-01-01,Chief,1')
    await push(work, 'timesheets.csv', 'id,employee,date,hours\nt,1,2026-01-01,8')
    const ids = new Set([...(await work.stored()).values()].map(({ id }) => id))
    await link(work, ['1', '1001'])
    await staff(work, '1001,Ada,,,,,')
    await push(work, 'time_off_balances.csv', 'employee,type,unit,left\n1001,Vacation,DAYS,3')
    await push(work, 'employments.csv', 'employee,since,title,pay\n1001,2020-01-01,Boss,1')
    const stored = [...(await work.stored()).values()]
    expect(stored.filter(({ deletedAt }) => deletedAt !== null)).toEqual([])
    expect(new Set(stored.map(({ id }) => id))).toEqual(ids)
    expect(await bodyOf(work, 'hris_employees', '1001')).toMatchObject({
      employments: [{ job_title: 'Boss', remote_id: '1001|2020-01-01' }],
      time_off_balances: [{ balance: 3, remote_id: '1001|Vacation' }],
    })
  })

  it('is one person when all ids change at once: what was refused is applied', async () => {
    const work = await openWorkplace()
    const rows = crowd(1, 20)
    await pushCrowd(work, rows)
    const before = await people(work)
    const renamed = rows.map((row) => `X${row}`)
    expect((await pushCrowd(work, renamed)).datasets[0]).toMatchObject({ outcome: 'refused' })
    const pairs = rows.map((_, i) => [`${i + 1}`, `X${i + 1}`] as const)
    const sync = await work.run(await link(work, ...pairs))
    expect(sync.datasets[0]).toMatchObject({ outcome: 'applied', counts: { created: 0, updated: 20, removed: 0 } })
    expect(Object.keys(await people(work)).toSorted()).toEqual(Object.keys(before).toSorted())
    expect(new Set(Object.values(await people(work)))).toEqual(new Set(rows.map((_, i) => `X${i + 1}`)))
    expect((await pushCrowd(work, renamed)).datasets[0]?.counts).toMatchObject({ updated: 0, unchanged: 20 })
  })

  it('goes on under the older id if the files return to it', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Ada,,,,,')
    await link(work, ['1', '1001'])
    await staff(work, '1001,Ada,,,,,')
    await staff(work, '1,Ada,,,,,')
    expect(await people(work)).toEqual({ [idOfPerson('1')]: '1' })
  })
})

describe('two records of one person', () => {
  it('become one, of which the row of the newer id tells, in whatever order the rows stand', async () => {
    for (const rows of [
      ['1,Old,,,,,', '1001,New,,,,,'],
      ['1001,New,,,,,', '1,Old,,,,,'],
    ]) {
      const work = await openWorkplace()
      await staff(work, ...rows)
      const sync = await work.run(await link(work, ['1', '1001']))
      expect(await people(work)).toEqual({ [idOfPerson('1')]: '1001', [idOfPerson('1001')]: '1001 gone' })
      expect(await bodyOfPerson(work, '1')).toMatchObject({ first_name: 'New', remote_id: '1001' })
      expect(sync.datasets[0]?.issues).toMatchObject([{ code: 'PERSON_TWICE', example: '1' }])
      await staff(work, ...rows, '2,Bob,,,,,')
      expect((await people(work))[idOfPerson('1')]).toBe('1001')
    }
  })

  it('may keep the id of the newer one', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Old,,,,,', '1001,New,,,,,', '2,Bob,1,,,,')
    await work.run(await link(work, ['1', '1001', 'to']))
    expect(await people(work)).toEqual({
      [idOfPerson('1')]: '1 gone',
      [idOfPerson('1001')]: '1001',
      [idOfPerson('2')]: '2',
    })
    expect(await bodyOf(work, 'hris_employees', '2')).toMatchObject({ manager_id: idOfPerson('1001') })
  })

  it('take along what belongs to them, also where its files are gone or cover other days', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Old,,,,,', '1001,New,,,,,')
    await push(work, 'timesheets.csv', 'id,employee,date,hours\nt,1001,2026-01-01,8')
    await push(work, 'timesheets.csv', 'id,employee,date,hours\nu,1001,2026-01-02,8')
    await work.run(await link(work, ['1', '1001']))
    for (const id of ['t', 'u'])
      expect(await bodyOf(work, 'hris_timesheets', id)).toMatchObject({ gone: false, employee_id: idOfPerson('1') })
  })

  it('are merged many at once, whatever the removal limit says', async () => {
    const work = await openWorkplace()
    await pushCrowd(work, [...crowd(1, 20), ...crowd(101, 120)])
    const pairs = Array.from({ length: 20 }, (_, i) => [`${i + 1}`, `${i + 101}`] as const)
    const sync = await work.run(await link(work, ...pairs))
    expect(sync.datasets[0]?.counts).toMatchObject({ removed: 20, updated: 20, held: 0 })
  })

  it('are two again once the link is undone', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Old,,,,,', '1001,New,,,,,')
    await push(work, 'absences.csv', 'id,employee,type,start\na,1,Vacation,2026-01-01\nb,1001,Vacation,2026-01-01')
    await work.run(await link(work, ['1', '1001']))
    await work.run(await unlink(work, '1001'))
    expect(await people(work)).toEqual({ [idOfPerson('1')]: '1', [idOfPerson('1001')]: '1001' })
    expect(await bodyOf(work, 'hris_absences', 'a')).toMatchObject({ employee_id: idOfPerson('1') })
    expect(await bodyOf(work, 'hris_absences', 'b')).toMatchObject({ employee_id: idOfPerson('1001') })
  })

  it('stay as they are while the row of the newer id cannot be read', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Old,,,,,', '1001,New,,,,,', '2,Bob,1001,,,,')
    await push(work, 'absences.csv', 'id,employee,type,start\nb,1001,Vacation,2026-01-01')
    await staff(work, '1001,New,,,,,some day', '2,Bob,1001,,,,')
    await work.run(await link(work, ['1', '1001']))
    expect((await people(work))[idOfPerson('1001')]).toBe('1001')
    expect(await bodyOf(work, 'hris_absences', 'b')).toMatchObject({ gone: false, employee_id: idOfPerson('1001') })
    await staff(work, '1001,New,,,,,2020-01-01', '2,Bob,1001,,,,')
    expect((await people(work))[idOfPerson('1')]).toBe('1001')
    expect((await people(work))[idOfPerson('1001')]).toBe('1001 gone')
    expect(await bodyOf(work, 'hris_absences', 'b')).toMatchObject({ gone: false, employee_id: idOfPerson('1') })
  })
})

describe('a person whose row cannot be read when their link is undone', () => {
  const [row, unread, nameless, other] = ['1001,Ada,,,,,', '1001,Ada,,,,,some day', ',Eve,,,,,', '2,Bob,,,,,']

  it.each([
    ['stays as they are while it cannot be read', [unread], '1'],
    ['moves once it can be read, even beside a row without an id', [row, nameless], '1001'],
  ])('is one person, who %s', async (_, rows, key) => {
    const work = await openWorkplace()
    await staff(work, '1,Ada,,,,,', other)
    await link(work, ['1', '1001'])
    await staff(work, row, other)
    await staff(work, other, unread)
    await work.run(await unlink(work, '1001'))
    const sync = await staff(work, ...rows, other)
    expect(sync.datasets[0]?.counts).toMatchObject({ held: 0 })
    const living = Object.entries(await people(work)).filter(([, called]) => !called.endsWith('gone'))
    expect(Object.fromEntries(living)).toEqual({ [idOfPerson(key)]: '1001', [idOfPerson('2')]: '2' })
  })
})

describe('links are refused', () => {
  it('all together when one of them cannot be', async () => {
    const work = await openWorkplace()
    await staff(work, '1,Ada,,,,,', '2,Bob,,,,,')
    const pair = (from: string, to: string) => ({ from, to, keep: 'from' as const })
    expect(await tryLinks(work, [pair('1', '5'), pair('1', '6')])).toEqual({
      kind: 'conflict',
      place: 1,
      conflict: 'gone-on',
    })
    expect(await tryLinks(work, [pair('1', '5'), pair('9', '8')])).toMatchObject({ kind: 'unknown', place: 1 })
    await expect(unlink(work, '5')).rejects.toThrow('no-link')
    expect(await tryLinks(work, [pair('1', '5'), pair('5', '6')])).toMatchObject({ kind: 'changed', count: 2 })
  })
})
