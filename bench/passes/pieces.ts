import type { SyncMessage } from '#core/deployment/queues.ts'
import { ChunksAwaited } from '../../lambdas/sync/chunks/chunks-awaited.ts'
import { fanOut } from '../../lambdas/sync/chunks/fan-out.ts'
import { chunkLimits } from '../../lambdas/sync/chunks/limits.ts'
import { countTold, tellStored } from '../../lambdas/sync/chunks/work-chunk.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import type { Outcome } from './outcome.ts'
import { hashes, type SyncPass, sync } from './sync.ts'

const message: SyncMessage = { kind: 'sync', integrationId: 'sftp:bench', syncId: 'sync', reason: 'file' }

/** Every file is large here. */
const cutter = (archive: string) => {
  const ports = { ...hashes, archive: diskFileStore(archive, 'archive'), syncQueue: nowhere }
  return fanOut(ports, message, { ...chunkLimits, large: 0, here: 1 })
}
const nowhere = { send: async () => undefined, changeVisibility: async () => undefined }

/** What the first run of a sync does: cuts the file. */
export const cutPieces = async (pass: SyncPass): Promise<Outcome> => {
  try {
    await sync({ ...pass, fanOut: cutter(pass.archive) })
  } catch (error) {
    if (error instanceof ChunksAwaited) return { rows: 0, digest: null, pieces: error.pieces }
    throw error
  }
  return { rows: 0, digest: null, pieces: 0 }
}

/** What others do meanwhile, one piece after another. */
export const tellPieces = async ({ archive }: SyncPass): Promise<Outcome> => {
  const ports = { ...hashes, archive: diskFileStore(archive, 'archive') }
  const { untold: found } = await countTold(ports, 'chunks/')
  for (const { key } of found) await tellStored(ports, key)
  return { rows: 0, digest: null, pieces: found.length }
}

/** What the last run does: takes what was told, and compares. */
export const mergePieces = (pass: SyncPass): Promise<Outcome> => sync({ ...pass, fanOut: cutter(pass.archive) })
