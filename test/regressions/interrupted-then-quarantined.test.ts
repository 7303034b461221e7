import { expect, it } from 'vitest'
import { employeesCsv, facts, openWorkplace } from '../sync/workplace.ts'

it('a record that an interrupted sync has written is not taken for what the manifest says, even after a quarantine', async () => {
  const work = await openWorkplace()
  const csv = (name: string, start: string) =>
    employeesCsv([`1,${name},,B,Bern,Research,${start}`, '2,Bob,,B,Bern,Research,'])
  await work.run(await work.deliver('employees.csv', csv('Ada', '2020-01-01')))
  const before = facts(await work.stored())
  const records: typeof work.ports.records = {
    ...work.ports.records,
    write: async (...writing) => {
      await work.ports.records.write(...writing)
      throw new Error('killed')
    },
  }
  const message = await work.deliver('employees.csv', csv('Eve', '2020-01-01'))
  await expect(work.run(message, { ...work.ports, records })).rejects.toThrow('killed')
  await work.run(await work.deliver('employees.csv', csv('Ada', 'no date')))
  await work.run(await work.deliver('employees.csv', csv('Ada', '2020-01-01')))
  expect(facts(await work.stored())).toEqual(before)
})
