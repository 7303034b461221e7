import { describe, expect, it } from 'vitest'
import { openRollbacks } from '#core/control/rollback.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { crowd, heldNow, pushCrowd } from './held-staff.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { connected, replay, statesOf, undo } from './replay-staff.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

type Prepared = { readonly work: Workplace; readonly message: SyncMessage }

const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: { last_name: [{ from: 'column' as const, column: 'name' }] },
}

/** Twelve are held; then a wrong file comes under a new mapping, and is taken back. */
const undone = async (): Promise<Prepared> => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 30))
  await pushCrowd(work, crowd(1, 18))
  await work.approveAs(mapping)
  const wrong = await pushCrowd(work, [...crowd(3, 20), ...crowd(50, 60)])
  return { work, message: await undo(work, wrong.id) }
}

const replayed = async (): Promise<Prepared> => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 30))
  await pushCrowd(work, crowd(2, 34))
  return { work, message: await replay(work, 0) }
}

const outcomeOf = async (work: Workplace) => ({
  records: facts(await work.stored()),
  files: await statesOf(work),
  held: (await heldNow(work)).waiting,
  mappings: (await connected(work)).mappings.employees,
  open: await openRollbacks(work.control, integrationId),
})

const undisturbed = async (prepare: () => Promise<Prepared>) => {
  const { work, message } = await prepare()
  const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
  await work.run(message, ports)
  // The last call lets go of the lease: a run that dies then was never killed.
  const steps = Array.from({ length: calls() - 1 }, (_, index) => index + 1).filter((step) => step % 2 === 1)
  return { steps, outcome: await outcomeOf(work) }
}

const killedAt = async (prepare: () => Promise<Prepared>, step: number): Promise<Prepared> => {
  const prepared = await prepare()
  const { ports } = mortalPorts(prepared.work.ports, step)
  await expect(prepared.work.run(prepared.message, ports)).rejects.toThrow(Killed)
  return prepared
}

const rollback = await undisturbed(undone)
const second = await undisturbed(replayed)

describe('a rollback that is killed', () => {
  it('would else lead to the state before', () => {
    expect(rollback.outcome.files).toEqual(['ACCEPTED', 'ACCEPTED', 'EXCLUDED'])
    expect(rollback.outcome.held).toHaveLength(12)
    expect(rollback.outcome.mappings).toEqual({ approved: 1, latest: 2 })
    expect(rollback.outcome.open).toEqual([])
  })

  it.concurrent.each(rollback.steps)('after its call %i is finished by whatever sync comes next', async (step) => {
    const { work } = await killedAt(undone, step)
    await work.run({ kind: 'sync', integrationId, syncId: 'next', reason: 'due' })
    expect(await outcomeOf(work)).toEqual(rollback.outcome)
  })

  it.concurrent.each(rollback.steps)('after its call %i stands in the way of no newer file', async (step) => {
    const { work } = await killedAt(undone, step)
    await work.run(await work.deliver('employees.csv', employeesCsv(crowd(1, 33))))
    const { files, open, records } = await outcomeOf(work)
    expect(open).toEqual([])
    expect(files.at(-1)).toBe('ACCEPTED')
    expect(Object.values(records).filter(({ gone }) => !gone).length).toBeGreaterThanOrEqual(33)
  })
})

describe('a replay that is killed', () => {
  it.concurrent.each(second.steps)('after its call %i is finished by whatever sync comes next', async (step) => {
    const { work } = await killedAt(replayed, step)
    await work.run({ kind: 'sync', integrationId, syncId: 'next', reason: 'due' })
    expect(await outcomeOf(work)).toEqual(second.outcome)
  })
})
