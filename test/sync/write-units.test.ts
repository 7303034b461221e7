import { describe, expect, it } from 'vitest'
import type { Spend } from '#core/ports/record-store.ts'
import type { LogEvent, LogFields } from '../../lambdas/runtime/log.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { employeesCsv, openWorkplace, type Workplace } from './workplace.ts'

const dynamo = await dynalite()
const client = dynamo.client()
const csv = employeesCsv(['1,Ada,,B,Bern,Research,', '2,Bob,1,B,Bern,Research,', '3,Cy,1,Z,Basel,Sales,'])
const shortMs = 60_000

/** Hears what the table takes for each write. */
const overheard = ({ ports }: Workplace) => {
  let units = 0
  const write: SyncPorts['records']['write'] = (space, puts, deadline, spent = () => undefined) =>
    ports.records.write(space, puts, deadline, (spend: Spend) => {
      units += spend.units
      spent(spend)
    })
  return { ports: { ...ports, records: { ...ports.records, write } }, units: () => units }
}

describe('the write units of a sync', () => {
  it('are those that the table tells of, and the log has them', async () => {
    const work = await openWorkplace(client)
    const { ports, units } = overheard(work)
    const logged: (readonly [LogEvent, LogFields])[] = []
    const log = (event: LogEvent, fields: LogFields = {}) => void logged.push([event, fields])
    const sync = await work.run(await work.deliver('employees.csv', csv), { ...ports, log })
    expect(units()).toBeGreaterThan(0)
    expect(sync.writeUnits).toEqual({ units: units(), estimated: false })
    expect(logged).toContainEqual(['SYNC_FINISHED', expect.objectContaining({ writeUnits: units() })])
  })

  it('are none when nothing is written', async () => {
    const work = await openWorkplace(client)
    await work.run(await work.deliver('employees.csv', csv))
    expect((await work.run(await work.deliver('employees.csv', csv))).writeUnits).toEqual({
      units: 0,
      estimated: false,
    })
  })

  it('are those of all its runs, whether they were put off, failed or came to the end', async () => {
    const work = await openWorkplace(client)
    const { ports, units } = overheard(work)
    const message = await work.deliver('employees.csv', csv)
    await work.run(message, ports, shortMs)
    const full = {
      ...ports.archive,
      put: async (...put: Parameters<SyncPorts['archive']['put']>) => {
        if (put[0].includes('manifests/')) throw new Error('disk full')
        return ports.archive.put(...put)
      },
    }
    await expect(work.run(message, { ...ports, archive: full })).rejects.toThrow('disk full')
    const sync = await work.run(message, ports)
    expect(sync.state).toBe('SUCCEEDED')
    expect(sync.writeUnits).toEqual({ units: units(), estimated: false })
  })

  it('say so when they are estimated', async () => {
    const work = await openWorkplace(client)
    const write: SyncPorts['records']['write'] = async (space, puts, deadline, spent) => {
      spent?.({ units: puts.length, estimated: true })
      return work.ports.records.write(space, puts, deadline)
    }
    const ports = { ...work.ports, records: { ...work.ports.records, write } }
    const sync = await work.run(await work.deliver('employees.csv', csv), ports)
    expect(sync.writeUnits).toMatchObject({ estimated: true })
  })
})
