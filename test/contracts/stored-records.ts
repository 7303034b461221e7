import { beforeEach } from 'vitest'
import type {
  RecordPage,
  RecordPosition,
  RecordPut,
  RecordSpace,
  RecordStore,
  StoredRecord,
} from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'

export const leadMs = 10_000
export const start = 1_700_000_000_000
export const forever = Number.MAX_SAFE_INTEGER

export const put = (id: string, parts: Partial<RecordPut> = {}): RecordPut => ({
  id,
  remoteId: `remote ${id}`,
  body: JSON.stringify({ id }),
  changedAt: 'stamp',
  feedAt: 'stamp',
  deletedAt: null,
  ...parts,
})

let spaces = 0
export const freshSpace = (shards = 1): RecordSpace => {
  spaces += 1
  return { integrationId: `sftp:${spaces}`, model: 'hris_employees', generation: 1, shards }
}

export const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `id-${index}`)

type ReadPage = (from: RecordPosition | undefined) => Promise<RecordPage>

export const walk = async (read: ReadPage, from?: RecordPosition): Promise<readonly StoredRecord[]> => {
  const page = await read(from)
  return page.next ? [...page.records, ...(await walk(read, page.next))] : page.records
}

export const idsOf = (records: readonly StoredRecord[]): readonly string[] => records.map((record) => record.id)

/** A table that every test opens anew, at a moment that tests move, and the ways of reading it. */
export const useStore = (make: (now: Clock) => RecordStore) => {
  const table = { now: start, store: make(() => start) }
  beforeEach(() => {
    table.now = start
    table.store = make(() => table.now)
  })
  return {
    table,
    list: (space: RecordSpace, records: number): ReadPage => {
      return (from) => table.store.list(space, from, { records })
    },
    feed: (space: RecordSpace, after: number, until: number, records = 1000): ReadPage => {
      return (from) => table.store.feed(space, { after, until }, from, { records })
    },
    ofEmployee: (space: RecordSpace, employeeId: string, records = 1000): ReadPage => {
      return (from) => table.store.listByEmployee(space, employeeId, from, { records })
    },
  }
}
