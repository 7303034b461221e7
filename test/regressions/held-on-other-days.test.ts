import { expect, it } from 'vitest'
import { employeesCsv, openWorkplace } from '../sync/workplace.ts'

const daysOf = (month: string, days: number): string => {
  const day = (index: number) => String(index + 1).padStart(2, '0')
  const rows = Array.from({ length: days }, (_, i) => `${month}${day(i)},1,2026-${month}-${day(i)},8`)
  return [
    'id,employee,date,hours',
    `${month}first,1,2026-${month}-01,8`,
    `${month}last,1,2026-${month}-28,8`,
    ...rows,
  ].join('\n')
}

it('removals of one month stay held when a file of another month comes', async () => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,'])))
  const push = async (csv: string) => {
    const { datasets } = await work.run(await work.deliver('timesheets.csv', csv))
    return datasets[0]?.counts.held
  }
  expect(await push(daysOf('01', 28))).toBe(0)
  expect(await push(daysOf('01', 8))).toBe(20)
  expect(await push(daysOf('02', 8))).toBe(20)
  expect(await push(daysOf('02', 9))).toBe(20)
  expect(await push(daysOf('01', 28))).toBe(0)
})
