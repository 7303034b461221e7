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

/** A record met on a walk, and the place behind it. */
type Step = { readonly record: StoredRecord; readonly place: Place }

/** Some steps of a walk; `next` is undefined at its end. */
type Stretch = { readonly steps: readonly Step[]; readonly next: Place | undefined }

/** Goes on from a place (or from the start) for at most `limit` records. */
export type Walk = (from: Place | undefined, limit: number) => Promise<Stretch>

type Records = ApiPorts['records']
type ReadPage = (space: RecordSpace, from: RecordPosition | undefined, limit: number) => Promise<RecordPage>
type PositionBehind = (record: StoredRecord, shards: number) => RecordPosition

const walkStore =
  (space: RecordSpace, read: ReadPage, positionBehind: PositionBehind): Walk =>
  async (from, limit) => {
    // A cursor keeps to the generation it began in, which outlives the switch to a new one by a day.
    const begun = from && 'at' in from ? from : undefined
    const { generation, shards } = begun ?? space
    const place = (at: RecordPosition): Place => ({ generation, shards, at })
    const page = await read({ ...space, generation, shards }, begun?.at, limit)
    return {
      steps: page.records.map((record) => ({ record, place: place(positionBehind(record, shards)) })),
      next: page.next && place(page.next),
    }
  }

export const walkAll = (records: Records, space: RecordSpace): Walk =>
  walkStore(
    space,
    (inSpace, from, limit) => records.list(inSpace, from, { records: limit }),
    ({ id }, shards) => ({ shard: shardOf(id, shards), afterId: id }),
  )

/** Dependants of one person lie together, outside the shards. */
export const walkOfEmployee = (records: Records, space: RecordSpace, employeeId: string): Walk =>
  walkStore(
    space,
    (inSpace, from, limit) => records.listByEmployee(inSpace, employeeId, from, { records: limit }),
    ({ id }) => ({ shard: 0, afterId: id }),
  )

/** What changed since a moment, that moment included: an app that names the start of its last walk misses nothing. */
export const walkChanges = (records: Records, space: RecordSpace, since: number, now: number): Walk =>
  walkStore(
    space,
    (inSpace, from, limit) => records.feed(inSpace, { after: since - 1, until: now }, from, { records: limit }),
    ({ id, feedAt }, shards) => ({ shard: shardOf(id, shards), afterFeedAt: feedAt, afterId: id }),
  )

export const walkIds = (records: Records, space: RecordSpace, ids: readonly string[]): Walk => {
  const placeOf = new Map(ids.map((id, index) => [id, { offset: index + 1 }]))
  return async (from, limit) => {
    const offset = from && 'offset' in from ? from.offset : 0
    const found = await records.get(space, ids.slice(offset, offset + limit))
    const steps = found.map((record) => ({ record, place: placeOf.get(record.id) ?? { offset: ids.length } }))
    return {
      steps: steps.sort((a, b) => a.place.offset - b.place.offset),
      next: offset + limit < ids.length ? { offset: offset + limit } : undefined,
    }
  }
}
