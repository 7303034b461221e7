import type { ChunkMessage, SyncMessage } from '#core/deployment/queues.ts'
import type { StoredFile } from '#core/ports/file-store.ts'
import { removeObject } from '../../rights/remove-objects.ts'
import { readWhole } from '../plan-file.ts'
import type { SyncPorts } from '../ports.ts'
import { rowsSuffix, toldSuffix } from './fan-out.ts'
import { tellChunk } from './tell-chunk.ts'

type TellPorts = Pick<SyncPorts, 'archive' | 'keyedHash' | 'contentHash'>

/** Tells the rows of the piece that lies at `key`, once. Answers whether it is still there: without it nobody waits for it. */
export const tellStored = async (ports: TellPorts, key: string): Promise<boolean> => {
  const { archive } = ports
  const toldKey = key.replace(rowsSuffix, toldSuffix)
  if (await archive.head({ key: toldKey })) return true
  const rows = await readWhole(archive, { key })
  if (!rows) return false
  await archive.put(toldKey, await tellChunk(ports, rows))
  if (await archive.head({ key })) return true
  // Somebody was erased, or the customer is gone: nothing of them comes into being again.
  await removeObject(archive, toldKey)
  return false
}

/** The pieces in a folder of which nothing is told yet, and of how many it is. */
export const countTold = async (
  { archive }: Pick<SyncPorts, 'archive'>,
  folder: string,
): Promise<{ readonly untold: readonly StoredFile[]; readonly told: number }> => {
  const rows: StoredFile[] = []
  const told = new Set<string>()
  for await (const file of archive.list(folder))
    if (file.key.endsWith(toldSuffix)) told.add(file.key.replace(toldSuffix, rowsSuffix))
    else rows.push(file)
  return { untold: rows.filter(({ key }) => !told.has(key)), told: told.size }
}

/**
 * Handles the message of a piece; whoever tells the last one has the sync run again that waits for them, and so does who finds that another
 * one is done with them. Safe to repeat at any point.
 */
export const createChunkWork =
  (ports: TellPorts & Pick<SyncPorts, 'syncQueue' | 'log'>, tell = (key: string) => tellStored(ports, key)) =>
  async ({ key, ...waiting }: ChunkMessage): Promise<void> => {
    const { integrationId, syncId } = waiting
    const folder = key.slice(0, key.lastIndexOf('/') + 1)
    const isThere = await tell(key)
    const { untold, told } = await countTold(ports, folder)
    if (isThere) ports.log('CHUNK_TOLD', { integrationId, syncId })
    if (isThere && untold.length > 0) return
    const message: SyncMessage = { ...waiting, kind: 'sync' }
    const set = folder.split('/').at(-2) ?? ''
    await ports.syncQueue.send({
      body: JSON.stringify(message),
      groupId: integrationId,
      // Whoever finds all of them told says so once.
      deduplicationId: `${set}-${isThere ? told : 'gone'}-${syncId}`,
    })
  }
