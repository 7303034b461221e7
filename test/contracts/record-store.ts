import { describe, expect, it } from 'vitest'
import type { RecordPosition, RecordStore, Spend } from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'
import { recordFeedContract } from './record-feed.ts'
import { forever, freshSpace, idsOf, leadMs, names, put, start, useStore, walk } from './stored-records.ts'

/**
 * `make` opens the store of one table again and again, with the clock it is given and a lead of `leadMs`.
 * A database that `countsRequests` says one write unit for each request, however much it writes.
 */
export const recordStoreContract = (
  name: string,
  make: (now: Clock) => RecordStore,
  { countsRequests = false }: { readonly countsRequests?: boolean } = {},
): void => {
  describe(`RecordStore: ${name}`, () => {
    const { table, list, feed, ofEmployee } = useStore(make)

    describe('writing', () => {
      it('keeps every part of a record', async () => {
        const space = freshSpace()
        const full = put('full', {
          body: '{"name":"Ünal \\"B\\" 👩‍💼"}',
          deletedAt: 5,
          changedAt: 3,
          feedAt: 4,
          employeeId: 'e#1',
        })
        const bare = put('bare', { remoteId: null, changedAt: 1, feedAt: 2 })
        await table.store.write(space, [full, bare], forever)
        const records = await table.store.get(space, ['full', 'bare'])
        expect(records.toSorted((a, b) => (a.id < b.id ? 1 : -1))).toEqual([full, bare])
      })

      it('stamps what asks for it with the moment of writing and the lead, and answers the stamp', async () => {
        const space = freshSpace()
        const stamps = await table.store.write(
          space,
          [put('a', { deletedAt: 'stamp' }), put('b', { changedAt: 7 })],
          forever,
        )
        const stamp = start + leadMs
        expect(stamps).toEqual(
          new Map([
            ['a', stamp],
            ['b', stamp],
          ]),
        )
        const [a] = await table.store.get(space, ['a'])
        expect(a).toMatchObject({ changedAt: stamp, feedAt: stamp, deletedAt: stamp })
        expect(await table.store.get(space, ['b'])).toMatchObject([{ changedAt: 7, feedAt: stamp, deletedAt: null }])
      })

      it('replaces a record as a whole', async () => {
        const space = freshSpace()
        await table.store.write(space, [put('a', { deletedAt: 1, employeeId: 'e' })], forever)
        table.now += 1
        await table.store.write(space, [put('a', { remoteId: null, body: '{}' })], forever)
        expect(await table.store.get(space, ['a'])).toEqual([
          {
            id: 'a',
            remoteId: null,
            body: '{}',
            changedAt: table.now + leadMs,
            feedAt: table.now + leadMs,
            deletedAt: null,
          },
        ])
        expect(await walk(ofEmployee(space, 'e'))).toEqual([])
      })

      it.each([1, 3, 8])('writes many records over %i shards', async (shards) => {
        const space = freshSpace(shards)
        const stamps = await table.store.write(
          space,
          names(230).map((id) => put(id)),
          forever,
        )
        expect(new Set(stamps.keys())).toEqual(new Set(names(230)))
        expect(new Set(idsOf(await table.store.get(space, names(230))))).toEqual(new Set(names(230)))
      })

      it('writes records near the size limit', async () => {
        const space = freshSpace()
        const big = names(12).map((id) => put(id, { body: JSON.stringify({ text: 'x'.repeat(340_000) }) }))
        await table.store.write(space, big, forever)
        const records = await walk(list(space, 100))
        expect(records.map((record) => record.body.length)).toEqual(big.map((record) => record.body.length))
      })

      it('writes nothing when there is nothing', async () => {
        expect(await table.store.write(freshSpace(), [], forever)).toEqual(new Map())
      })

      it('refuses an id that appears twice, and writes nothing', async () => {
        const space = freshSpace()
        await expect(table.store.write(space, [put('a'), put('b'), put('a')], forever)).rejects.toThrow('appears twice')
        expect(await table.store.get(space, ['a', 'b'])).toEqual([])
      })

      it('starts no write after the deadline', async () => {
        const space = freshSpace()
        await expect(table.store.write(space, [put('a')], table.now)).rejects.toMatchObject({
          code: 'WRITE_INCOMPLETE',
        })
        expect(await table.store.get(space, ['a'])).toEqual([])
      })
    })

    describe.skipIf(countsRequests)('counting write units', () => {
      const unitsOf = async (write: (spent: (spend: Spend) => void) => Promise<unknown>): Promise<number> => {
        let units = 0
        await write((spend) => {
          units += spend.units
        })
        return units
      }

      it('counts at least one for each kilobyte that it writes', async () => {
        const puts = names(60).map((id) => put(id, { body: JSON.stringify({ text: 'x'.repeat(2_000) }) }))
        const units = await unitsOf((spent) => table.store.write(freshSpace(), puts, forever, spent))
        expect(units).toBeGreaterThanOrEqual(60 * 2)
      })

      it('counts removals', async () => {
        const space = freshSpace()
        await table.store.write(space, [put('a'), put('b')], forever)
        expect(await unitsOf((spent) => table.store.remove(space, ['a', 'b'], forever, spent))).toBeGreaterThanOrEqual(
          2,
        )
      })

      it('counts nothing where nothing is written', async () => {
        expect(await unitsOf((spent) => table.store.write(freshSpace(), [], forever, spent))).toBe(0)
      })
    })

    describe('removing', () => {
      it('takes records out of lists, the feed and the dependants of their employee', async () => {
        const space = freshSpace(3)
        await table.store.write(
          space,
          names(60).map((id) => put(id, { feedAt: 10, employeeId: 'e' })),
          forever,
        )
        await table.store.remove(space, names(60).slice(1), forever)
        expect(idsOf(await walk(list(space, 100)))).toEqual(['id-0'])
        expect(idsOf(await walk(feed(space, 0, 20)))).toEqual(['id-0'])
        expect(idsOf(await walk(ofEmployee(space, 'e')))).toEqual(['id-0'])
      })

      it('leaves other spaces alone', async () => {
        const space = freshSpace()
        const next = { ...space, generation: 2, shards: 2 }
        await table.store.write(space, [put('a')], forever)
        await table.store.write(next, [put('a')], forever)
        await table.store.remove(space, ['a'], forever)
        expect(await table.store.get(space, ['a'])).toEqual([])
        expect(idsOf(await table.store.get(next, ['a']))).toEqual(['a'])
      })

      it('takes it well when a record is gone already', async () => {
        await table.store.remove(freshSpace(), ['nobody'], forever)
      })

      it('starts nothing after the deadline', async () => {
        const space = freshSpace()
        await table.store.write(space, [put('a')], forever)
        await expect(table.store.remove(space, ['a'], table.now)).rejects.toMatchObject({ code: 'WRITE_INCOMPLETE' })
        expect(idsOf(await table.store.get(space, ['a']))).toEqual(['a'])
      })
    })

    describe('getting by id', () => {
      it('answers those that exist, each once', async () => {
        const space = freshSpace(2)
        await table.store.write(space, [put('a'), put('b')], forever)
        expect(idsOf(await table.store.get(space, ['b', 'missing', 'a', 'b'])).toSorted()).toEqual(['a', 'b'])
        expect(await table.store.get(space, [])).toEqual([])
      })

      it('keeps integrations, models and generations apart', async () => {
        const space = freshSpace()
        await table.store.write(space, [put('a')], forever)
        const others = [freshSpace(), { ...space, model: 'hris_teams' as const }, { ...space, generation: 2 }]
        for (const other of others) {
          expect(await table.store.get(other, ['a'])).toEqual([])
          expect(await walk(list(other, 10))).toEqual([])
          expect(await walk(feed(other, 0, forever))).toEqual([])
        }
      })
    })

    describe('listing', () => {
      it.each([
        [1, 7],
        [4, 1],
        [4, 10],
        [4, 1000],
      ])('shows every record once, %i shards in pages of %i, one shard at a time', async (shards, limit) => {
        const space = freshSpace(shards)
        await table.store.write(
          space,
          names(40).map((id, index) => put(id, index % 2 ? {} : { deletedAt: 1 })),
          forever,
        )
        const seen: string[] = []
        for (let from: RecordPosition | undefined, more = true; more; more = from !== undefined) {
          const page = await table.store.list(space, from, { records: limit })
          expect(page.records.length).toBeLessThanOrEqual(limit)
          expect(page.next?.shard ?? shards).toBeGreaterThanOrEqual(from?.shard ?? 0)
          seen.push(...idsOf(page.records))
          from = page.next
        }
        expect(seen.toSorted()).toEqual(names(40).toSorted())
        expect(idsOf(await walk(list(space, 3)))).toEqual(seen)
      })

      it('resumes behind any record', async () => {
        const space = freshSpace()
        await table.store.write(
          space,
          names(12).map((id) => put(id)),
          forever,
        )
        const all = await walk(list(space, 1000))
        for (const [index, record] of all.entries()) {
          expect(await walk(list(space, 5), { shard: 0, afterId: record.id })).toEqual(all.slice(index + 1))
        }
      })

      it('shows what was written a moment ago', async () => {
        const space = freshSpace()
        for (const id of names(5)) {
          await table.store.write(space, [put(id)], forever)
          expect(idsOf(await walk(list(space, 100)))).toContain(id)
        }
      })
    })

    recordFeedContract(make)

    describe('listing the records of an employee', () => {
      it('shows theirs alone, in pages, deleted ones included', async () => {
        const space = freshSpace(3)
        const puts = names(20).map((id, index) =>
          put(id, { employeeId: `e${index % 2}`, deletedAt: index % 3 ? null : 1 }),
        )
        await table.store.write(space, [...puts, put('nobody')], forever)
        const expected = names(20).filter((_, index) => index % 2 === 1)
        for (const limit of [1, 4, 100]) {
          const records = await walk(ofEmployee(space, 'e1', limit))
          expect(idsOf(records).toSorted()).toEqual(expected.toSorted())
        }
        expect(await walk(ofEmployee(space, 'e2'))).toEqual([])
      })

      it('resumes behind any record', async () => {
        const space = freshSpace(3)
        await table.store.write(
          space,
          names(9).map((id) => put(id, { employeeId: 'e' })),
          forever,
        )
        const all = await walk(ofEmployee(space, 'e'))
        for (const [index, record] of all.entries()) {
          expect(await walk(ofEmployee(space, 'e', 2), { shard: 0, afterId: record.id })).toEqual(all.slice(index + 1))
        }
      })

      it('follows a record to another employee', async () => {
        const space = freshSpace()
        await table.store.write(space, [put('a', { employeeId: 'e1' })], forever)
        await table.store.write(space, [put('a', { employeeId: 'e2' })], forever)
        expect(await walk(ofEmployee(space, 'e1'))).toEqual([])
        expect(idsOf(await walk(ofEmployee(space, 'e2')))).toEqual(['a'])
      })
    })
  })
}
