import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoredRecord } from '#core/ports/record-store.ts'
import { employeesCsv, facts, openWorkplace, type Workplace } from './workplace.ts'

const employmentsCsv = (rows: readonly string[]): string => ['employee,since,title,pay', ...rows].join('\n')

const ann = 'a,Ann,,HQ,Head office,Sales,2020-01-01'
const bob = 'b,Bob,a,HQ,Head office,Sales,2021-01-01'
const first = 'a,2020-01-01,Clerk,3000'
const raise = 'a,2024-01-01,Manager,4500'
const ofBob = 'b,2021-01-01,Driver,2500'

const push = async (work: Workplace, name: string, csv: string) => {
  const sync = await work.run(await work.deliver(name, csv))
  // Beyond the stamps, so that the next sync writes later ones.
  work.pass(60_000)
  return sync
}

const employee = async (work: Workplace, remoteId: string): Promise<StoredRecord> => {
  const found = (await work.stored()).get(`hris_employees ${remoteId}`)
  if (!found) throw new Error(`there is no employee ${remoteId}`)
  return found
}

const titles = ({ body }: StoredRecord): readonly string[] =>
  JSON.parse(body).employments.map(({ job_title }: { job_title: string }) => job_title)

const company = async () => {
  const work = await openWorkplace()
  await push(work, 'employees.csv', employeesCsv([ann, bob]))
  return work
}

describe('employments', () => {
  test('are shown in their employee, the newest first, who changes for the feed and not by itself', async () => {
    const work = await company()
    const before = await employee(work, 'a')
    const sync = await push(work, 'employments.csv', employmentsCsv([first, raise]))
    const after = await employee(work, 'a')
    expect(titles(after)).toEqual(['Manager', 'Clerk'])
    expect(JSON.parse(after.body).employments[0]).toMatchObject({
      remote_id: 'a|2024-01-01',
      employee_id: after.id,
      pay_rate: 4500,
      effective_date: '2024-01-01T00:00:00.000Z',
      changed_at: expect.any(String),
      remote_deleted_at: null,
    })
    expect(after.changedAt).toBe(before.changedAt)
    expect(after.feedAt).toBeGreaterThan(before.feedAt)
    expect(titles(await employee(work, 'b'))).toEqual([])
    const counts = Object.fromEntries(sync.datasets.map((each) => [each.dataset, each.counts]))
    expect(counts.employments).toMatchObject({ created: 2 })
    expect(counts.employees).toMatchObject({ rerendered: 1, unchanged: 1, updated: 0 })
  })

  test('that change or go are rendered anew in the employee, and in nobody else', async () => {
    const work = await company()
    await push(work, 'employments.csv', employmentsCsv([first, raise, ofBob]))
    const bobBefore = await employee(work, 'b')
    await push(work, 'employments.csv', employmentsCsv([first, raise.replace('Manager', 'Director'), ofBob]))
    expect(titles(await employee(work, 'a'))).toEqual(['Director', 'Clerk'])
    await push(work, 'employments.csv', employmentsCsv([first, ofBob]))
    expect(titles(await employee(work, 'a'))).toEqual(['Clerk'])
    expect(await employee(work, 'b')).toEqual(bobBefore)
  })

  test('stay in an employee who changes', async () => {
    const work = await company()
    await push(work, 'employments.csv', employmentsCsv([first, ofBob]))
    await push(work, 'employees.csv', employeesCsv([ann.replace('Ann', 'Anna'), bob]))
    const after = await employee(work, 'a')
    expect(JSON.parse(after.body).first_name).toBe('Anna')
    expect(titles(after)).toEqual(['Clerk'])
    expect(titles(await employee(work, 'b'))).toEqual(['Driver'])
  })

  test('wait for their employee, and come with them', async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', employeesCsv([ann]))
    const early = await push(work, 'employments.csv', employmentsCsv([first, ofBob]))
    expect(early.datasets[1]?.issues).toMatchObject([{ code: 'EMPLOYEE_UNKNOWN' }])
    await push(work, 'employees.csv', employeesCsv([ann, bob]))
    expect(titles(await employee(work, 'b'))).toEqual(['Driver'])
  })

  test('that are uploaded again unchanged write nothing', async () => {
    const work = await company()
    await push(work, 'employments.csv', employmentsCsv([first, ofBob]))
    const before = await work.stored()
    await push(work, 'employments.csv', `${employmentsCsv([first, ofBob])}\n`)
    await push(work, 'employees.csv', `${employeesCsv([ann, bob])}\n`)
    expect(await work.stored()).toEqual(before)
  })

  test('reach their employee though the sync that brought them died before', async () => {
    const work = await company()
    const { records } = work.ports
    const dying: Workplace['ports'] = {
      ...work.ports,
      records: {
        ...records,
        write: (space, puts, deadline) => {
          if (space.model === 'hris_employees') throw new Error('died')
          return records.write(space, puts, deadline)
        },
      },
    }
    const message = await work.deliver('employments.csv', employmentsCsv([first, ofBob]))
    await expect(work.run(message, dying)).rejects.toThrow('died')
    work.pass(120_000)
    await work.run(message)
    expect(titles(await employee(work, 'a'))).toEqual(['Clerk'])
    expect(titles(await employee(work, 'b'))).toEqual(['Driver'])
  })

  test('come to the same whatever the order and the number of uploads', async () => {
    const files = [
      ['employees.csv', employeesCsv([ann, bob])],
      ['employments.csv', employmentsCsv([first, raise, ofBob])],
    ] as const
    const straight = await openWorkplace()
    for (const [name, csv] of files) await push(straight, name, csv)
    const expected = facts(await straight.stored())
    const early = [
      ...files,
      ['employments.csv', employmentsCsv([ofBob])],
      ['employees.csv', employeesCsv([ann])],
    ] as const
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...early]),
        fc.shuffledSubarray([...files], { minLength: 2 }),
        async (some, all) => {
          const work = await openWorkplace()
          for (const [name, csv] of [...some, ...all]) await push(work, name, csv)
          const found = facts(await work.stored())
          expect(found).toEqual(expected)
        },
      ),
      { numRuns: 6 },
    )
  })
})
