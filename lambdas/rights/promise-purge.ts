import { type Chore, keyOfChore } from '#core/control/chore.ts'
import { receiptKey } from '#core/control/keys.ts'
import { newReceipt } from '#core/control/receipt.ts'
import { purgeAfterMs } from '#core/control/retention.ts'
import { syncIdOfChore } from '#core/ids/base58.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

/** Has a deleted integration purged in two weeks; until then somebody could still find out what it was. Safe to repeat. */
export const promisePurge = async (
  control: Pick<ControlStore, 'create'>,
  integrationId: string,
  sftpUser: string,
  deletedAt: number,
): Promise<void> => {
  const receipt = newReceipt({
    id: syncIdOfChore(deletedAt, sftpUser),
    kind: 'purge',
    integrationId,
    requestedAt: deletedAt,
  })
  await control.create(receiptKey(receipt.id), receipt)
  const chore: Chore = { kind: 'removal', integrationId, receiptId: receipt.id, dueAt: deletedAt + purgeAfterMs }
  await control.create(keyOfChore(chore), chore)
}
