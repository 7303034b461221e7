import { type ChunksChore, keyOfChore } from '#core/control/chore.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { removeObject } from '../../rights/remove-objects.ts'
import { abandonSync } from '../abandon.ts'
import type { SyncPorts } from '../ports.ts'
import type { ChunksAwaited } from './chunks-awaited.ts'
import { countTold } from './work-chunk.ts'

/** Who tells the last piece has the sync run again; should that fail, it runs again after this. */
const lookAgainMs = 10 * 60_000
/** A piece that was not told in this time never will be: its message is among the dead letters. */
const patienceMs = 2 * 60 * 60_000

/** Removes pieces of files that are done with. */
export const removeChunks = async ({ archive }: Pick<SyncPorts, 'archive'>, folder: string): Promise<void> => {
  for await (const { key } of archive.list(folder)) await removeObject(archive, key)
}

/** Ends a run that waits for pieces of a file; has the sync fail when it has waited too long. */
export const awaitChunks = async (
  ports: SyncPorts,
  message: SyncMessage,
  { folder, pieces }: ChunksAwaited,
): Promise<void> => {
  const { integrationId, syncId, reason } = message
  const now = ports.now()
  const { untold: left } = await countTold(ports, folder)
  if (left.some(({ modifiedAt }) => modifiedAt + patienceMs < now)) {
    ports.log('CHUNKS_GIVEN_UP', { integrationId, syncId, pieces: left.length })
    await removeChunks(ports, folder)
    return abandonSync(ports, message)
  }
  const chore: ChunksChore = { kind: 'chunks', integrationId, syncId, reason, dueAt: now + lookAgainMs }
  await ports.control.create(keyOfChore(chore), chore)
  ports.log('CHUNKS_AWAITED', { integrationId, syncId, pieces })
}
