import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { gatheredFrom, spreadFrom } from '#core/control/spreads.ts'
import type { Generation } from '#core/control/state.ts'
import type {
  RecordPage,
  RecordPosition,
  RecordPut,
  RecordSpace,
  RecordStore,
  Spend,
  StoredRecord,
} from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'

export const leadMs = 10_000
const start = 1_700_000_000_000
const forever = Number.MAX_SAFE_INTEGER

export const put = (id: string, parts: Partial<RecordPut> = {}): RecordPut => ({
  id,
  remoteId: `remote ${id}`,
  body: JSON.stringify({ id }),
  changedAt: 'stamp',
  feedAt: 'stamp',
  deletedAt: null,
  ...parts,
})

let spaces = 0
export const freshSpace = (shards = 1): RecordSpace => {
  spaces += 1
  return { integrationId: `sftp:${spaces}`, model: 'hris_employees', generation: 1, shards }
}

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `id-${index}`)

type ReadPage = (from: RecordPosition | undefined) => Promise<RecordPage>

const walk = async (read: ReadPage, from?: RecordPosition): Promise<readonly StoredRecord[]> => {
  const page = await read(from)
  return page.next ? [...page.records, ...(await walk(read, page.next))] : page.records
}

const generationOf = ({ generation, shards, spreads }: RecordSpace): Generation => ({
  generation,
  shards,
  ...(spreads ? { spreads: [...spreads] } : {}),
})

