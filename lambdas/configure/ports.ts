import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { System } from '#core/ports/system.ts'
import type { Decode } from '../decode/decode.ts'

/** What it takes to say which people and fields of an integration's files are stored. */
export type ConfigurePorts = {
  readonly control: ControlStore
  readonly archive: Pick<FileStore, 'open'>
  /** Takes archived files out of what they are packed and encrypted in. */
  readonly decode: Decode
  readonly syncQueue: QueueSender
  readonly system: Pick<System, 'clock' | 'random'>
}
