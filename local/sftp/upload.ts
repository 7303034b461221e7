import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { FileStore, StoredFile } from '#core/ports/file-store.ts'

/**
 * How far ahead of its turn a write may come, in bytes. Clients that write from several threads (rclone, for one)
 * send neighbouring chunks in any order; whatever is further away is random access.
 */
const reorderWindow = 4 * 1024 * 1024

type WriteOutcome = 'written' | 'random-access'

/** A file being received: sequential, spooled straight into the store, visible only once finished. */
export type UploadHandle = {
  readonly kind: 'upload'
  /** Bytes in sequence so far. */
  size(): number
  /** Resolves when the store keeps up: this is what slows a fast client down. Throws what the store throws. */
  write(offset: number, data: Uint8Array): Promise<WriteOutcome>
  /** A write was refused. */
  isRefused(): boolean
  /** Something that came early still waits for what belongs before it. */
  hasGap(): boolean
  /** Stores what came in sequence. */
  finish(): Promise<StoredFile>
}

export const startUpload = (files: FileStore, key: string): UploadHandle => {
  const spool = new PassThrough({ highWaterMark: 1024 * 1024 })
  const stored = files.put(key, spool)
  // Whoever writes next, or finishes, hears of a failure; until then it must not count as unhandled.
  stored.catch(() => spool.destroy())

  const early = new Map<number, Uint8Array>()
  let position = 0
  let refused = false

  const append = async (data: Uint8Array): Promise<void> => {
    position += data.length
    if (spool.destroyed) await stored
    else if (!spool.write(data)) await Promise.race([once(spool, 'drain'), stored])
  }

  const write = async (offset: number, data: Uint8Array): Promise<WriteOutcome> => {
    const fits = offset >= position && offset + data.length <= position + reorderWindow && !early.has(offset)
    refused ||= !fits
    if (refused) return 'random-access'
    early.set(offset, data)
    for (let next = early.get(position); next !== undefined; next = early.get(position)) {
      early.delete(position)
      await append(next)
    }
    return 'written'
  }

  const finish = (): Promise<StoredFile> => {
    spool.end()
    return stored
  }

  return {
    kind: 'upload',
    size: () => position,
    write,
    isRefused: () => refused,
    hasGap: () => early.size > 0,
    finish,
  }
}
