import { Fault } from '#core/fault.ts'
import type {
  PageLimit,
  RecordPage,
  RecordPosition,
  RecordPut,
  RecordSpace,
  RecordStore,
  Spend,
  StoredRecord,
} from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'

type Records = Map<string, StoredRecord>
type Bounds = { readonly deadline: number; readonly spent: ((spend: Spend) => void) | undefined }

const pageOf = (all: readonly StoredRecord[], { records }: PageLimit): RecordPage => {
  const shown = all.slice(0, records)
  const last = shown.at(-1)
  const next = last && all.length > records ? { shard: 0, afterId: last.id, afterFeedAt: last.feedAt } : undefined
  return { records: shown, next }
}

const byId = (a: StoredRecord, b: StoredRecord): number => (a.id < b.id ? -1 : 1)
const byFeed = (a: StoredRecord, b: StoredRecord): number => a.feedAt - b.feedAt || byId(a, b)

const isBehind = (record: StoredRecord, from: RecordPosition | undefined): boolean =>
  from?.afterId === undefined || record.id > from.afterId

const isFedBehind = ({ id, feedAt }: StoredRecord, { afterId, afterFeedAt }: Partial<RecordPosition> = {}): boolean =>
  afterId === undefined || afterFeedAt === undefined || feedAt > afterFeedAt || (feedAt === afterFeedAt && id > afterId)

const stamped = ({ changedAt, feedAt, deletedAt, ...put }: RecordPut, stamp: number): StoredRecord => {
  const at = (moment: number | 'stamp'): number => (moment === 'stamp' ? stamp : moment)
  return { ...put, changedAt: at(changedAt), feedAt: at(feedAt), deletedAt: deletedAt === null ? null : at(deletedAt) }
}

const shardOf = (id: string, shards: number): number =>
  [...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % shards

/** A records table in memory, for tests of what uses one and asks much of it. Its feed has one shard, whatever a space says. */
export const memoryRecordStore = (now: Clock, leadMs = 10_000): RecordStore => {
  const spaces = new Map<string, Records>()
  const of = ({ integrationId, model, generation }: RecordSpace): Records => {
    const name = `${integrationId} ${model} ${generation}`
    const records = spaces.get(name) ?? new Map<string, StoredRecord>()
    spaces.set(name, records)
    return records
  }
  const begin = (ids: readonly string[], units: number, { deadline, spent }: Bounds): void => {
    if (new Set(ids).size < ids.length) throw new Error('An id appears twice among the records to write.')
    if (ids.length === 0) return
    if (now() >= deadline) throw new Fault('WRITE_INCOMPLETE', `${ids.length} records are not written`)
    spent?.({ units, estimated: true })
  }

  return {
    write: async (space, puts, deadline, spent) => {
      const ids = puts.map(({ id }) => id)
      const units = puts.reduce((sum, { body }) => sum + Math.ceil(body.length / 1_024), 0)
      begin(ids, units, { deadline, spent })
      const stamp = now() + leadMs
      for (const put of puts) of(space).set(put.id, stamped(put, stamp))
      return new Map(ids.map((id) => [id, stamp]))
    },
    remove: async (space, ids, deadline, spent) => {
      begin(ids, ids.length, { deadline, spent })
      for (const id of ids) of(space).delete(id)
    },
    get: async (space, ids) => [...new Set(ids)].flatMap((id) => of(space).get(id) ?? []),
    list: async (space, from = { shard: 0 }, limit) => {
      const { shard } = from
      const inShard = [...of(space).values()].filter(({ id }) => shardOf(id, space.shards) === shard)
      const { records, next } = pageOf(inShard.filter((record) => isBehind(record, from)).sort(byId), limit)
      const isLast = shard + 1 >= space.shards
      return { records, next: next ? { ...next, shard } : isLast ? undefined : { shard: shard + 1 } }
    },
    feed: async (space, { after, until }, from, limit) => {
      if (from && from.shard > 0) return { records: [], next: undefined }
      const within = ({ feedAt }: StoredRecord): boolean => feedAt > after && feedAt <= until
      const fed = [...of(space).values()].filter((record) => within(record) && isFedBehind(record, from))
      return pageOf(fed.sort(byFeed), limit)
    },
    listByEmployee: async (space, employeeId, from, limit) => {
      const theirs = [...of(space).values()].filter((record) => record.employeeId === employeeId)
      return pageOf(theirs.filter((record) => isBehind(record, from)).sort(byId), limit)
    },
  }
}
