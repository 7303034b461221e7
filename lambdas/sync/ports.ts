import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Queue, QueueSender } from '#core/ports/queue.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { Scratch } from '#core/ports/scratch.ts'
import type { Clock, ContentHash, KeyedHash } from '#core/ports/system.ts'
import type { Decode } from '../decode/decode.ts'
import type { Log } from '../runtime/log.ts'
import type { FanOut } from './chunks/fan-out-port.ts'
import type { ChunkLimits } from './chunks/limits.ts'

/** What a sync works with. */
export type SyncPorts = {
  readonly control: ControlStore
  readonly records: RecordStore
  readonly archive: FileStore
  /** The SFTP folders, to put back what became of files; absent where there are none. */
  readonly folders?: Pick<FileStore, 'bucket' | 'put'>
  /** Takes archived files out of what they are packed and encrypted in. */
  readonly decode: Decode
  /** Where its messages come from, and where it queues itself again. */
  readonly syncQueue: Pick<Queue, 'send' | 'changeVisibility'>
  /** Where the events go that endpoints are told of. */
  readonly webhookQueue: QueueSender
  /** Opens room for what the rows of files give. A run opens it once, for all its files, and closes it. */
  readonly openScratch: () => Scratch
  readonly keyedHash: KeyedHash
  readonly contentHash: ContentHash
  readonly now: Clock
  readonly wait: (milliseconds: number) => Promise<void>
  readonly log: Log
  /** When a file is cut into pieces; a test may choose others. */
  readonly chunkLimits?: ChunkLimits
  /** Has the rows of large files told by others: set by the run of a sync, absent where somebody only looks. */
  readonly fanOut?: FanOut
  /** How many records a shard is meant to hold; a test may choose fewer. */
  readonly recordsPerShard?: number
}
