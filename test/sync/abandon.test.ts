import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { abandonSync } from '../../lambdas/sync/abandon.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const first = employeesCsv(['1,Ada,,B,Bern,Research,', '2,Bob,1,B,Bern,Research,'])
const second = employeesCsv(['1,Adele,,B,Bern,Research,', '3,Cy,1,B,Bern,Research,'])

const stateOf = async ({ control }: Workplace, { syncId }: SyncMessage) =>
  (await readDocument(control, syncKey(integrationId, syncId), SyncSchema))?.state

const down = () => Promise.reject(new Error('down'))

const failing = async (work: Workplace, message: SyncMessage, ports: SyncPorts) => {
  await expect(work.run(message, ports)).rejects.toThrow('down')
  await abandonSync(work.ports, message)
}

describe('a sync whose message is given up', () => {
  it('has failed when it committed nothing, and the next one begins anew', async () => {
    const work = await openWorkplace()
    const message = await work.deliver('employees.csv', first)
    await failing(work, message, { ...work.ports, records: { ...work.ports.records, write: down } })
    expect(await stateOf(work, message)).toBe('FAILED')
    await work.run(await work.deliver('employees.csv', second))
    expect(await stateOf(work, message)).toBe('FAILED')
    expect([...(await work.stored()).keys()]).toEqual(expect.arrayContaining(['hris_employees 1', 'hris_employees 3']))
    expect((await work.state()).datasets.employees?.syncId).not.toBe(message.syncId)
  })

  it('has not failed when it committed and only its event was not delivered: the next run says how it ended', async () => {
    const work = await openWorkplace()
    const message = await work.deliver('employees.csv', first)
    await failing(work, message, { ...work.ports, webhookQueue: { send: down } })
    expect((await work.state()).datasets.employees?.syncId).toBe(message.syncId)
    expect(await stateOf(work, message)).not.toBe('FAILED')
    await work.upkeep()
    expect(await stateOf(work, message)).toBe('SUCCEEDED')
  })
})
