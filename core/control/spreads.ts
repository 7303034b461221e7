import type { Spread } from '#core/ports/record-store.ts'
import type { Generation } from './state.ts'

/** Each shard is asked for what changed in a stretch: it should have a page of it. */
const pageful = 250
/** Stamps lie ahead of the writes they belong to; a minute is more than clocks differ. */
const stampLeadMs = 10_000
const marginMs = 60_000
const maxSpreads = 20

/** Two stretches as one: what lies between them may be in the first shard, which is always asked. */
const joined = ([first, second, ...others]: readonly Spread[]): readonly Spread[] =>
  first && second ? [{ from: first.from, to: second.to }, ...others] : []

const isOpen = ({ spreads }: Generation): boolean => spreads === undefined || spreads.some(({ to }) => to === null)

/** Whether so many writes are to go into the feed of all shards: one partition would be slow to take them. */
export const isMuch = (writes: number, { shards }: Generation): boolean => shards > 1 && writes > pageful * shards

/** From the next write on, the feed has records in their own shards. To be noted before it. */
export const spreadFrom = (generation: Generation, now: number): Generation => {
  if (isOpen(generation)) return generation
  const before = generation.spreads ?? []
  const kept = before.length < maxSpreads ? before : joined(before)
  // What was written in this very millisecond is in the first shard, and stays there.
  return { ...generation, spreads: [...kept, { from: now + stampLeadMs + 1, to: null }] }
}

/** Of a generation in which all that was written until now may be anywhere. */
export const spreadUntil = (now: number): Generation['spreads'] => [{ from: 0, to: now + stampLeadMs + marginMs }]

/** From the next write on, the feed has records in the first shard. To be noted behind the last write before it. */
export const gatheredFrom = (generation: Generation, now: number): Generation => {
  if (!isOpen(generation)) return generation
  const { spreads } = generation
  const to = now + stampLeadMs + marginMs
  return {
    ...generation,
    spreads: spreads ? spreads.map((each) => (each.to === null ? { ...each, to } : each)) : [{ from: 0, to }],
  }
}
