import { describe, expect, it } from 'vitest'
import { joinedMapping, joinedWorkplace, pushed, staff, statesOf, titles, titlesOf } from './joined-workplace.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { facts } from './workplace.ts'

const list = 'employees-2.csv\ncontracts-2.csv\n'
const doctors = titles.replace('Nurse', 'Doctor')
const newStaff = staff.replace('Bob', 'Rob')

/** A set that is complete once its manifest has come. */
const prepared = async () => {
  const work = await joinedWorkplace({ ...joinedMapping(), manifest: 'export' })
  for (const [name, text] of [
    ['contracts.csv', titles],
    ['employees.csv', staff],
    ['export.done', ''],
    ['contracts-2.csv', doctors],
    ['employees-2.csv', newStaff],
  ] as const)
    await pushed(work, name, text)
  return { work, message: await work.deliver('export-2.txt', list) }
}

/** What a run comes to that nobody kills, and how many calls it makes. */
const undisturbed = async () => {
  const { work, message } = await prepared()
  const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
  await work.run(message, ports)
  return { calls: calls(), after: facts(await work.stored()), states: await statesOf(work) }
}
const reference = await undisturbed()
const steps = Array.from({ length: Math.ceil(reference.calls / 3) }, (_, index) => 3 * index + 1)

describe('a sync of a manifest that is killed', () => {
  it.concurrent.each(steps.filter((step) => step < reference.calls))(
    'after its call %i leads to the same records, and half of the next set still waits for its own',
    async (step) => {
      const { work, message } = await prepared()
      await expect(work.run(message, mortalPorts(work.ports, step).ports)).rejects.toThrow(Killed)
      const half = await work.deliver('contracts-3.csv', titles.replace('Nurse', 'Pilot'))
      await work.run(message)
      await work.run(half)
      expect(facts(await work.stored())).toEqual(reference.after)
      expect(await statesOf(work)).toEqual({ ...reference.states, 'contracts-3.csv': 'QUEUED' })
      await pushed(work, 'export-3.done', '')
      expect(await titlesOf(work)).toMatchObject({ 2: 'Pilot' })
    },
    60_000,
  )
})
