import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { System } from '#core/ports/system.ts'
import type { Decode } from '../decode/decode.ts'

/** What looking at files and mappings needs of the world. */
export type MappingPorts = {
  readonly control: ControlStore
  readonly archive: Pick<FileStore, 'open'>
  /** Takes archived files out of what they are packed and encrypted in. */
  readonly decode: Decode
  readonly syncQueue: QueueSender
  readonly webhookQueue: QueueSender
  readonly system: System
}
