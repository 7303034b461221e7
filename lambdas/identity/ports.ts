import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { System } from '#core/ports/system.ts'

/** What looking at links between people, and changing them, needs of the world. */
export type IdentityPorts = {
  readonly control: ControlStore
  readonly records: Pick<RecordStore, 'get'>
  readonly syncQueue: QueueSender
  readonly system: System
}
