import type { RecordSpace } from '#core/ports/record-store.ts'
import { shardOf, shardPartition } from './layout.ts'

type Space = Pick<RecordSpace, 'shards' | 'spreads'>

const isSpread = ({ spreads }: Space, moment: number): boolean =>
  spreads === undefined || spreads.some(({ from, to }) => from <= moment && (to === null || moment <= to))

/**
 * Where the feed has a record: in its own shard if its moment lies in a stretch of time in which much was written, else in the first
 * shard. It follows from id and moment alone, so an entry lies elsewhere only once its moment is another.
 */
export const feedPartition = (space: RecordSpace, id: string, moment: number): string =>
  shardPartition(space, isSpread(space, moment) ? shardOf(id, space.shards) : 0)

/** How many shards, from the first on, may have something in the feed that is younger than a moment. */
export const feedShardsAfter = ({ shards, spreads }: Space, moment: number): number =>
  spreads === undefined || spreads.some(({ to }) => to === null || to > moment) ? shards : 1
