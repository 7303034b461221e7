import fc from 'fast-check'
import { expect, it } from 'vitest'
import { people, push, row, sync } from './delta-staff.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, openWorkplace } from './workplace.ts'

const counted = (created: number, updated: number, removed: number) => ({ counts: { created, updated, removed } })
const ids = ['1', '2', '3', '4', '5']
const rowOf = fc
  .record({
    id: fc.constantFrom(...ids),
    name: fc.constantFrom('Ada', 'Bob', 'Cyd', ''),
    department: fc.constantFrom('Research', 'Sales', ''),
    manager: fc.constantFrom('', ...ids),
  })
  .map(({ id, name, department, manager }) => ({ id, text: row(id, name, department, manager) }))
const fileOf = fc.record({
  kind: fc.constantFrom('full' as const, 'delta' as const, 'delta' as const),
  rows: fc.uniqueArray(rowOf, { selector: ({ id }) => id, minLength: 1 }),
  /** Whether a sync comes before the next file. */
  isSynced: fc.boolean(),
})

it('whatever comes and when it is synced: the records are those of the last full file with all changes since', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fileOf, { minLength: 1, maxLength: 7 }), async (sequence) => {
      const [work, alone] = [await openWorkplace(), await openWorkplace()]
      const living = new Map<string, string>()
      for (const [index, { kind, rows, isSynced }] of sequence.entries()) {
        if (kind === 'full') living.clear()
        for (const { id, text } of rows) living.set(id, text)
        const message = await work.deliver(`employees-${kind}.csv`, employeesCsv(rows.map(({ text }) => text)))
        if (isSynced || index === sequence.length - 1) await work.run(message)
      }
      await push(alone, 'employees.csv', [...living.values()])
      const there = (all: ReturnType<typeof facts>) => Object.entries(all).filter(([, { gone }]) => !gone)
      const found = Object.fromEntries(there(facts(await work.stored())))
      expect(found).toEqual(Object.fromEntries(there(facts(await alone.stored()))))
      const again = await sync(work, 'forced')
      expect(again.datasets).toMatchObject([counted(0, 0, 0)])
    }),
    { numRuns: Number(process.env.SYNC_RUNS ?? 25) },
  )
}, 120_000)

it('a sync of changes that is killed after every second of its calls leads to the same records once its message comes again', async () => {
  const prepared = async () => {
    const work = await openWorkplace()
    await push(work, 'employees.csv', [row('1', 'Ada'), row('2', 'Bob', 'Sales', '1')])
    await push(work, 'employees-delta.csv', [row('2', 'Bobby', 'Sales', '1')])
    return {
      work,
      message: await work.deliver('employees-delta.csv', employeesCsv([row('1', 'Adele'), row('3', 'Cyd')])),
    }
  }
  const { work: reference, message: first } = await prepared()
  const { ports, calls } = mortalPorts(reference.ports, Number.POSITIVE_INFINITY)
  await reference.run(first, ports)
  const expected = facts(await reference.stored())
  for (let fatal = 1; fatal < calls(); fatal += 2) {
    const { work, message } = await prepared()
    await expect(work.run(message, mortalPorts(work.ports, fatal).ports)).rejects.toThrow(Killed)
    await work.run(message)
    expect([fatal, facts(await work.stored())]).toEqual([fatal, expected])
    await push(work, 'employees-delta.csv', [row('4', 'Dee')])
    expect(await people(work)).toEqual({ 1: 'Adele', 2: 'Bobby', 3: 'Cyd', 4: 'Dee' })
  }
}, 120_000)
