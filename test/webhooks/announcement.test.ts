import { expect, it } from 'vitest'
import type { Integration } from '#core/control/integration.ts'
import { fileKey, integrationKey, stateKey } from '#core/control/keys.ts'
import { emptyState } from '#core/control/state.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { announceState } from '#core/webhooks/announcement.ts'
import { committed, exportFile } from '../api/api-under-test.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const id = 'sftp:111111111111111111111111'

const integration: Integration = {
  id,
  tool: 'sftp',
  category: 'HRIS',
  status: 'ACTIVE',
  endUser: { organizationName: 'Acme', creatorEmail: null, originId: 'acme-1' },
  scopeConfigId: null,
  sftpUser: '1'.repeat(24),
  publicKeys: [],
  language: 'en',
  enableFiltering: false,
  enableFieldMapping: false,
  mappings: {},
  createdAt: 0,
  deletedAt: null,
}

/** An integration whose states the test moves, and what was told of them. */
const underTest = async () => {
  const control = memoryControlStore()
  const sent: QueueMessage[] = []
  const webhookQueue = { send: async (message: QueueMessage) => void sent.push(message) }
  await control.create(integrationKey(id), integration)
  const change = async (parts: Partial<Integration>) => {
    const document = await control.get(integrationKey(id))
    await control.replace(integrationKey(id), { ...Object(document?.value), ...parts }, document?.revision ?? 0)
  }
  const told = () =>
    sent.map(({ body }) => {
      const { event } = JSON.parse(body)
      return `${event.state} ${event.setupStatus} ${event.qaStatus}`
    })
  const file = exportFile(id)
  return {
    control,
    sent,
    webhookQueue,
    told,
    announce: (ports = { control, webhookQueue }) => announceState(ports, id, 1),
    change,
    fileArrives: () => control.create(fileKey(file), file),
    syncSucceeds: () => control.create(stateKey(id), { ...emptyState, datasets: { employees: committed } }),
  }
}

it('tells each step from the first file to the first sync, once', async () => {
  const { announce, told, fileArrives, change, syncSucceeds } = await underTest()
  await announce()
  expect(told()).toEqual([])
  await fileArrives()
  await announce()
  await announce()
  await change({ mappings: { employees: { approved: 1, latest: 1 } } })
  await announce()
  await syncSucceeds()
  await announce()
  await announce()
  expect(told()).toEqual(['ACTIVE INCOMPLETE FAILED', 'ACTIVE FINAL_SYNC_PENDING PASSED', 'ACTIVE COMPLETED PASSED'])
})

it('tells when an integration is turned off and on again, each time as an event of its own', async () => {
  const { announce, told, change, sent } = await underTest()
  for (const status of ['INACTIVE', 'ACTIVE', 'INACTIVE'] as const) {
    await change({ status })
    await announce()
  }
  expect(told().map((text) => text.split(' ')[0])).toEqual(['INACTIVE', 'ACTIVE', 'INACTIVE'])
  expect(new Set(sent.map(({ deduplicationId }) => deduplicationId)).size).toBe(3)
})

it('tells what a caller that died had decided, before anything that came later', async () => {
  const { announce, told, change, control, webhookQueue } = await underTest()
  await change({ status: 'INACTIVE' })
  const dead = { control, webhookQueue: { send: () => Promise.reject(new Error('killed')) } }
  await expect(announce(dead)).rejects.toThrow('killed')
  await change({ status: 'ACTIVE' })
  await announce({ control, webhookQueue })
  expect(told().map((text) => text.split(' ')[0])).toEqual(['INACTIVE', 'ACTIVE'])
})

it('says the same thing under the same id when the one who said it died before noting so', async () => {
  const { announce, change, control, webhookQueue, sent } = await underTest()
  await change({ status: 'INACTIVE' })
  const dead = { control: { ...control, replace: () => Promise.reject(new Error('killed')) }, webhookQueue }
  await expect(announce(dead)).rejects.toThrow('killed')
  await announce()
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
})

it('of two callers at the same time tells one event', async () => {
  const { announce, change, sent } = await underTest()
  await change({ status: 'INACTIVE' })
  await Promise.all([announce(), announce(), announce()])
  expect(new Set(sent.map(({ deduplicationId }) => deduplicationId)).size).toBe(1)
})

it('tells nothing of an integration that is being deleted', async () => {
  const { announce, change, told } = await underTest()
  await change({ status: 'DELETING' })
  await announce()
  expect(told()).toEqual([])
})
