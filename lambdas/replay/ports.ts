import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { System } from '#core/ports/system.ts'
import type { Decode } from '../decode/decode.ts'

/** What replaying a file, and undoing a sync, needs of the world; of records it only reads. */
export type ReplayPorts = {
  readonly control: ControlStore
  readonly archive: Pick<FileStore, 'open'>
  readonly decode: Decode
  readonly records: Pick<RecordStore, 'get'>
  readonly syncQueue: QueueSender
  readonly system: System
}
