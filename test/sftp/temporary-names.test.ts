import Client from 'ssh2-sftp-client'
import { afterAll, expect, it } from 'vitest'
import { queryDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { filePartition, integrationKey } from '#core/control/keys.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { receiveObject } from '../../lambdas/receive/receive.ts'
import { integration, openWorkplace } from '../sync/workplace.ts'
import { promptSocket, startUnderTest } from './sftp-under-test.ts'

const integrationId = 'sftp:alice'
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const work = await openWorkplace()
await work.control.create(integrationKey(integrationId), { ...integration, id: integrationId, sftpUser: 'alice' })
const running = await startUnderTest({ files: work.landing })
const alice = new Client()
await alice.connect({ sock: promptSocket(running.port), username: 'alice', privateKey: running.keys.alice.privateKey })
afterAll(async () => {
  await alice.end()
  await running.server.close()
})

const keepHouse = () =>
  createHousekeeping({ ...work, landingQueue: { send: async () => undefined }, log: () => undefined })()

/** Uploads under a temporary name and renames, as a client does once a day; then everything is received, and cleared away. */
const spendDay = async (temporary: string, content: string) => {
  const seen = running.heard.all('objectCreated').length
  await alice.put(Buffer.from(content), temporary)
  await alice.rename(temporary, 'employees.csv')
  for (const { key, versionId, etag, size } of running.heard.all('objectCreated').slice(seen)) {
    work.pass(1_000)
    const at = { eventTime: work.now(), sequencer: String(work.now()) }
    await receiveObject(work.receivePorts, { bucket: 'landing', key, versionId, etag, size, ...at })
  }
  work.pass(11 * minuteMs)
  await keepHouse()
  work.pass(dayMs)
}

it.each([
  { client: 'WinSCP', temporary: 'employees.csv.filepart' },
  { client: 'lftp', temporary: '.in.employees.csv' },
])('clients that rename when they are done work every day: $client', async ({ temporary }) => {
  const before = (await queryDocuments(work.control, filePartition(integrationId), ExportFileSchema)).values.length
  for (const day of ['first', 'second', 'third']) await spendDay(temporary, `id,name\n1,${day}`)
  const { values } = await queryDocuments(work.control, filePartition(integrationId), ExportFileSchema)
  expect(values.slice(before).map(({ name, state }) => [name, state])).toEqual(
    ['first', 'second', 'third'].flatMap(() => [
      [temporary, 'IGNORED'],
      ['employees.csv', 'QUEUED'],
    ]),
  )
  await keepHouse()
  expect(await alice.list('/')).toEqual([])
})
