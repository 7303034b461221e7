import { describe, expect, it } from 'vitest'
import { environmentKey, scopeConfigKey } from '#core/control/keys.ts'
import type { ScopeSetting } from '#core/scope/scope.ts'
import type { WebhookEvent } from '#core/webhooks/event.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const people = employeesCsv(
  Array.from({ length: 600 }, (_, index) => `${index},Person ${index},,S${index},Site ${index},Research,2020-01-01`),
)

/** Records whose file is gone, so that nothing is left to do but to empty them. */
const openWithoutFile = async (settings: Readonly<Record<string, ScopeSetting>>) => {
  const work = await openWorkplace()
  await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays: 0 })
  await work.run(await work.deliver('employees.csv', people))
  work.told.length = 0
  const config = { id: 'default', name: 'Default', settings, required: [], createdAt: 0, changedAt: work.now() }
  await work.control.create(scopeConfigKey('default'), config)
  return work
}

const message = { kind: 'sync', integrationId, syncId: 'emptying', reason: 'scope' } as const

const changedModels = ({ told }: Workplace): readonly string[] =>
  told
    .map(({ body }): WebhookEvent => JSON.parse(body).event)
    .flatMap((event) => (event.type === 'data-changed' ? [...event.models].sort() : []))

/** The people are written, the locations never. */
const dyingAtLocations = ({ ports }: Workplace): SyncPorts => {
  const { records } = ports
  const write: typeof records.write = (space, ...args) =>
    space.model === 'hris_locations' ? Promise.reject(new Error('killed')) : records.write(space, ...args)
  return { ...ports, records: { ...records, write } }
}

const namesOff = { 'hris_employees.first_name': 'DISABLED', 'hris_locations.name': 'DISABLED' } as const

describe('a sync that only empties, in several runs', () => {
  it('names what an earlier run emptied when it was put off', async () => {
    const work = await openWithoutFile(namesOff)
    const { records } = work.ports
    const slow: typeof records = {
      ...records,
      write: async (...args) => {
        work.pass(4_000)
        return records.write(...args)
      },
    }
    // Time for the people and some of the locations.
    const first = await work.run(message, { ...work.ports, records: slow }, 127_000)
    expect(first.state).toBe('RUNNING')
    await work.run(message)
    expect(changedModels(work)).toEqual(['hris_employees', 'hris_locations'])
  })

  it('names what an earlier run emptied before it died', async () => {
    const work = await openWithoutFile(namesOff)
    await expect(work.run(message, dyingAtLocations(work))).rejects.toThrow('killed')
    await work.run(message)
    expect(changedModels(work)).toEqual(['hris_employees', 'hris_locations'])
  })

  it('names what was emptied by runs that nobody goes on with', async () => {
    const work = await openWithoutFile(namesOff)
    for (let run = 0; run < 3; run += 1)
      await expect(work.run(message, dyingAtLocations(work))).rejects.toThrow('killed')
    await work.run(message)
    expect(changedModels(work)).toEqual(['hris_employees', 'hris_locations'])
  })
})
