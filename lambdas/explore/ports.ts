import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { System } from '#core/ports/system.ts'
import type { Decode } from '../decode/decode.ts'

/** What looking at records, and at the files that they come from, needs of the world. */
export type ExplorePorts = {
  readonly control: ControlStore
  readonly records: Pick<RecordStore, 'get'>
  readonly archive: Pick<FileStore, 'open'>
  readonly decode: Decode
  readonly system: Pick<System, 'hash' | 'clock' | 'equal'>
}
