import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { System } from '#core/ports/system.ts'

/** What looking at held removals, and deciding about them, needs of the world. */
export type HeldPorts = {
  readonly control: ControlStore
  readonly archive: Pick<FileStore, 'open'>
  readonly records: Pick<RecordStore, 'get'>
  readonly syncQueue: QueueSender
  readonly system: System
}
