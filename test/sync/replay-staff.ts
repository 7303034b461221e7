import { listDocuments, readDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { filePartition, integrationKey, syncKey } from '#core/control/keys.ts'
import { SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import type { ReplayPorts } from '../../lambdas/replay/ports.ts'
import { replayFile } from '../../lambdas/replay/replay-file.ts'
import { undoable, undoSync } from '../../lambdas/replay/undo-sync.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { integrationId, type Workplace } from './workplace.ts'

export const replayPorts = (work: Workplace): ReplayPorts => ({
  ...work.ports,
  decode: decodeWithoutKeys,
  system: { ...systemOf('test'), clock: work.now },
})

export const connected = async ({ control }: Workplace) => {
  const integration = await readDocument(control, integrationKey(integrationId), IntegrationSchema)
  if (!integration) throw new Error('the integration is gone')
  return integration
}

/** All files of the customer, in the order in which they came. */
export const filesOf = ({ control }: Workplace): Promise<readonly ExportFile[]> =>
  Array.fromAsync(listDocuments(control, filePartition(integrationId), ExportFileSchema))

export const statesOf = async (work: Workplace): Promise<readonly ExportFile['state'][]> =>
  (await filesOf(work)).map(({ state }) => state)

const messageOf = (syncId: string, reason: SyncMessage['reason']): SyncMessage => ({
  kind: 'sync',
  integrationId,
  syncId,
  reason,
})

/** Has the file of this number applied again; answers the message of the sync. */
export const replay = async (work: Workplace, number: number): Promise<SyncMessage> => {
  const file = (await filesOf(work))[number]
  const made = await replayFile(replayPorts(work), await connected(work), file?.id ?? '')
  if (made.kind === 'refused') throw new Error(made.why)
  return messageOf(made.syncId, 'replay')
}

export const syncOf = async ({ control }: Workplace, id: string) => {
  const sync = await readDocument(control, syncKey(integrationId, id), SyncSchema)
  if (!sync) throw new Error('no such sync')
  return sync
}

/** What undoing a sync would come to. */
export const lookBack = async (work: Workplace, id: string) =>
  undoable(replayPorts(work), await connected(work), await syncOf(work, id))

/** Has a sync undone, with as many removals as it takes; answers the message of the sync that does it. */
export const undo = async (work: Workplace, id: string): Promise<SyncMessage> => {
  const found = await lookBack(work, id)
  if (found.kind === 'refused') throw new Error(found.why)
  const made = await undoSync(replayPorts(work), await connected(work), await syncOf(work, id), found.removals)
  if (made.kind !== 'queued') throw new Error(made.kind)
  return messageOf(made.syncId, 'rollback')
}
