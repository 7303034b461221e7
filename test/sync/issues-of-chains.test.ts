import { expect, it } from 'vitest'
import { employeesCsv, openWorkplace } from './workplace.ts'

const row = (id: string, name: string, start: string): string => `${id},${name},,B,Bern,Research,${start}`

it('what is wrong with a file that changes build on is told with its name, and of the newest file by its rows', async () => {
  const work = await openWorkplace()
  const push = async (name: string, rows: readonly string[]) => work.run(await work.deliver(name, employeesCsv(rows)))
  await push('employees-full.csv', [row('1', 'Ada', 'soon'), row('2', 'Bob', '2020-01-01')])
  const run = await push('employees-delta.csv', [
    row('2', 'Bobby', '2020-01-01'),
    row('3', 'Cyd', 'later'),
    row('4', 'Dee', '2020-01-01'),
  ])
  expect(run.datasets[0]?.issues.map(({ code, rows, file }) => [code, rows, file])).toEqual([
    ['DATE_UNREADABLE', [2], 'employees-full.csv'],
    ['DATE_UNREADABLE', [3], undefined],
  ])
})
