import type { RecordStore } from '#core/ports/record-store.ts'
import type { MappingPorts } from '../mapping/ports.ts'

/** What looking at links between people, and changing them, needs of the world. */
export type IdentityPorts = Pick<MappingPorts, 'control' | 'archive' | 'decode' | 'syncQueue' | 'system'> & {
  readonly records: Pick<RecordStore, 'get' | 'list'>
}
