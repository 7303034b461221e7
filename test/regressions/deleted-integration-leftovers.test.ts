import { expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { chorePartition, integrationKey } from '#core/control/keys.ts'
import type { LandedObject } from '#core/files/landing.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { receiveObject } from '../../lambdas/receive/receive.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const folder = integrationId.slice('sftp:'.length)

const openHouse = async () => {
  const work = await openWorkplace()
  const requeued: QueueMessage[] = []
  const landingQueue = { send: async (message: QueueMessage) => void requeued.push(message) }
  const objects = async () => Array.fromAsync(work.landing.list(`${folder}/`))
  return { work, requeued, objects, tidy: createHousekeeping({ ...work, landingQueue, log: () => undefined }) }
}

const land = async ({ landing, now }: Workplace): Promise<LandedObject> => {
  const { key, versionId, etag, size } = await landing.put(`${folder}/employees.csv`, new TextEncoder().encode('x'))
  return { bucket: 'landing', key, versionId, etag, size, eventTime: now(), sequencer: '1' }
}

const markDeleting = ({ control }: Workplace) =>
  updateDocument(
    control,
    integrationKey(integrationId),
    IntegrationSchema,
    (each): Integration => ({ ...each, status: 'DELETING' }),
  )

it('a file that arrives while its integration is being deleted does not stay in the landing bucket', async () => {
  const { work, tidy, objects } = await openHouse()
  await markDeleting(work)
  await receiveObject(work.receivePorts, await land(work))
  work.pass(11 * 60_000)
  await tidy()
  expect(await objects()).toEqual([])
})

it('a file that was stuck when its integration was deleted goes too, and is not handed to receive for ever', async () => {
  const { work, tidy, objects, requeued } = await openHouse()
  const broken = { ...work.receivePorts, syncQueue: { send: () => Promise.reject(new Error('down')) } }
  await expect(receiveObject(broken, await land(work))).rejects.toThrow('down')
  await markDeleting(work)
  work.pass(16 * 60_000)
  await tidy()
  expect(await objects()).toEqual([])
  expect(requeued).toEqual([])
  expect((await work.control.query({ pk: chorePartition })).documents).toEqual([])
})

it('one chore that cannot be done holds up no other', async () => {
  const { work, objects } = await openHouse()
  await work.deliver('absences.csv', 'x')
  work.pass(1)
  await work.deliver('employees.csv', 'x')
  work.pass(11 * 60_000)
  const removeVersion = async (key: string, versionId: string) => {
    if (key.endsWith('absences.csv')) throw new Error('refused')
    await work.landing.removeVersion(key, versionId)
  }
  const landingQueue = { send: async () => undefined }
  const tidy = createHousekeeping({ ...work, landing: { removeVersion }, landingQueue, log: () => undefined })
  await tidy()
  expect((await objects()).map(({ key }) => key)).toEqual([`${folder}/absences.csv`])
})
