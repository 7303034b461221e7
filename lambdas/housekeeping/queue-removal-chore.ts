import { type Chore, keyOfChore, type RemovalChore } from '#core/control/chore.ts'
import { queueRemoval } from '#core/control/queue-removal.ts'
import { readReceipt } from '#core/control/receipt.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'

type Ports = { readonly control: ControlStore; readonly syncQueue: QueueSender; readonly now: Clock }

const againMs = 60 * 60_000

/** Queues what a receipt promises, and looks after it every hour until it is done: a message may be given up, the promise not. */
export const queueRemovalChore = async ({ control, syncQueue, now }: Ports, chore: RemovalChore): Promise<void> => {
  const receipt = await readReceipt(control, chore.receiptId)
  if (!receipt || receipt.state === 'DONE') return
  await queueRemoval(syncQueue, receipt, now())
  const next: Chore = { ...chore, dueAt: now() + againMs }
  await control.create(keyOfChore(next), next)
}
