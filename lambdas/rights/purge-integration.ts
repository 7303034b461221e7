import { readContacts, removeContact } from '#core/control/contact.ts'
import { listDocuments, readDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import {
  deliveryKey,
  deliveryPartition,
  endpointPartition,
  integrationKey,
  partitionOfIntegration,
  stateKey,
} from '#core/control/keys.ts'
import { queueRemoval } from '#core/control/queue-removal.ts'
import { type Receipt, updateReceipt } from '#core/control/receipt.ts'
import type { RemovalMessage } from '#core/deployment/queues.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordPosition, RecordSpace } from '#core/ports/record-store.ts'
import { DeliverySchema } from '#core/webhooks/delivery.ts'
import { EndpointSchema } from '#core/webhooks/endpoint.ts'
import type { SyncPorts } from '../sync/ports.ts'
import { openSession } from '../sync/state-session.ts'
import { stopWorkAt } from '../sync/stop-work.ts'
import { spacesOf } from './erase-records.ts'
import { finishReceipt } from './finish-receipt.ts'
import type { Progress, Removing } from './ports.ts'
import { removeArchive } from './remove-objects.ts'

const pageSize = 1_000

const note = ({ ports, receiptId }: Removing, change: (receipt: Receipt) => Receipt) =>
  updateReceipt(ports.control, receiptId, change)

const counted = (receipt: Receipt, model: ModelId, removed: number): Receipt => ({
  ...receipt,
  records: { ...receipt.records, [model]: (receipt.records[model] ?? 0) + removed },
})

const purgeSpace = async (removing: Removing, space: RecordSpace): Promise<Progress> => {
  const { ports, session, stopAt } = removing
  let from: RecordPosition | undefined
  do {
    const { records, next } = await ports.records.list(space, from, { records: pageSize })
    const ids = records.map(({ id }) => id)
    if (ids.length > 0) {
      await ports.records.remove(space, ids, await session.extend())
      await note(removing, (receipt) => counted(receipt, space.model, ids.length))
    }
    from = next
    if (from && ports.now() >= stopAt) return { at: space.model }
  } while (from)
  return 'done'
}

const purgeRecords = async (removing: Removing): Promise<Progress> => {
  const { session, integrationId } = removing
  for (const model of modelIds)
    for (const space of spacesOf(session.state(), integrationId, model)) {
      const progress = await purgeSpace(removing, space)
      if (progress !== 'done') return progress
    }
  return 'done'
}

const purgeDeliveries = async ({ ports, session, integrationId }: Removing): Promise<number> => {
  let documents = 0
  for await (const { id } of listDocuments(ports.control, { pk: endpointPartition }, EndpointSchema))
    for await (const delivery of listDocuments(ports.control, deliveryPartition(id), DeliverySchema)) {
      if (delivery.integrationId !== integrationId) continue
      await session.extend()
      await ports.control.remove(deliveryKey(id, delivery.id))
      documents += 1
    }
  return documents
}

/** The state stays to the last: it holds the lease. */
const purgeDocuments = async (removing: Removing, integration: Integration): Promise<number> => {
  const { ports, session, integrationId } = removing
  for (const contact of await readContacts(ports.control, integration))
    await removeContact(ports.control, ports.keyedHash, contact)
  const state = stateKey(integrationId)
  let documents = 0
  for (let isLeft = true; isLeft; ) {
    const page = await ports.control.query(partitionOfIntegration(integrationId))
    const keys = page.documents.map(({ key }) => key).filter(({ sk }) => sk !== state.sk)
    for (const key of keys) {
      await session.extend()
      await ports.control.remove(key)
    }
    documents += keys.length
    isLeft = keys.length > 0
  }
  return documents
}

const purge = async (removing: Removing, integration: Integration): Promise<Progress> => {
  const { ports, integrationId } = removing
  const step = (name: string) =>
    note(removing, (receipt) => ({
      ...receipt,
      state: 'RUNNING',
      step: name,
      startedAt: receipt.startedAt ?? ports.now(),
    }))
  await step('records')
  const records = await purgeRecords(removing)
  if (records !== 'done') return records
  await step('objects')
  const objects = await removeArchive(removing)
  if (objects !== 'done') return objects
  await step('documents')
  const documents = (await purgeDeliveries(removing)) + (await purgeDocuments(removing, integration))
  await note(removing, (receipt) => ({ ...receipt, documents: receipt.documents + documents }))
  await ports.control.remove(integrationKey(integrationId))
  await ports.control.remove(stateKey(integrationId))
  return 'done'
}

/**
 * Handles the purge of an integration that was deleted: records, files, manifests, reports and documents go, then the integration itself.
 * Only its receipt stays, and what the log of the environment says. Safe to repeat at any point. `deadline` (epoch ms) is when the invocation is cut off.
 */
export const createPurge =
  (ports: SyncPorts) =>
  async (message: RemovalMessage, deadline: number): Promise<void> => {
    const { integrationId, receiptId } = message
    const integration = await readDocument(ports.control, integrationKey(integrationId), IntegrationSchema)
    if (!integration) {
      // An earlier run may have ended between the two.
      await ports.control.remove(stateKey(integrationId))
      return finishReceipt(ports, message, 'INTEGRATION_PURGED')
    }
    if (integration.status !== 'DELETING') return
    const session = await openSession(ports, integrationId, `${receiptId}-${ports.now()}`, deadline)
    const removing = { ports, session, integrationId, receiptId, stopAt: stopWorkAt(deadline) }
    try {
      if ((await purge(removing, integration)) === 'done') await finishReceipt(ports, message, 'INTEGRATION_PURGED')
      else await queueRemoval(ports.syncQueue, { kind: 'purge', integrationId, id: receiptId }, ports.now())
    } finally {
      await session.release()
    }
  }
