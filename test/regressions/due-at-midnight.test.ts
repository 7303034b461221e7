import { expect, it } from 'vitest'
import { ChoreSchema } from '#core/control/chore.ts'
import { listDocuments } from '#core/control/documents.ts'
import { chorePartition } from '#core/control/keys.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { employeesCsv, openWorkplace } from '../sync/workplace.ts'

it('a sync that ends after midnight has what changed overnight seen to at once, not a day later', async () => {
  const work = await openWorkplace()
  const message = await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,2026-01-02']))
  work.pass(Date.UTC(2026, 0, 1, 23, 59, 58) - work.now())
  const { records } = work.ports
  const write: SyncPorts['records']['write'] = (...put) => {
    work.pass(5_000)
    return records.write(...put)
  }
  await work.run(message, { ...work.ports, records: { ...records, write } })
  const chores = await Array.fromAsync(listDocuments(work.control, { pk: chorePartition }, ChoreSchema))
  const due = chores.filter(({ kind }) => kind === 'due').map(({ dueAt }) => dueAt)
  expect(due).toEqual([Date.UTC(2026, 0, 2)])
})
