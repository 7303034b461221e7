import { describe, expect, it } from 'vitest'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { Link } from '#core/ids/links.ts'
import { modelIds } from '#core/model/models.ts'
import { link, unlink } from './linked-staff.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, openWorkplace, type Workplace } from './workplace.ts'

const staff = employeesCsv(['1,Old,,B,Bern,Research,', '1001,New,,B,Bern,Research,', '2,Bob,1001,Z,Basel,Sales,'])
const later = employeesCsv(['1001,New,,B,Bern,Research,', '2,Bob,1001,Z,Basel,Sales,', '3,Cy,2,Z,Basel,Sales,'])
const absences = 'id,employee,type,start\na,1001,Vacation,2026-01-01\nb,2,Vacation,2026-01-01'

const push = async (work: Workplace, name: string, text: string) => {
  const message = await work.deliver(name, text)
  work.pass(180_000)
  return work.run(message)
}

/** Two records of one person, with what belongs to one of them. */
const prepared = async (): Promise<Workplace> => {
  const work = await openWorkplace()
  await push(work, 'employees.csv', staff)
  await push(work, 'absences.csv', absences)
  return work
}

/** Every record by id, time stamps aside. */
const factsById = async (work: Workplace) => {
  const { generations } = await work.state()
  const facts: Record<string, unknown> = {}
  for (const model of modelIds)
    for (const record of await work.recordsIn(model, generations[model] ?? { generation: 1, shards: 1 })) {
      const isGone = record.deletedAt !== null
      const body = JSON.parse(record.body.replaceAll(/"changed_at":"[^"]*"/g, '"changed_at":""'))
      facts[record.id] = isGone ? 'gone' : { body, employeeId: record.employeeId }
    }
  return facts
}

const asLink = (work: Workplace, keep: Link['keep']): Promise<SyncMessage> => link(work, ['1', '1001', keep])

const changes = {
  'a link': { prepare: prepared, change: (work: Workplace) => asLink(work, 'from') },
  'a link that keeps the newer record': { prepare: prepared, change: (work: Workplace) => asLink(work, 'to') },
  'the undoing of a link': {
    prepare: async () => {
      const work = await prepared()
      await work.run(await asLink(work, 'from'))
      return work
    },
    change: (work: Workplace) => unlink(work, '1001'),
  },
} as const

describe.each(Object.entries(changes))('the sync of %s', async (_, { prepare, change }) => {
  const work = await prepare()
  const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
  await work.run(await change(work), ports)
  const afterwards = await factsById(work)
  await push(work, 'employees.csv', later)
  const afterLater = await factsById(work)

  it('killed after every third of its calls, leads to the same records once its message comes again, or a newer file', async () => {
    for (let fatal = 1; fatal < calls(); fatal += 3) {
      const killed = await prepare()
      const message = await change(killed)
      const mortal = mortalPorts(killed.ports, fatal)
      await expect(killed.run(message, mortal.ports)).rejects.toThrow(Killed)
      if (fatal % 4 === 1) {
        await killed.run(message)
        expect(await factsById(killed)).toEqual(afterwards)
      }
      await push(killed, 'employees.csv', later)
      expect(await factsById(killed)).toEqual(afterLater)
    }
  }, 120_000)
})
