import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feedKey, feedRange, momentOfFeedKey, shardOf } from '#core/records/layout.ts'

describe('the layout of records', () => {
  it('never moves a record to another shard', () => {
    // The published test vectors of 32-bit FNV-1a.
    expect(['', 'a', 'foobar'].map((id) => shardOf(id, 2 ** 32))).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
  })

  it('spreads ids evenly over the shards', () => {
    const counts = Array.from({ length: 8 }, () => 0)
    for (let index = 0; index < 8_000; index += 1) {
      const shard = shardOf(`employee-${index}`, 8)
      counts[shard] = (counts[shard] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(800)
    expect(Math.max(...counts)).toBeLessThan(1_200)
  })

  it('puts every record into one of the shards', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (id, shards) => {
        const shard = shardOf(id, shards)
        return Number.isInteger(shard) && shard >= 0 && shard < shards
      }),
    )
  })

  it('finds in the range of a feed exactly the moments after its start and up to its end', () => {
    const moment = fc.integer({ min: 0, max: 50 })
    fc.assert(
      fc.property(moment, moment, moment, fc.string(), (after, until, feedAt, id) => {
        const key = feedKey(feedAt, id)
        const { from, to } = feedRange({ after, until })
        expect(key >= from && key <= to).toBe(feedAt > after && feedAt <= until)
        expect(momentOfFeedKey(key)).toBe(feedAt)
      }),
    )
  })
})
