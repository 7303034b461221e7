import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const timesheets = (...rows: readonly string[]): string => ['id,employee,date,hours', ...rows].join('\n')
const sheets = async (work: Workplace) =>
  [...(await work.stored())]
    .filter(([name, { deletedAt }]) => name.startsWith('hris_timesheets ') && deletedAt === null)
    .map(([name]) => name.replace('hris_timesheets ', ''))
    .sort()
const push = async (work: Workplace, name: string, csv: string, at?: number) =>
  work.run(await work.deliver(name, csv, at))

const withPeople = async (...ids: readonly string[]): Promise<Workplace> => {
  const work = await openWorkplace()
  await push(work, 'employees.csv', employeesCsv(ids.map((id) => `${id},Ada,,B,Bern,Research,`)))
  return work
}

const approve = (work: Workplace, approved: number) =>
  updateDocument(
    work.control,
    integrationKey(integrationId),
    IntegrationSchema,
    (integration): Integration => ({
      ...integration,
      mappings: { ...integration.mappings, timesheets: { approved, latest: 1 } },
    }),
  )

describe('files that cover a window each', () => {
  it('are all applied by the one sync that follows the approval of their mapping', async () => {
    const work = await withPeople('1')
    await approve(work, 0)
    await push(work, 'timesheets.csv', timesheets('a,1,2026-01-10,8'))
    await push(work, 'timesheets.csv', timesheets('b,1,2026-02-10,8'))
    await push(work, 'timesheets.csv', timesheets('c,1,2026-03-10,8'))
    await approve(work, 1)
    const last = await work.deliver('absences.csv', 'id,employee,type,start\n')
    await work.run(last)
    expect(await sheets(work)).toEqual(['a', 'b', 'c'])
  })

  it('are not lost when they come late: what no newer file covers is applied', async () => {
    const work = await withPeople('1')
    const early = work.now()
    await push(work, 'timesheets.csv', timesheets('b,1,2026-02-10,8'))
    await push(work, 'timesheets.csv', timesheets('a,1,2026-01-10,8'), early)
    expect(await sheets(work)).toEqual(['a', 'b'])
  })

  it('give back every window of a person who was gone for a day', async () => {
    const work = await withPeople('1', '2')
    await push(work, 'timesheets.csv', timesheets('a,2,2026-01-10,8'))
    await push(work, 'timesheets.csv', timesheets('b,2,2026-02-10,8'))
    await push(work, 'employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,']))
    expect(await sheets(work)).toEqual([])
    await push(work, 'employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,', '2,Ada,,B,Bern,Research,']))
    expect(await sheets(work)).toEqual(['a', 'b'])
  })

  it('give the rows of a person who becomes known only after a newer window', async () => {
    const work = await withPeople('1')
    await push(work, 'timesheets.csv', timesheets('a,2,2026-01-10,8'))
    await push(work, 'timesheets.csv', timesheets('b,2,2026-02-10,8'))
    await push(work, 'employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,', '2,Ada,,B,Bern,Research,']))
    expect(await sheets(work)).toEqual(['a', 'b'])
  })
})
