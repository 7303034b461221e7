import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type Chore, keyOfChore } from '#core/control/chore.ts'
import { WorkMessageSchema } from '#core/deployment/queues.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const model = 'hris_employees'
const day = 24 * 60 * 60 * 1000

const people = (count: number, from = 1): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${from + i},Name ${from + i},,B,Bern,Research,2020-01-01`)
const sample = people(4)
const company = people(30)

/** So few records a shard that thirty people ask for fifteen shards. */
const small = (work: Workplace): SyncPorts => ({ ...work.ports, recordsPerShard: 2 })

const sync = async (work: Workplace, name: string, csv: string, ports = small(work)) =>
  work.run(await work.deliver(name, csv), ports)

const upkeepsIn = ({ sent }: Workplace) =>
  sent.filter(({ body }) => v.parse(WorkMessageSchema, JSON.parse(body)).kind === 'upkeep').length

/** A customer whose first file was a sample of four, one of whom has left since, and who then pushed everybody. */
const grown = async () => {
  const work = await openWorkplace()
  await sync(work, 'employees.csv', employeesCsv([...sample, '99,Gone,,B,Bern,Research,2020-01-01']))
  await sync(work, 'employees.csv', employeesCsv(sample))
  await sync(work, 'employees.csv', employeesCsv(company))
  return { work, before: await work.stored() }
}

describe('a model that has grown', () => {
  it('keeps its shards up to four times what they were chosen for', async () => {
    const work = await openWorkplace()
    await sync(work, 'employees.csv', employeesCsv(sample))
    await sync(work, 'employees.csv', employeesCsv(people(16)))
    expect(upkeepsIn(work)).toBe(0)
    await work.upkeep(small(work))
    expect((await work.state()).generations[model]).toMatchObject({ generation: 1, shards: 2, rows: 16 })
  })

  it('is moved to more shards with every record as it was: time stamps, places in the feed and removals', async () => {
    const { work, before } = await grown()
    expect(upkeepsIn(work)).toBeGreaterThan(0)
    await work.upkeep(small(work))
    const { generations, move } = await work.state()
    expect(generations[model]).toMatchObject({ generation: 2, shards: 15, rows: 30 })
    expect(move).toBeNull()
    expect(await work.stored()).toEqual(before)
    expect(before.get(`${model} 99`)?.deletedAt).not.toBeNull()
  })

  it('is fed in the order of before', async () => {
    const { work, before } = await grown()
    await work.upkeep(small(work))
    const { generations } = await work.state()
    const space = { integrationId, model, ...(generations[model] ?? { generation: 0, shards: 0 }) } as const
    const found: string[] = []
    for (let shard = 0; shard < space.shards; shard += 1) {
      const range = { after: 0, until: Number.MAX_SAFE_INTEGER }
      const page = await work.ports.records.feed(space, range, { shard }, { records: 100 })
      found.push(...page.records.map(({ id, feedAt }) => `${id} ${feedAt}`))
    }
    const expected = [...before]
      .filter(([name]) => name.startsWith(model))
      .map(([, { id, feedAt }]) => `${id} ${feedAt}`)
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  it('takes the next file in its new generation', async () => {
    const { work } = await grown()
    await work.upkeep(small(work))
    await sync(work, 'employees.csv', employeesCsv(people(31)).replace('Name 7,', 'Renamed,'))
    const stored = await work.stored()
    expect(stored.get(`${model} 31`)).toBeDefined()
    expect(stored.get(`${model} 7`)?.body).toContain('Renamed')
    expect(
      (await work.recordsIn(model, { generation: 1, shards: 3 })).some(({ body }) => body.includes('Renamed')),
    ).toBe(false)
  })

  it('leaves the old generation to old cursors for a day, then it is purged', async () => {
    const { work, before } = await grown()
    const old = { generation: 1, shards: 3 }
    await work.upkeep(small(work))
    work.pass(day - 10_000)
    await work.upkeep(small(work))
    expect(await work.recordsIn(model, old)).toHaveLength(31)
    work.pass(day)
    await work.upkeep(small(work))
    expect(await work.recordsIn(model, old)).toEqual([])
    expect((await work.state()).retired).toEqual([])
    expect(await work.stored()).toEqual(before)
  })

  it('has its purge noted as a chore before readers are let into the new generation', async () => {
    const { work } = await grown()
    await work.upkeep(small(work))
    const [retired] = (await work.state()).retired
    const chore: Chore = { kind: 'upkeep', integrationId, dueAt: (retired?.servedUntil ?? 0) + 60_000 }
    expect((await work.control.get(keyOfChore(chore)))?.value).toEqual(chore)
  })

  it('is not moved while a plan is unfinished', async () => {
    const { work } = await grown()
    const message = await work.deliver('employees.csv', employeesCsv(people(32)))
    const broken = { ...work.ports.records, write: () => Promise.reject(new Killed()) }
    await expect(work.run(message, { ...small(work), records: broken })).rejects.toThrow(Killed)
    await work.upkeep(small(work))
    expect((await work.state()).generations[model]).toMatchObject({ generation: 1 })
    await work.run(message, small(work))
    await work.upkeep(small(work))
    expect((await work.state()).generations[model]).toMatchObject({ generation: 2 })
  })
})

describe('a move that does not come to its end in one run', () => {
  const short = 60_000

  it('notes how far it came, queues itself again and goes on there', async () => {
    const { work, before } = await grown()
    const queued = upkeepsIn(work)
    await work.upkeep(small(work), short)
    expect(upkeepsIn(work)).toBe(queued + 1)
    expect((await work.state()).move).toMatchObject({ model, copied: { shard: 1 }, attempts: 0 })
    const lists: unknown[] = []
    const records = { ...work.ports.records }
    const list: typeof records.list = (space, from, limit) => {
      lists.push(from)
      return records.list(space, from, limit)
    }
    await work.upkeep({ ...small(work), records: { ...records, list } })
    expect(lists).toEqual([{ shard: 1 }, { shard: 2 }])
    expect(await work.stored()).toEqual(before)
    expect((await work.state()).generations[model]).toMatchObject({ generation: 2 })
  })

  it('is finished by a sync that comes first, before that writes anything', async () => {
    const { work } = await grown()
    await work.upkeep(small(work), short)
    await sync(work, 'employees.csv', employeesCsv(people(31)))
    expect((await work.state()).generations[model]).toMatchObject({ generation: 2 })
    expect((await work.stored()).get(`${model} 31`)).toBeDefined()
  })

  it('makes a sync that has too little time wait its turn again', async () => {
    const { work } = await grown()
    await work.upkeep(small(work), short)
    // As if there were a third shard to copy.
    const message = await work.deliver('employees.csv', employeesCsv(people(31)))
    const state = await work.state()
    const slow = { ...work.ports.records, list: async () => ({ records: [], next: { shard: 1 } }) }
    const queued = work.sent.length
    await expect(work.run(message, { ...small(work), records: slow }, short)).resolves.toMatchObject({
      state: 'QUEUED',
    })
    expect(work.sent.slice(queued)).toMatchObject([{ body: JSON.stringify(message), groupId: integrationId }])
    expect((await work.state()).generations).toEqual(state.generations)
    await work.run(message, small(work))
    expect((await work.stored()).get(`${model} 31`)).toBeDefined()
  })

  it('is given up after three failures, so that syncs go on, and what it copied is purged', async () => {
    const { work } = await grown()
    const broken = {
      ...work.ports.records,
      write: async (...[space, ...rest]: Parameters<SyncPorts['records']['write']>) => {
        const stamps = await work.ports.records.write(space, ...rest)
        if (space.generation > 1) throw new Killed()
        return stamps
      },
    }
    const ports = { ...small(work), records: broken }
    for (let failure = 0; failure < 3; failure += 1) await expect(work.upkeep(ports)).rejects.toThrow(Killed)
    expect((await work.recordsIn(model, { generation: 2, shards: 15 })).length).toBeGreaterThan(0)
    await sync(work, 'employees.csv', employeesCsv(people(31)), ports)
    expect((await work.stored()).get(`${model} 31`)).toBeDefined()
    work.pass(day)
    await work.upkeep(small(work))
    expect((await work.state()).generations[model]).toMatchObject({ generation: 3 })
    expect(await work.recordsIn(model, { generation: 2, shards: 15 })).toEqual([])
  })
})

const stepsOf = async (prepare: () => Promise<Workplace>): Promise<readonly number[]> => {
  const work = await prepare()
  const { ports, calls } = mortalPorts(small(work), Number.POSITIVE_INFINITY)
  await work.upkeep(ports)
  // The last call lets go of the lease: a run that dies then was never killed.
  return Array.from({ length: calls() - 1 }, (_, index) => index + 1)
}

const nextFile = employeesCsv(people(31))
const afterNextFile = await (async () => {
  const work = await openWorkplace()
  await sync(work, 'employees.csv', nextFile)
  return facts(await work.stored())
})()

const outgrown = async () => (await grown()).work
const replaced = async () => {
  const { work } = await grown()
  await work.upkeep(small(work))
  work.pass(day + 60_000)
  return work
}

describe.each([
  { name: 'a move', prepare: outgrown, steps: await stepsOf(outgrown) },
  { name: 'a purge', prepare: replaced, steps: await stepsOf(replaced) },
])('$name that is killed', ({ prepare, steps }) => {
  it.concurrent.each(steps)(
    'after its call %i leaves everything readable, and ends once its message comes again',
    async (step) => {
      const work = await prepare()
      const before = await work.stored()
      await expect(work.upkeep(mortalPorts(small(work), step).ports)).rejects.toThrow(Killed)
      expect(await work.stored()).toEqual(before)
      await work.upkeep(small(work))
      expect(await work.stored()).toEqual(before)
      work.pass(2 * day)
      await work.upkeep(small(work))
      const { generations, move, retired } = await work.state()
      expect({ generation: generations[model]?.generation, move, retired }).toEqual({
        generation: 2,
        move: null,
        retired: [],
      })
      expect(await work.recordsIn(model, { generation: 1, shards: 3 })).toEqual([])
    },
  )

  it.concurrent.each(steps)('after its call %i does not keep the next file from being applied', async (step) => {
    const work = await prepare()
    await expect(work.upkeep(mortalPorts(small(work), step).ports)).rejects.toThrow(Killed)
    expect((await sync(work, 'employees.csv', nextFile)).state).toBe('SUCCEEDED')
    expect(facts(await work.stored())).toMatchObject(afterNextFile)
  })
})
