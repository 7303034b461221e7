import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type Chore, keyOfChore } from '#core/control/chore.ts'
import { SyncMessageSchema, WorkMessageSchema } from '#core/deployment/queues.ts'
import { LandingMessageSchema, landedObjects } from '#core/files/landing.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { receiveObject } from '../../lambdas/receive/receive.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const folder = integrationId.slice('sftp:'.length)
const minute = 60_000

const openHouse = async () => {
  const work = await openWorkplace()
  const requeued: QueueMessage[] = []
  const landingQueue = { send: async (message: QueueMessage) => void requeued.push(message) }
  const tidy = createHousekeeping({ ...work, landingQueue, log: () => undefined })
  const names = async () =>
    (await Array.fromAsync(work.landing.list(`${folder}/`))).map(({ key }) => key.slice(folder.length + 1))
  return { work, tidy, names, requeued }
}

const put = async ({ landing }: Workplace, name: string, text = 'x') =>
  landing.put(`${folder}/${name}`, new TextEncoder().encode(text))

describe('housekeeping', () => {
  it('leaves a received file where its sender can look at it for ten minutes, then takes it away', async () => {
    const { work, tidy, names } = await openHouse()
    await work.deliver('employees.csv', 'x')
    work.pass(9 * minute)
    await tidy()
    expect(await names()).toEqual(['employees.csv'])
    work.pass(2 * minute)
    await tidy()
    expect(await names()).toEqual([])
  })

  it('takes away the version that was received, not one that came later under the same name', async () => {
    const { work, tidy, names } = await openHouse()
    await work.deliver('employees.csv', 'yesterday')
    const today = await put(work, 'employees.csv', 'today')
    work.pass(11 * minute)
    await tidy()
    expect(await names()).toEqual(['employees.csv'])
    expect(await work.landing.head({ key: today.key })).toMatchObject({ versionId: today.versionId })
  })

  it('gives a temporary file a day to be renamed', async () => {
    const { work, tidy, names } = await openHouse()
    const { key, versionId, etag, size } = await put(work, 'employees.csv.filepart')
    await receiveObject(work.receivePorts, {
      bucket: 'landing',
      key,
      versionId,
      etag,
      size,
      eventTime: work.now(),
      sequencer: '1',
    })
    work.pass(23 * 60 * minute)
    await tidy()
    expect(await names()).toEqual(['employees.csv.filepart'])
    work.pass(2 * 60 * minute)
    await tidy()
    expect(await names()).toEqual([])
  })

  it('hands a file that is stuck for fifteen minutes to receive again, and never takes it away before', async () => {
    const { work, tidy, names, requeued } = await openHouse()
    const { key, versionId, etag, size } = await put(work, 'employees.csv')
    const landed = { bucket: 'landing', key, versionId, etag, size, eventTime: work.now(), sequencer: '1' }
    const broken = { ...work.receivePorts, syncQueue: { send: () => Promise.reject(new Error('down')) } }
    await expect(receiveObject(broken, landed)).rejects.toThrow('down')
    work.pass(16 * minute)
    await tidy()
    expect(await names()).toEqual(['employees.csv'])
    const [message] = requeued
    const [again] = landedObjects(v.parse(LandingMessageSchema, JSON.parse(message?.body ?? '')))
    expect(again).toEqual(landed)
    await receiveObject(work.receivePorts, landed)
    await tidy()
    expect(await names()).toEqual([])
  })

  it('queues a sync on the day on which records change by themselves, once, and not before', async () => {
    const { work, tidy } = await openHouse()
    const csv = employeesCsv(['1,Ada,,B,Bern,Research,2026-01-03'])
    await work.run(await work.deliver('employees.csv', csv))
    work.sent.length = 0
    work.pass(24 * 60 * minute)
    await tidy()
    expect(work.sent).toEqual([])
    work.pass(24 * 60 * minute)
    await tidy()
    await tidy()
    expect(work.sent).toHaveLength(1)
    const message = v.parse(SyncMessageSchema, JSON.parse(work.sent[0]?.body ?? ''))
    expect(message.reason).toBe('due')
    await work.run(message)
    const ada = (await work.stored()).get('hris_employees 1')
    expect(JSON.parse(ada?.body ?? '')).toMatchObject({ employment_status: 'ACTIVE' })
  })

  it('queues no sync for a day that another sync has seen to', async () => {
    const { work, tidy } = await openHouse()
    await work.run(await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,2026-01-03'])))
    work.pass(48 * 60 * minute)
    await work.run(await work.deliver('employees.csv', employeesCsv(['1,Adele,,B,Bern,Research,2026-01-03'])))
    work.sent.length = 0
    await tidy()
    expect(work.sent).toEqual([])
  })

  it('queues the upkeep of records in the group of their integration once its time has come', async () => {
    const { work, tidy } = await openHouse()
    const chore: Chore = { kind: 'upkeep', integrationId, dueAt: work.now() + minute }
    await work.control.create(keyOfChore(chore), chore)
    await tidy()
    expect(work.sent).toEqual([])
    work.pass(minute)
    await tidy()
    await tidy()
    expect(work.sent).toMatchObject([{ groupId: integrationId }])
    expect(v.parse(WorkMessageSchema, JSON.parse(work.sent[0]?.body ?? ''))).toEqual({ kind: 'upkeep', integrationId })
  })
  it('queues a sync that verifies the records once its time has come', async () => {
    const { work, tidy } = await openHouse()
    const chore: Chore = { kind: 'verify', integrationId, dueAt: work.now() + minute }
    await work.control.create(keyOfChore(chore), chore)
    await tidy()
    expect(work.sent).toEqual([])
    work.pass(minute)
    await tidy()
    await tidy()
    expect(work.sent).toHaveLength(1)
    expect(v.parse(SyncMessageSchema, JSON.parse(work.sent[0]?.body ?? '')).reason).toBe('verify')
  })
  it('queues a sync once no file of a set has come for some time', async () => {
    const { work, tidy } = await openHouse()
    const chore: Chore = { kind: 'quiet', integrationId, dueAt: work.now() + minute }
    await work.control.create(keyOfChore(chore), chore)
    await tidy()
    expect(work.sent).toEqual([])
    work.pass(minute)
    await tidy()
    await tidy()
    expect(work.sent).toHaveLength(1)
    expect(v.parse(SyncMessageSchema, JSON.parse(work.sent[0]?.body ?? '')).reason).toBe('file')
  })
})
