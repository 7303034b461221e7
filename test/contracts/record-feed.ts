import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatheredFrom, spreadFrom } from '#core/control/spreads.ts'
import type { Generation } from '#core/control/state.ts'
import type { RecordPosition, RecordSpace, RecordStore } from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'
import { forever, freshSpace, idsOf, leadMs, names, put, useStore, walk } from './stored-records.ts'

const generationOf = ({ generation, shards, spreads }: RecordSpace): Generation => ({
  generation,
  shards,
  ...(spreads ? { spreads: [...spreads] } : {}),
})

/** What a record store promises to those who ask what changed. */
export const recordFeedContract = (make: (now: Clock) => RecordStore): void => {
  const { table, feed } = useStore(make)

  describe('feeding changes', () => {
    it('shows the moments after the first bound up to the second', async () => {
      const space = freshSpace()
      await table.store.write(
        space,
        [1, 2, 3, 4, 5].map((moment) => put(`at-${moment}`, { feedAt: moment })),
        forever,
      )
      expect(idsOf(await walk(feed(space, 2, 4)))).toEqual(['at-3', 'at-4'])
      expect(idsOf(await walk(feed(space, 0, 1)))).toEqual(['at-1'])
      expect(idsOf(await walk(feed(space, -1, 5)))).toHaveLength(5)
      expect(await walk(feed(space, 5, 5))).toEqual([])
      expect(await walk(feed(space, 9, 5))).toEqual([])
    })

    it('shows the oldest first within a shard, equal moments by id', async () => {
      const space = freshSpace()
      const moments = { c: 100, a: 100, b: 99, d: 1_000, e: 5 }
      await table.store.write(
        space,
        Object.entries(moments).map(([id, feedAt]) => put(id, { feedAt })),
        forever,
      )
      expect(idsOf(await walk(feed(space, 0, forever)))).toEqual(['e', 'b', 'a', 'c', 'd'])
    })

    it('hides what is stamped ahead until its moment has come', async () => {
      const space = freshSpace()
      await table.store.write(space, [put('a')], forever)
      expect(await walk(feed(space, 0, table.now))).toEqual([])
      expect(await walk(feed(space, 0, table.now + leadMs - 1))).toEqual([])
      expect(idsOf(await walk(feed(space, 0, table.now + leadMs)))).toEqual(['a'])
    })

    it('shows a record at its newest place only', async () => {
      const space = freshSpace()
      await table.store.write(space, [put('a', { feedAt: 1 }), put('b', { feedAt: 2 })], forever)
      await table.store.write(space, [put('a', { feedAt: 3, body: '{"new":true}' })], forever)
      const records = await walk(feed(space, 0, 10))
      expect(idsOf(records)).toEqual(['b', 'a'])
      expect(records[1]?.body).toBe('{"new":true}')
      expect(await walk(feed(space, 0, 1))).toEqual([])
    })

    it.each([
      [1, 3],
      [4, 1],
      [4, 7],
    ])('shows every record once, %i shards in pages of %i', async (shards, limit) => {
      const space = freshSpace(shards)
      await table.store.write(
        space,
        names(30).map((id, index) => put(id, { feedAt: index % 5 })),
        forever,
      )
      const records = await walk(feed(space, -1, 100, limit))
      expect(idsOf(records).toSorted()).toEqual(names(30).toSorted())
    })

    it('resumes behind any record, also when that record has moved on meanwhile', async () => {
      const space = freshSpace()
      await table.store.write(
        space,
        names(6).map((id, index) => put(id, { feedAt: index + 1 })),
        forever,
      )
      const all = await walk(feed(space, 0, 100))
      for (const [index, { id, feedAt }] of all.entries()) {
        const rest = await walk(feed(space, 0, 100, 2), { shard: 0, afterId: id, afterFeedAt: feedAt })
        expect(rest).toEqual(all.slice(index + 1))
      }
      const position = { shard: 0, afterId: 'id-2', afterFeedAt: 3 }
      await table.store.write(space, [put('id-2', { feedAt: 50 })], forever)
      expect(idsOf(await walk(feed(space, 0, 100, 2), position))).toEqual(['id-3', 'id-4', 'id-5', 'id-2'])
    })

    it('never lets an app that polls by its own clock miss the newest state of a record', async () => {
      const step = fc.oneof(
        fc.record({
          kind: fc.constant('write' as const),
          ids: fc.uniqueArray(fc.constantFrom(...names(8)), { minLength: 1 }),
          /** Whether it is so much that the feed has it in shards, and whether it is nothing that the feed tells. */
          much: fc.boolean(),
          redraws: fc.constantFrom(false, false, true),
        }),
        fc.record({ kind: fc.constant('poll' as const), page: fc.constantFrom(1, 3, 100) }),
        fc.record({
          kind: fc.constant('elapse' as const),
          ms: fc.constantFrom(1, 500, 9_999, 10_000, 30_000, 100_000),
        }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
          let space = freshSpace(3)
          const moments = new Map<string, number>()
          const latest = new Map<string, string>()
          const known = new Map<string, string>()
          let since = 0
          let version = 0
          const write = async (ids: readonly string[], much = false) => {
            version += 1
            if (much) space = { ...space, ...spreadFrom(generationOf(space), table.now) }
            for (const id of ids) latest.set(id, String(version))
            const puts = ids.map((id) => put(id, { body: String(version) }))
            for (const [id, moment] of await table.store.write(space, puts, forever)) moments.set(id, moment)
            space = { ...space, ...gatheredFrom(generationOf(space), table.now) }
          }
          const redraw = async (ids: readonly string[], much: boolean) => {
            if (much) space = { ...space, ...spreadFrom(generationOf(space), table.now) }
            const known = ids.filter((id) => moments.has(id))
            const puts = known.map((id) => put(id, { body: latest.get(id) ?? '', feedAt: moments.get(id) ?? 0 }))
            await table.store.write(space, puts, forever)
            space = { ...space, ...gatheredFrom(generationOf(space), table.now) }
          }
          const poll = async (page: number) => {
            const until = table.now
            for (let from: RecordPosition | undefined, more = true; more; more = from !== undefined) {
              const answer = await table.store.feed(space, { after: since - 1, until }, from, { records: page })
              for (const { id, body } of answer.records) known.set(id, body)
              from = answer.next
              // The world goes on while the app turns the page.
              table.now += 1
              if (from && version % 3 === 0) await write(['id-0'], version % 2 === 0)
              if (from && version % 4 === 0) await redraw(names(8), version % 8 === 0)
            }
            since = until
          }
          for (const todo of steps) {
            if (todo.kind === 'write') await (todo.redraws ? redraw : write)(todo.ids, todo.much)
            if (todo.kind === 'poll') await poll(todo.page)
            if (todo.kind === 'elapse') table.now += todo.ms
          }
          table.now += leadMs
          await poll(100)
          table.now += leadMs
          await poll(100)
          expect(known).toEqual(latest)
        }),
        { numRuns: 25 },
      )
    })

    it('asks the first shard alone for what is younger than the last stretch of much', async () => {
      const space = { ...freshSpace(8), spreads: [{ from: 0, to: 50 }] }
      await table.store.write(
        space,
        names(20).map((id, index) => put(id, { feedAt: 41 + index })),
        forever,
      )
      const young = await table.store.feed(space, { after: 50, until: 100 }, undefined, { records: 100 })
      expect(idsOf(young.records)).toEqual(names(20).slice(10))
      expect(young.next).toBeUndefined()
      expect(idsOf(await walk(feed(space, 40, 100, 3))).toSorted()).toEqual(names(20).toSorted())
    })
  })
}
