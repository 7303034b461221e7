import { expect, it } from 'vitest'
import { readDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { receiveObject } from '../../lambdas/receive/receive.ts'
import { employeesCsv, integrationId, openWorkplace } from '../sync/workplace.ts'

it('a file that is archived but not queued is left to its own sync, so that its sync ends and its upload is cleaned', async () => {
  const work = await openWorkplace()
  const csv = new TextEncoder().encode(employeesCsv(['1,Ada,,B,Bern,Research,']))
  const { key, versionId, etag, size } = await work.landing.put(`${integrationId.slice(5)}/employees.csv`, csv)
  const landed = { bucket: 'landing', key, versionId, etag, size, eventTime: work.now(), sequencer: '1' }
  const syncQueue = { send: () => Promise.reject(new Error('killed')) }
  await expect(receiveObject({ ...work.receivePorts, syncQueue }, landed)).rejects.toThrow('killed')

  const other = await work.deliver('timesheets.csv', 'id,employee,date,hours\nt1,1,2026-01-05,8\n')
  await work.run(other)
  await receiveObject(work.receivePorts, landed)
  const message = JSON.parse(work.sent.at(-1)?.body ?? '')
  expect(message.syncId).not.toBe(other.syncId)
  await work.run(message)
  const sync = await readDocument(work.control, syncKey(integrationId, message.syncId), SyncSchema)
  expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ dataset: 'employees' }, { dataset: 'timesheets' }] })
})
