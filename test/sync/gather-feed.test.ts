import { expect, it } from 'vitest'
import type { RecordPosition } from '#core/ports/record-store.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const client = (await dynalite()).client()
const model = 'hris_employees'
const people = 600

/** Everybody; the first `changed` of them are called otherwise. */
const staff = (changed: number, name: string) =>
  employeesCsv(
    Array.from({ length: people }, (_, id) => `${id},${id < changed ? name : 'Ada'},,B,Bern,Research,2020-01-01`),
  )

/** Two shards, so that more than 500 writes are much. */
const small = (work: Workplace) => ({ ...work.ports, recordsPerShard: people / 2 })
const push = async (work: Workplace, csv: string) => work.run(await work.deliver('employees.csv', csv), small(work))
const generationOf = async (work: Workplace) => {
  const generation = (await work.state()).generations[model]
  if (!generation) throw new Error('there are no employees')
  return generation
}

/** What a poll finds, and how many shards it asked. */
const poll = async (work: Workplace, since: number) => {
  const space = { integrationId, model, ...(await generationOf(work)) } as const
  const asked = new Set<number>()
  const found = new Set<string>()
  let from: RecordPosition | undefined
  do {
    asked.add(from?.shard ?? 0)
    const range = { after: since - 1, until: work.now() }
    const page = await work.ports.records.feed(space, range, from, { records: 1_000 })
    for (const { remoteId } of page.records) found.add(remoteId ?? '')
    from = page.next
  } while (from)
  return { asked: asked.size, found: found.size }
}

it('a poll asks one shard for few changes, and both for many and while many are written', async () => {
  const work = await openWorkplace(client)
  const begin = work.now()
  await push(work, staff(0, ''))
  expect((await generationOf(work)).shards).toBe(2)
  work.pass(100_000)
  expect(await poll(work, begin)).toEqual({ asked: 2, found: people })

  const few = work.now()
  await push(work, staff(20, 'Bob'))
  work.pass(100_000)
  expect(await poll(work, few)).toEqual({ asked: 1, found: 20 })

  const many = work.now()
  const message = await work.deliver('employees.csv', staff(people, 'Cy'))
  const failing = { ...work.ports.records, write: () => Promise.reject(new Error('the table is gone')) }
  await expect(work.run(message, { ...small(work), records: failing })).rejects.toThrow('the table is gone')
  expect((await poll(work, many)).asked).toBe(2)
  await work.run(message, small(work))
  work.pass(100_000)
  expect(await poll(work, many)).toEqual({ asked: 2, found: people })
  expect((await generationOf(work)).spreads).toHaveLength(2)

  const again = work.now()
  await push(work, staff(people - 30, 'Cy'))
  work.pass(100_000)
  expect(await poll(work, again)).toEqual({ asked: 1, found: 30 })
  expect(await poll(work, few)).toEqual({ asked: 2, found: people })
})
