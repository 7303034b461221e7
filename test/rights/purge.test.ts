import { expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, partitionOfIntegration, receiptPartition } from '#core/control/keys.ts'
import type { Receipt } from '#core/control/receipt.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { promisePurge } from '../../lambdas/rights/promise-purge.ts'
import { createPurge } from '../../lambdas/rights/purge-integration.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { Killed, mortalPorts } from '../sync/mortal.ts'
import { integrationId, type Workplace } from '../sync/workplace.ts'
import { openAviary } from './canary.ts'

const dayMs = 24 * 60 * 60_000

/** What the API does when an integration is deleted. */
const markDeleted = async (work: Workplace): Promise<void> => {
  await updateDocument(
    work.control,
    integrationKey(integrationId),
    IntegrationSchema,
    (each): Integration => ({ ...each, status: 'DELETING', deletedAt: work.now() }),
  )
  await promisePurge(work.control, integrationId, integrationId.slice('sftp:'.length), work.now())
}

const tidy = (work: Workplace) => createHousekeeping({ ...work, landingQueue: work.syncQueue, log: work.ports.log })()

const purgeMessages = (work: Workplace) =>
  work.sent.map(({ body }) => JSON.parse(body)).filter(({ kind }) => kind === 'purge')

const receiptOf = async (work: Workplace): Promise<Receipt> => {
  const { documents } = await work.control.query(receiptPartition)
  return documents[0]?.value as Receipt
}

const purge = async (work: Workplace, on: SyncPorts = work.ports, lastsMs = 900_000) => {
  work.pass(1_000)
  await createPurge(on)(purgeMessages(work)[0], work.now() + lastsMs)
}

const isAllGone = async (work: Workplace) => {
  expect((await work.control.query(partitionOfIntegration(integrationId))).documents).toEqual([])
  expect(await work.control.get(integrationKey(integrationId))).toBeUndefined()
  expect(await work.stored()).toEqual(new Map())
  expect(await Array.fromAsync(work.archive.list(''))).toEqual([])
}

it('a deleted integration is purged two weeks later, and a receipt says what went', async () => {
  const work = await openAviary()
  const records = (await work.stored()).size
  await markDeleted(work)
  work.pass(13 * dayMs)
  await tidy(work)
  expect(purgeMessages(work)).toEqual([])
  expect((await work.stored()).size).toBe(records)
  work.pass(2 * dayMs)
  await tidy(work)
  await purge(work)
  await isAllGone(work)
  const receipt = await receiptOf(work)
  expect(receipt).toMatchObject({ kind: 'purge', integrationId, state: 'DONE', step: null })
  expect(Object.values(receipt.records).reduce((sum, count) => sum + count, 0)).toBe(records)
  expect(receipt.objects).toBeGreaterThan(10)
  expect(receipt.documents).toBeGreaterThan(10)
})

it('a purge that dies at each of its calls, one after another, comes to the same', { timeout: 120_000 }, async () => {
  const work = await openAviary()
  await markDeleted(work)
  work.pass(15 * dayMs)
  await tidy(work)
  let deaths = 0
  for (let fatal = 1; ; fatal += 1) {
    const end = await purge(work, mortalPorts(work.ports, fatal).ports).catch((error: unknown) => error)
    if (!(end instanceof Killed)) break
    deaths += 1
  }
  expect(deaths).toBeGreaterThan(10)
  await isAllGone(work)
  expect((await receiptOf(work)).state).toBe('DONE')
})

it('a purge whose message was given up is queued again within the hour, and not once it is done', async () => {
  const work = await openAviary()
  await markDeleted(work)
  work.pass(15 * dayMs)
  await tidy(work)
  work.pass(61 * 60_000)
  await tidy(work)
  expect(purgeMessages(work)).toHaveLength(2)
  await purge(work)
  work.pass(61 * 60_000)
  await tidy(work)
  expect(purgeMessages(work)).toHaveLength(2)
})

it('an integration that is not deleted is never purged', async () => {
  const work = await openAviary()
  const records = await work.stored()
  await createPurge(work.ports)({ kind: 'purge', integrationId, receiptId: 'any' }, work.now() + 900_000)
  expect(await work.stored()).toEqual(records)
})
