import { updateReceipt } from '#core/control/receipt.ts'
import type { RemovalMessage } from '#core/deployment/queues.ts'
import { backupsAfter } from '#core/rights/backups.ts'
import type { SyncPorts } from '../sync/ports.ts'

/** Notes that what a receipt tells of is gone, and until when backups may still have it. Safe to repeat. */
export const finishReceipt = async (
  { control, now, log }: Pick<SyncPorts, 'control' | 'now' | 'log'>,
  { integrationId, receiptId }: RemovalMessage,
  event: 'PERSON_ERASED' | 'INTEGRATION_PURGED',
): Promise<void> => {
  const endedAt = now()
  await updateReceipt(control, receiptId, (receipt) =>
    receipt.state === 'DONE'
      ? receipt
      : { ...receipt, state: 'DONE', step: null, endedAt, backups: backupsAfter(endedAt) },
  )
  log(event, { integrationId, receiptId })
}
