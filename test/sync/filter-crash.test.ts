import { expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, integrationId, openWorkplace } from './workplace.ts'

const staff = employeesCsv([
  '1,Adalbert,,B,Bern,Research,2020-01-01',
  '2,Bobadilla,1,Z,Zug,Research,2021-01-01',
  '3,Cyriacus,2,B,Bern,Sales,some day',
])
const absences = 'id,employee,type,start\na1,1,Sick,2026-01-05\na2,2,Honeymoon,2026-01-06'
const message: SyncMessage = { kind: 'sync', integrationId, syncId: 'filter', reason: 'filter' }

/** A customer whose filter has just been set. */
const prepared = async () => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', staff.replace('some day', '2022-01-01')))
  await work.run(await work.deliver('employees.csv', staff))
  await work.run(await work.deliver('absences.csv', absences))
  await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
    ...each,
    filter: { rules: [{ field: 'work_location', values: ['B', null] }] },
  }))
  return work
}

const undisturbed = async () => {
  const work = await prepared()
  const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
  await work.run(message, ports)
  return { calls: calls(), afterwards: facts(await work.stored()) }
}

const reference = await undisturbed()
const steps = Array.from({ length: reference.calls - 1 }, (_, index) => index + 1)

it('whom the filter leaves out has no contents afterwards', () => {
  const texts = JSON.stringify(reference.afterwards)
  for (const name of ['Adalbert', 'Cyriacus']) expect(texts).toContain(name)
  expect(texts).not.toMatch(/Bobadilla|2026-01-06/)
})

it.concurrent.each(steps)(
  'a sync that is killed after its call %i comes to the same',
  { timeout: 60_000 },
  async (step) => {
    const work = await prepared()
    const { ports } = mortalPorts(work.ports, step)
    await expect(work.run(message, ports)).rejects.toThrow(Killed)
    expect((await work.run(message)).state).not.toBe('FAILED')
    expect(facts(await work.stored())).toEqual(reference.afterwards)
  },
)