const idsOf = (records: readonly StoredRecord[]): readonly string[] => records.map((record) => record.id)

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
    let now: number
    let store: RecordStore
    beforeEach(() => {
      now = start
      store = make(() => now)
    })

    const list = (space: RecordSpace, records: number): ReadPage => {
      return (from) => store.list(space, from, { records })
    }
    const feed = (space: RecordSpace, after: number, until: number, records = 1000): ReadPage => {
      return (from) => store.feed(space, { after, until }, from, { records })
    }
    const ofEmployee = (space: RecordSpace, employeeId: string, records = 1000): ReadPage => {
      return (from) => store.listByEmployee(space, employeeId, from, { records })
    }

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
        await store.write(space, [full, bare], forever)
        const records = await store.get(space, ['full', 'bare'])
        expect(records.toSorted((a, b) => (a.id < b.id ? 1 : -1))).toEqual([full, bare])
      })

      it('stamps what asks for it with the moment of writing and the lead, and answers the stamp', async () => {
        const space = freshSpace()
        const stamps = await store.write(space, [put('a', { deletedAt: 'stamp' }), put('b', { changedAt: 7 })], forever)
        const stamp = start + leadMs
        expect(stamps).toEqual(
          new Map([
            ['a', stamp],
            ['b', stamp],
          ]),
        )
        const [a] = await store.get(space, ['a'])
        expect(a).toMatchObject({ changedAt: stamp, feedAt: stamp, deletedAt: stamp })
        expect(await store.get(space, ['b'])).toMatchObject([{ changedAt: 7, feedAt: stamp, deletedAt: null }])
      })

      it('replaces a record as a whole', async () => {
        const space = freshSpace()
        await store.write(space, [put('a', { deletedAt: 1, employeeId: 'e' })], forever)
        now += 1
        await store.write(space, [put('a', { remoteId: null, body: '{}' })], forever)
        expect(await store.get(space, ['a'])).toEqual([
          { id: 'a', remoteId: null, body: '{}', changedAt: now + leadMs, feedAt: now + leadMs, deletedAt: null },
        ])
        expect(await walk(ofEmployee(space, 'e'))).toEqual([])
      })

      it.each([1, 3, 8])('writes many records over %i shards', async (shards) => {
        const space = freshSpace(shards)
        const stamps = await store.write(
          space,
          names(230).map((id) => put(id)),
          forever,
        )
        expect(new Set(stamps.keys())).toEqual(new Set(names(230)))
        expect(new Set(idsOf(await store.get(space, names(230))))).toEqual(new Set(names(230)))
      })

      it('writes records near the size limit', async () => {
        const space = freshSpace()
        const big = names(12).map((id) => put(id, { body: JSON.stringify({ text: 'x'.repeat(340_000) }) }))
        await store.write(space, big, forever)
        const records = await walk(list(space, 100))
        expect(records.map((record) => record.body.length)).toEqual(big.map((record) => record.body.length))
      })

      it('writes nothing when there is nothing', async () => {
        expect(await store.write(freshSpace(), [], forever)).toEqual(new Map())
      })

      it('refuses an id that appears twice, and writes nothing', async () => {
        const space = freshSpace()
        await expect(store.write(space, [put('a'), put('b'), put('a')], forever)).rejects.toThrow('appears twice')
        expect(await store.get(space, ['a', 'b'])).toEqual([])
      })

      it('starts no write after the deadline', async () => {
        const space = freshSpace()
        await expect(store.write(space, [put('a')], now)).rejects.toMatchObject({ code: 'WRITE_INCOMPLETE' })
        expect(await store.get(space, ['a'])).toEqual([])
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
        const units = await unitsOf((spent) => store.write(freshSpace(), puts, forever, spent))
        expect(units).toBeGreaterThanOrEqual(60 * 2)
      })

      it('counts removals', async () => {
        const space = freshSpace()
        await store.write(space, [put('a'), put('b')], forever)
        expect(await unitsOf((spent) => store.remove(space, ['a', 'b'], forever, spent))).toBeGreaterThanOrEqual(2)
      })

      it('counts nothing where nothing is written', async () => {
        expect(await unitsOf((spent) => store.write(freshSpace(), [], forever, spent))).toBe(0)
      })
    })

    describe('removing', () => {
      it('takes records out of lists, the feed and the dependants of their employee', async () => {
        const space = freshSpace(3)
        await store.write(
          space,
          names(60).map((id) => put(id, { feedAt: 10, employeeId: 'e' })),
          forever,
        )
        await store.remove(space, names(60).slice(1), forever)
        expect(idsOf(await walk(list(space, 100)))).toEqual(['id-0'])
        expect(idsOf(await walk(feed(space, 0, 20)))).toEqual(['id-0'])
        expect(idsOf(await walk(ofEmployee(space, 'e')))).toEqual(['id-0'])
      })

      it('leaves other spaces alone', async () => {
        const space = freshSpace()
        const next = { ...space, generation: 2, shards: 2 }
        await store.write(space, [put('a')], forever)
        await store.write(next, [put('a')], forever)
        await store.remove(space, ['a'], forever)
        expect(await store.get(space, ['a'])).toEqual([])
        expect(idsOf(await store.get(next, ['a']))).toEqual(['a'])
      })

      it('takes it well when a record is gone already', async () => {
        await store.remove(freshSpace(), ['nobody'], forever)
      })

      it('starts nothing after the deadline', async () => {
        const space = freshSpace()
        await store.write(space, [put('a')], forever)
        await expect(store.remove(space, ['a'], now)).rejects.toMatchObject({ code: 'WRITE_INCOMPLETE' })
        expect(idsOf(await store.get(space, ['a']))).toEqual(['a'])
      })
    })

    describe('getting by id', () => {
      it('answers those that exist, each once', async () => {
        const space = freshSpace(2)
        await store.write(space, [put('a'), put('b')], forever)
        expect(idsOf(await store.get(space, ['b', 'missing', 'a', 'b'])).toSorted()).toEqual(['a', 'b'])
        expect(await store.get(space, [])).toEqual([])
      })

      it('keeps integrations, models and generations apart', async () => {
        const space = freshSpace()
        await store.write(space, [put('a')], forever)
        const others = [freshSpace(), { ...space, model: 'hris_teams' as const }, { ...space, generation: 2 }]
        for (const other of others) {
          expect(await store.get(other, ['a'])).toEqual([])
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
        await store.write(
          space,
          names(40).map((id, index) => put(id, index % 2 ? {} : { deletedAt: 1 })),
          forever,
        )
        const seen: string[] = []
        for (let from: RecordPosition | undefined, more = true; more; more = from !== undefined) {
          const page = await store.list(space, from, { records: limit })
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
        await store.write(
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
          await store.write(space, [put(id)], forever)
          expect(idsOf(await walk(list(space, 100)))).toContain(id)
        }
      })
    })

    describe('feeding changes', () => {
      it('shows the moments after the first bound up to the second', async () => {
        const space = freshSpace()
        await store.write(
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
        await store.write(
          space,
          Object.entries(moments).map(([id, feedAt]) => put(id, { feedAt })),
          forever,
        )
        expect(idsOf(await walk(feed(space, 0, forever)))).toEqual(['e', 'b', 'a', 'c', 'd'])
      })

      it('hides what is stamped ahead until its moment has come', async () => {
        const space = freshSpace()
        await store.write(space, [put('a')], forever)
        expect(await walk(feed(space, 0, now))).toEqual([])
        expect(await walk(feed(space, 0, now + leadMs - 1))).toEqual([])
        expect(idsOf(await walk(feed(space, 0, now + leadMs)))).toEqual(['a'])
      })

      it('shows a record at its newest place only', async () => {
        const space = freshSpace()
        await store.write(space, [put('a', { feedAt: 1 }), put('b', { feedAt: 2 })], forever)
        await store.write(space, [put('a', { feedAt: 3, body: '{"new":true}' })], forever)
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
        await store.write(
          space,
          names(30).map((id, index) => put(id, { feedAt: index % 5 })),
          forever,
        )
        const records = await walk(feed(space, -1, 100, limit))
        expect(idsOf(records).toSorted()).toEqual(names(30).toSorted())
      })

      it('resumes behind any record, also when that record has moved on meanwhile', async () => {
        const space = freshSpace()
        await store.write(
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
        await store.write(space, [put('id-2', { feedAt: 50 })], forever)
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
              if (much) space = { ...space, ...spreadFrom(generationOf(space), now) }
              for (const id of ids) latest.set(id, String(version))
              const puts = ids.map((id) => put(id, { body: String(version) }))
              for (const [id, moment] of await store.write(space, puts, forever)) moments.set(id, moment)
              space = { ...space, ...gatheredFrom(generationOf(space), now) }
            }
            const redraw = async (ids: readonly string[], much: boolean) => {
              if (much) space = { ...space, ...spreadFrom(generationOf(space), now) }
              const known = ids.filter((id) => moments.has(id))
              const puts = known.map((id) => put(id, { body: latest.get(id) ?? '', feedAt: moments.get(id) ?? 0 }))
              await store.write(space, puts, forever)
              space = { ...space, ...gatheredFrom(generationOf(space), now) }
            }
            const poll = async (page: number) => {
              const until = now
              for (let from: RecordPosition | undefined, more = true; more; more = from !== undefined) {
                const answer = await store.feed(space, { after: since - 1, until }, from, { records: page })
                for (const { id, body } of answer.records) known.set(id, body)
                from = answer.next
                // The world goes on while the app turns the page.
                now += 1
                if (from && version % 3 === 0) await write(['id-0'], version % 2 === 0)
                if (from && version % 4 === 0) await redraw(names(8), version % 8 === 0)
              }
              since = until
            }
            for (const todo of steps) {
              if (todo.kind === 'write') await (todo.redraws ? redraw : write)(todo.ids, todo.much)
              if (todo.kind === 'poll') await poll(todo.page)
              if (todo.kind === 'elapse') now += todo.ms
            }
            now += leadMs
            await poll(100)
            now += leadMs
            await poll(100)
            expect(known).toEqual(latest)
          }),
          { numRuns: 25 },
        )
      })

      it('asks the first shard alone for what is younger than the last stretch of much', async () => {
        const space = { ...freshSpace(8), spreads: [{ from: 0, to: 50 }] }
        await store.write(
          space,
          names(20).map((id, index) => put(id, { feedAt: 41 + index })),
          forever,
        )
        const young = await store.feed(space, { after: 50, until: 100 }, undefined, { records: 100 })
        expect(idsOf(young.records)).toEqual(names(20).slice(10))
        expect(young.next).toBeUndefined()
        expect(idsOf(await walk(feed(space, 40, 100, 3))).toSorted()).toEqual(names(20).toSorted())
      })
    })

    describe('listing the records of an employee', () => {
      it('shows theirs alone, in pages, deleted ones included', async () => {
        const space = freshSpace(3)
        const puts = names(20).map((id, index) =>
          put(id, { employeeId: `e${index % 2}`, deletedAt: index % 3 ? null : 1 }),
        )
        await store.write(space, [...puts, put('nobody')], forever)
        const expected = names(20).filter((_, index) => index % 2 === 1)
        for (const limit of [1, 4, 100]) {
          const records = await walk(ofEmployee(space, 'e1', limit))
          expect(idsOf(records).toSorted()).toEqual(expected.toSorted())
        }
        expect(await walk(ofEmployee(space, 'e2'))).toEqual([])
      })

      it('resumes behind any record', async () => {
        const space = freshSpace(3)
        await store.write(
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
        await store.write(space, [put('a', { employeeId: 'e1' })], forever)
        await store.write(space, [put('a', { employeeId: 'e2' })], forever)
        expect(await walk(ofEmployee(space, 'e1'))).toEqual([])
        expect(idsOf(await walk(ofEmployee(space, 'e2')))).toEqual(['a'])
      })
    })
  })
}
