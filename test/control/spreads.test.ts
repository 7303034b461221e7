import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatheredFrom, isMuch, spreadFrom } from '#core/control/spreads.ts'
import type { Generation } from '#core/control/state.ts'
import { feedPartition, feedShardsAfter } from '#core/records/feed-layout.ts'
import { shardPartition } from '#core/records/layout.ts'

const shards = 8
const leadMs = 10_000
const ids = Array.from({ length: 12 }, (_, index) => `id-${index}`)
const first: Generation = { generation: 1, shards }

const spaceOf = (generation: Generation) =>
  ({ integrationId: 'sftp:1', model: 'hris_employees', ...generation }) as const

type Entry = { readonly moment: number; readonly partition: string }

type Step = {
  readonly waits: number
  readonly writes: readonly string[]
  readonly much: boolean
  readonly commits: boolean
}

/** What a sync does: it notes that it writes much, writes, and commits; or it dies before that. */
const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  waits: fc.integer({ min: 0, max: 200_000 }),
  writes: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: ids.length }),
  much: fc.boolean(),
  commits: fc.boolean(),
})

/** Carries out syncs; answers the feed and the generation after each. */
const history = (steps: readonly Step[]) => {
  let [generation, now] = [first, 1_700_000_000_000]
  const feed = new Map<string, Entry>()
  return steps.map(({ waits, writes, much, commits }) => {
    now += waits
    if (much) generation = spreadFrom(generation, now)
    for (const id of writes) {
      now += 1
      const moment = now + leadMs
      feed.set(id, { moment, partition: feedPartition(spaceOf(generation), id, moment) })
    }
    if (commits) generation = gatheredFrom(generation, now)
    return { generation, now, feed: new Map(feed) }
  })
}

describe('the feed of a generation', () => {
  it('has whatever is younger than any moment in the shards that are asked for it', () => {
    fc.assert(
      fc.property(
        fc.array(stepArbitrary, { maxLength: 60 }),
        fc.integer({ min: -400_000, max: 20_000 }),
        (steps, ago) => {
          for (const { generation, now, feed } of history(steps)) {
            const after = now + ago
            const space = spaceOf(generation)
            const asked = Array.from({ length: feedShardsAfter(space, after) }, (_, shard) =>
              shardPartition(space, shard),
            )
            for (const { moment, partition } of feed.values()) if (moment > after) expect(asked).toContain(partition)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keeps an entry where it is while its moment stays, as long as it remembers the stretch', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 20 }), (steps) => {
        for (const { generation, feed } of history(steps))
          for (const [id, { moment, partition }] of feed)
            expect(feedPartition(spaceOf(generation), id, moment)).toBe(partition)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps an entry where it is that was written in the millisecond in which many others begin', () => {
    const now = 1_700_000_000_000
    const gathered = gatheredFrom(first, now - 1_000_000)
    const partitions = [gathered, spreadFrom(gathered, now)].map((generation) =>
      ids.map((id) => feedPartition(spaceOf(generation), id, now + leadMs)),
    )
    expect(partitions[1]).toEqual(partitions[0])
  })

  it('asks one shard alone once much was written and committed, and a minute has passed', () => {
    const now = 1_700_000_000_000
    const much = gatheredFrom(spreadFrom(gatheredFrom(first, now), now + 1_000_000), now + 2_000_000)
    const space = spaceOf(much)
    expect(feedShardsAfter(space, now + 1_900_000)).toBe(shards)
    expect(feedShardsAfter(space, now + 2_100_000)).toBe(1)
  })

  it('asks every shard while much is written, and of what older releases wrote', () => {
    const now = 1_700_000_000_000
    expect(feedShardsAfter(spaceOf(first), now)).toBe(shards)
    expect(feedShardsAfter(spaceOf(spreadFrom(gatheredFrom(first, now), now + 1e6)), now + 2e6)).toBe(shards)
  })

  it('remembers few stretches', () => {
    let generation = first
    for (let day = 0; day < 100; day += 1)
      generation = gatheredFrom(spreadFrom(generation, day * 86_400_000), day * 86_400_000 + 1_000)
    expect(generation.spreads?.length).toBeLessThanOrEqual(20)
    expect(generation.spreads?.[0]?.from).toBe(0)
  })
})

describe('much', () => {
  it.each([
    [2_000, 8, false],
    [2_001, 8, true],
    [1_000_000, 1, false],
  ])('%i writes into %i shards: %s', (writes, count, expected) => {
    expect(isMuch(writes, { generation: 1, shards: count })).toBe(expected)
  })
})
