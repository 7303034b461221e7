import { describe, expect, it } from 'vitest'
import { openDecisions } from '#core/control/held-decision.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { crowd, decide, heldNow, pushCrowd } from './held-staff.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const before = employeesCsv([
  '1,Ada,,B,Bern,Research,',
  '2,Bob,1,B,Bern,Research,',
  '3,Cy,1,Z,Basel,Sales,',
  '4,Di,2,Z,Basel,Sales,',
])
const after = employeesCsv([
  '1,Adele,,B,Berne,Research,',
  '2,Bob,1,B,Berne,Science,',
  '4,Di,1,Z,Basel,Sales,',
  '5,Eve,4,B,Berne,Science,',
])
const newest = employeesCsv([
  '1,Adele,,B,Berne,Research,',
  '3,Cy,1,Z,Basel,Sales,',
  '4,Di,,Z,Basel,Sales,',
  '5,Eve,4,B,Berne,Science,',
])

const prepared = async (): Promise<{ work: Workplace; message: SyncMessage }> => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', before))
  return { work, message: await work.deliver('employees.csv', after) }
}

const killedAt = async (fatal: number) => {
  const { work, message } = await prepared()
  const { ports } = mortalPorts(work.ports, fatal)
  await expect(work.run(message, ports)).rejects.toThrow(Killed)
  return { work, message }
}

/** How many calls an undisturbed run makes, and what it leads to. */
const undisturbed = async () => {
  const { work, message } = await prepared()
  const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
  await work.run(message, ports)
  const afterwards = facts(await work.stored())
  await work.run(await work.deliver('employees.csv', newest))
  return { calls: calls(), afterwards, afterNewest: facts(await work.stored()) }
}

/** A removed record keeps what it held, which may be from either file: only that it is gone is compared. */
const living = (found: ReturnType<typeof facts>) =>
  Object.fromEntries(Object.entries(found).map(([name, fact]) => [name, fact.gone ? 'gone' : fact]))

const reference = await undisturbed()
// The last call lets go of the lease: a run that dies then was never killed.
const steps = Array.from({ length: reference.calls - 1 }, (_, index) => index + 1)

describe('a sync that is killed', () => {
  it.concurrent.each(steps)(
    'after its call %i leads to the same records once its message comes again',
    async (step) => {
      const { work, message } = await killedAt(step)
      const sync = await work.run(message)
      expect(sync.state).toBe('SUCCEEDED')
      expect(facts(await work.stored())).toEqual(reference.afterwards)
    },
  )

  it.concurrent.each(steps)(
    'after its call %i leads to the right records even if only a newer file is ever synced',
    async (step) => {
      const { work } = await killedAt(step)
      await work.run(await work.deliver('employees.csv', newest))
      expect(living(facts(await work.stored()))).toEqual(living(reference.afterNewest))
    },
  )
})

const everybody = crowd(1, 30)
const cut = crowd(1, 18)

/** Twelve are held, and the removal of half of them is approved. */
const approved = async (): Promise<{ work: Workplace; message: SyncMessage }> => {
  const work = await openWorkplace()
  await pushCrowd(work, everybody)
  await pushCrowd(work, cut)
  return { work, message: await decide(work, 'approved', ['19', '20', '21', '22', '23', '24']) }
}

const approvalUndisturbed = async () => {
  const { work, message } = await approved()
  const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
  await work.run(message, ports)
  return { calls: calls(), afterwards: facts(await work.stored()) }
}

const approval = await approvalUndisturbed()

describe('the sync of an approval that is killed', () => {
  it.concurrent.each(Array.from({ length: approval.calls - 1 }, (_, index) => index + 1))(
    'after its call %i removes the same people with the next file, and no more',
    async (step) => {
      const { work, message } = await approved()
      const { ports } = mortalPorts(work.ports, step)
      await expect(work.run(message, ports)).rejects.toThrow(Killed)
      await pushCrowd(work, cut)
      expect(facts(await work.stored())).toEqual(approval.afterwards)
      expect((await heldNow(work)).waiting).toEqual(['25', '26', '27', '28', '29', '30'])
      expect(await openDecisions(work.control, integrationId)).toEqual([])
    },
  )
})
