import type { RecordSpace } from '#core/ports/record-store.ts'

/** How records lie in their table. Changing any of this needs a new generation of every space. */

const offsetBasis = 0x811c9dc5
const prime = 0x01000193

/** The shard of a record: FNV-1a of its id, so that every reader and writer finds it without asking. */
export const shardOf = (id: string, shards: number): number => {
  let hash = offsetBasis
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, prime)
  return (hash >>> 0) % shards
}

const spaceKey = ({ integrationId, model, generation }: RecordSpace): string =>
  `${integrationId}#${model}#${generation}`

/** The partition of one shard, in the table and in its feed. */
export const shardPartition = (space: RecordSpace, shard: number): string => `${spaceKey(space)}#${shard}`

export const employeePartition = (space: RecordSpace, employeeId: string): string => `${spaceKey(space)}#${employeeId}`

const momentDigits = 14
const latestMoment = 10 ** momentDigits - 1

/** Epoch milliseconds as text that sorts by time. */
const momentText = (moment: number): string =>
  String(Math.min(Math.max(0, moment), latestMoment)).padStart(momentDigits, '0')

/** A record's place in the feed: its moment, then its id. */
export const feedKey = (feedAt: number, id: string): string => `${momentText(feedAt)}#${id}`

export const momentOfFeedKey = (key: string): number => Number(key.slice(0, momentDigits))

/** The keys between which all moments in (after, until] lie. */
export const feedRange = (range: { readonly after: number; readonly until: number }) => ({
  from: momentText(Math.floor(range.after) + 1),
  to: momentText(Math.floor(range.until) + 1),
})
