import { expect, it } from 'vitest'
import { receiveObject } from '../../lambdas/receive/receive.ts'
import { employeesCsv, integrationId, openWorkplace } from '../sync/workplace.ts'

it('applies a file whose sync runs before receive has noted that it is queued', async () => {
  const work = await openWorkplace()
  const folder = integrationId.slice('sftp:'.length)
  const csv = new TextEncoder().encode(employeesCsv(['1,Ada,,B,Bern,Research,']))
  const { key, versionId, etag, size } = await work.landing.put(`${folder}/employees.csv`, csv)
  const syncQueue = { send: async ({ body }: { body: string }) => void (await work.run(JSON.parse(body))) }
  const landed = { bucket: 'landing', key, versionId, etag, size, eventTime: work.now(), sequencer: '1' }
  await receiveObject({ ...work.receivePorts, syncQueue }, landed)
  expect([...(await work.stored()).keys()]).toContain('hris_employees 1')
})
