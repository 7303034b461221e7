import * as v from 'valibot'
import type { RecordPage, RecordPosition, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import { shardOf } from '#core/records/layout.ts'
import type { ApiPorts } from './ports.ts'

/** Where a walk goes on: inside a generation of records, or in a list of ids. */
export const PlaceSchema = v.union([
  v.object({
    generation: v.number(),
    shards: v.number(),
    at: v.object({
      shard: v.number(),
      afterId: v.exactOptional(v.string()),
      afterFeedAt: v.exactOptional(v.number()),
    }),
  }),
  v.object({ offset: v.number() }),
])
export type Place = v.InferOutput<typeof PlaceSchema>

/** Some records of a walk. */
type Stretch = {
  readonly records: readonly StoredRecord[]
  /** Where to go on behind one of them. */
  readonly behind: (record: StoredRecord) => Place
  /** Where to go on behind all of them; undefined at the end of the walk. */
  readonly next: Place | undefined
}

/** Goes on from a place (or from the start) for at most `limit` records. */
export type Walk = (from: Place | undefined, limit: number) => Promise<Stretch>

type Records = ApiPorts['records']
type ReadPage = (space: RecordSpace, from: RecordPosition | undefined, limit: number) => Promise<RecordPage>
type PositionBehind = (record: StoredRecord, at: { readonly shard: number; readonly shards: number }) => RecordPosition

const walkStore =
  (space: RecordSpace, read: ReadPage, positionBehind: PositionBehind): Walk =>
  async (from, limit) => {
    // A cursor keeps to the generation it began in, which outlives the switch to a new one by a day.
    const begun = from && 'at' in from ? from : undefined
    const { generation, shards } = begun ?? space
    const place = (at: RecordPosition): Place => ({ generation, shards, at })
    const isCurrent = generation === space.generation
    const page = await read(isCurrent ? space : { ...space, generation, shards, spreads: undefined }, begun?.at, limit)
    const at = { shard: begun?.at.shard ?? 0, shards }
    return {
      records: page.records,
      behind: (record) => place(positionBehind(record, at)),
      next: page.next && place(page.next),
    }
  }

export const walkAll = (records: Records, space: RecordSpace): Walk =>
  walkStore(
    space,
    (inSpace, from, limit) => records.list(inSpace, from, { records: limit }),
    ({ id }, { shards }) => ({ shard: shardOf(id, shards), afterId: id }),
  )

/** What the first stretch of a walk that fetches records by their ids asks for, before it is known how large they are. */
const firstStretch = 25
const stretchCharacters = 4_000_000

/** A query ends after a megabyte, but records that are fetched by their ids may be three hundred times as much. */
const inStretches = (walk: Walk): Walk => {
  let [characters, records] = [0, 0]
  return async (from, limit) => {
    const most = records === 0 ? firstStretch : Math.max(1, Math.floor((stretchCharacters * records) / characters))
    const stretch = await walk(from, Math.min(limit, most))
    records += stretch.records.length
    for (const { body } of stretch.records) characters += body.length
    return stretch
  }
}

/** Dependants of one person lie together, outside the shards. */
export const walkOfEmployee = (records: Records, space: RecordSpace, employeeId: string): Walk =>
  inStretches(
    walkStore(
      space,
      (inSpace, from, limit) => records.listByEmployee(inSpace, employeeId, from, { records: limit }),
      ({ id }) => ({ shard: 0, afterId: id }),
    ),
  )

/** What changed since a moment, that moment included: an app that names the start of its last walk misses nothing. */
export const walkChanges = (records: Records, space: RecordSpace, since: number, now: number): Walk =>
  inStretches(
    walkStore(
      space,
      (inSpace, from, limit) => records.feed(inSpace, { after: since - 1, until: now }, from, { records: limit }),
      ({ id, feedAt }, { shard }) => ({ shard, afterFeedAt: feedAt, afterId: id }),
    ),
  )

export const walkIds = (records: Records, space: RecordSpace, ids: readonly string[]): Walk => {
  const placeOf = new Map(ids.map((id, index) => [id, { offset: index + 1 }]))
  const behind = ({ id }: StoredRecord) => placeOf.get(id) ?? { offset: ids.length }
  return inStretches(async (from, limit) => {
    const offset = from && 'offset' in from ? from.offset : 0
    const found = await records.get(space, ids.slice(offset, offset + limit))
    return {
      records: found.toSorted((a, b) => behind(a).offset - behind(b).offset),
      behind,
      next: offset + limit < ids.length ? { offset: offset + limit } : undefined,
    }
  })
}
