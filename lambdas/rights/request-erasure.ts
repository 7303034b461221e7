import { type Chore, keyOfChore } from '#core/control/chore.ts'
import type { Erasure } from '#core/control/erasure.ts'
import { erasureKey, receiptKey } from '#core/control/keys.ts'
import { queueRemoval } from '#core/control/queue-removal.ts'
import { newReceipt, type Receipt } from '#core/control/receipt.ts'
import { suppress } from '#core/control/suppression.ts'
import { timeId } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { System } from '#core/ports/system.ts'
import { contentHash } from '../runtime/system.ts'
import type { Person } from './find-person.ts'

type Ports = {
  readonly control: ControlStore
  readonly syncQueue: QueueSender
  readonly system: System
}

/** When somebody looks whether it is done. */
const againMs = 60 * 60_000

/**
 * Promises to erase a person: from here on no sync stores anything of them, whatever becomes of the message. The erasure itself waits its
 * turn behind what is queued for the integration.
 */
export const requestErasure = async (
  { control, syncQueue, system }: Ports,
  integrationId: string,
  { ids, remoteIds }: Person,
): Promise<Receipt> => {
  const at = system.clock()
  const receipt = newReceipt({ id: timeId(at, system.random), kind: 'erasure', integrationId, requestedAt: at })
  const { id: receiptId } = receipt
  for (const recordId of ids) await suppress(control, contentHash, { integrationId, recordId, at })
  const erasure: Erasure = {
    receiptId,
    integrationId,
    people: [...ids],
    remoteIds: [...remoteIds],
    step: 'files',
    at: null,
  }
  await control.create(erasureKey(integrationId, receiptId), erasure)
  await control.create(receiptKey(receiptId), receipt)
  const chore: Chore = { kind: 'removal', integrationId, receiptId, dueAt: at + againMs }
  await control.create(keyOfChore(chore), chore)
  await queueRemoval(syncQueue, receipt, at)
  return receipt
}
