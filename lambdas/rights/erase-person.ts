import { updateDocument } from '#core/control/documents.ts'
import { type Erasure, ErasureSchema, erasureSteps, readErasure } from '#core/control/erasure.ts'
import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { erasureKey } from '#core/control/keys.ts'
import { queueRemoval } from '#core/control/queue-removal.ts'
import { sendSync } from '#core/control/queue-sync.ts'
import { updateReceipt } from '#core/control/receipt.ts'
import { newSync } from '#core/control/sync.ts'
import type { RemovalMessage } from '#core/deployment/queues.ts'
import { syncIdOfChore } from '#core/ids/base58.ts'
import { recordId } from '#core/ids/record-id.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import { noTraces, tracesIn, withTraces } from '#core/rights/person.ts'
import { deliverEvents } from '../sync/events.ts'
import type { SyncPorts } from '../sync/ports.ts'
import { openSession } from '../sync/state-session.ts'
import { stopWorkAt } from '../sync/stop-work.ts'
import { eraseFromFiles } from './erase-files.ts'
import { eraseFromManifests } from './erase-manifests.ts'
import { eraseRecords, spacesOf } from './erase-records.ts'
import { finishReceipt } from './finish-receipt.ts'
import type { Progress, Removing } from './ports.ts'
import { removeUnnamed } from './remove-objects.ts'
import type { Sought } from './rewrite-file.ts'
import { unquoteReports } from './unquote-reports.ts'

/** By what the person is found in files: what is stored of them, while it is. */
const soughtIn = async ({ ports, session, integrationId }: Removing, erasure: Erasure): Promise<Sought> => {
  const people = new Set(erasure.people)
  const isPerson = (remoteId: string): boolean =>
    people.has(recordId(ports.keyedHash, integrationId, 'hris_employees', remoteId))
  let traces = withTraces(noTraces, { ids: erasure.remoteIds })
  for (const space of spacesOf(session.state(), integrationId, 'hris_employees'))
    for (const record of await ports.records.get(space, erasure.people))
      traces = withTraces(traces, {
        ...tracesIn(storedBody(record)),
        ids: record.remoteId === null ? [] : [record.remoteId],
      })
  return { isPerson, traces }
}

const perform = async (removing: Removing, integration: Integration, erasure: Erasure): Promise<Progress> => {
  const { people, at } = erasure
  switch (erasure.step) {
    case 'files':
      return eraseFromFiles(removing, integration, await soughtIn(removing, erasure), at)
    case 'records':
      return eraseRecords(removing, people)
    case 'manifests':
      return eraseFromManifests(removing, people)
    case 'reports':
      return unquoteReports(removing, erasure, at)
    case 'objects':
      return removeUnnamed(removing)
  }
}

const noteStep = async (ports: SyncPorts, erasure: Erasure): Promise<void> => {
  const { integrationId, receiptId, step } = erasure
  await updateReceipt(ports.control, receiptId, (receipt) => ({
    ...receipt,
    state: 'RUNNING',
    step,
    startedAt: receipt.startedAt ?? ports.now(),
  }))
  await updateDocument(ports.control, erasureKey(integrationId, receiptId), ErasureSchema, () => erasure)
}

const eraseStepByStep = async (
  removing: Removing,
  integration: Integration,
  begun: Erasure,
): Promise<'done' | 'put-off'> => {
  const { ports, stopAt } = removing
  let erasure = begun
  for (const step of erasureSteps.slice(erasureSteps.indexOf(begun.step))) {
    erasure = step === erasure.step ? erasure : { ...erasure, step, at: null }
    await noteStep(ports, erasure)
    const progress = await perform(removing, integration, erasure)
    if (progress !== 'done') {
      await noteStep(ports, { ...erasure, at: progress.at })
      return 'put-off'
    }
    if (ports.now() >= stopAt && step !== erasureSteps.at(-1)) {
      await noteStep(ports, { ...erasure, step: erasureSteps[erasureSteps.indexOf(step) + 1] ?? step, at: null })
      return 'put-off'
    }
  }
  // With it goes the last thing that tells whom it was about.
  await ports.control.remove(erasureKey(erasure.integrationId, erasure.receiptId))
  return 'done'
}

/** What a given up plan may have written is settled by a sync, whether a file comes or not. */
const settleUnknown = async ({ control, syncQueue, now }: SyncPorts, { id, sftpUser }: Integration): Promise<void> => {
  const queuedAt = now()
  const sync = newSync({ id: syncIdOfChore(queuedAt, sftpUser), integrationId: id, reason: 'file', queuedAt })
  await sendSync({ control, syncQueue }, sync)
}

/**
 * Handles the erasure of one person. Each step may be repeated, and each leaves what the next one needs; out of time, it queues itself again.
 * `deadline` (epoch ms) is when the invocation is cut off.
 */
export const createErasure =
  (ports: SyncPorts) =>
  async (message: RemovalMessage, deadline: number): Promise<void> => {
    const { integrationId, receiptId } = message
    const erasure = await readErasure(ports.control, integrationId, receiptId)
    const integration = await readIntegration(ports.control, integrationId)
    if (!erasure) return finishReceipt(ports, message, 'PERSON_ERASED')
    // It is deleted: its purge takes everybody's data.
    if (!integration) return
    const session = await openSession(ports, integrationId, `${receiptId}-${ports.now()}`, deadline)
    try {
      await deliverEvents(ports, integrationId, session)
      const removing = { ports, session, integrationId, receiptId, stopAt: stopWorkAt(deadline) }
      const end = await eraseStepByStep(removing, integration, erasure)
      if (end === 'done') {
        if (session.state().pending) await settleUnknown(ports, integration)
        await finishReceipt(ports, message, 'PERSON_ERASED')
      } else await queueRemoval(ports.syncQueue, { kind: 'erasure', integrationId, id: receiptId }, ports.now())
    } finally {
      await session.release()
    }
  }
