import { describe, expect, it } from 'vitest'
import { environmentKey } from '#core/control/keys.ts'
import { byName, joinedWorkplace, pushed, staff, statesOf, titles, titlesOf } from './joined-workplace.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { facts, type Workplace } from './workplace.ts'

const dayMs = 24 * 60 * 60 * 1000

const doctors = titles.replace('Nurse', 'Doctor')
const bosses = titles.replace('Engineer', 'Boss')

const prepared = async () => {
  const work = await joinedWorkplace()
  await pushed(work, 'contracts.csv', titles)
  await pushed(work, 'employees.csv', staff)
  return { work, message: await work.deliver('contracts-2.csv', doctors) }
}

/** How many calls a run makes that nobody kills, and what it comes to. */
const undisturbed = async () => {
  const { work, message } = await prepared()
  const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
  await work.run(message, ports)
  const after = facts(await work.stored())
  await pushed(work, 'contracts-3.csv', bosses)
  return { calls: calls(), after, last: facts(await work.stored()) }
}
const reference = await undisturbed()
const steps = Array.from({ length: Math.ceil(reference.calls / 4) }, (_, index) => 4 * index + 1)

const killedAt = async (step: number) => {
  const { work, message } = await prepared()
  const { ports } = mortalPorts(work.ports, step)
  await expect(work.run(message, ports)).rejects.toThrow(Killed)
  return { work, message }
}

describe('a sync of a new part that is killed', () => {
  it.concurrent.each(steps.filter((step) => step < reference.calls))(
    'after its call %i leads to the same records, though a newer part has come meanwhile',
    async (step) => {
      const { work, message } = await killedAt(step)
      const newer = await work.deliver('contracts-3.csv', bosses)
      const isPlanned = (await work.state()).pending !== null
      await work.run(message)
      // What was planned is carried out with the files that it was planned with.
      if (isPlanned) expect(facts(await work.stored())).toEqual(reference.after)
      await work.run(newer)
      expect(facts(await work.stored())).toEqual(reference.last)
      const { datasets, pending } = await work.state()
      expect({ pending, files: datasets.employees?.files?.length }).toEqual({ pending: null, files: 2 })
    },
    60_000,
  )
})

const keeping = async (rawFileDays: number) => {
  const work = await joinedWorkplace()
  await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays })
  return work
}
const keptOf = (work: Workplace) => byName(work, ({ archive }) => archive !== null)

describe('files of a set that are kept for a number of days', () => {
  it('stay while the records are made of them, however old they are', async () => {
    const work = await keeping(2)
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    work.pass(3 * dayMs)
    await pushed(work, 'employees-2.csv', staff.replace('Bob', 'Rob'))
    work.pass(3 * dayMs)
    await work.upkeep()
    expect(await keptOf(work)).toEqual({ 'contracts.csv': true, 'employees.csv': false, 'employees-2.csv': true })
    await pushed(work, 'contracts-2.csv', doctors)
    work.pass(3 * dayMs)
    await work.upkeep()
    expect(await keptOf(work)).toMatchObject({ 'contracts.csv': false, 'contracts-2.csv': true })
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Doctor', 3: null })
  })

  it('come anew each time where nothing is kept', async () => {
    const work = await keeping(0)
    await pushed(work, 'contracts.csv', titles)
    await pushed(work, 'employees.csv', staff)
    expect(new Set(Object.values(await keptOf(work)))).toEqual(new Set([false]))
    const waits = await pushed(work, 'contracts-2.csv', doctors)
    expect(waits.datasets).toMatchObject([{ outcome: 'waiting_for_files' }])
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    await pushed(work, 'employees-2.csv', staff)
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Doctor', 3: null })
    expect(new Set(Object.values(await keptOf(work)))).toEqual(new Set([false]))
  })

  it('do not wait for ever once nothing is joined with them', async () => {
    const work = await keeping(2)
    await pushed(work, 'contracts.csv', titles)
    expect(await statesOf(work)).toEqual({ 'contracts.csv': 'QUEUED' })
    work.pass(3 * dayMs)
    await work.upkeep()
    expect(await keptOf(work)).toEqual({ 'contracts.csv': false })
  })
})
