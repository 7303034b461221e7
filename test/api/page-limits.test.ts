import { describe, expect, it } from 'vitest'
import type { ListQuery } from '#core/api/list-query.ts'
import type { RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import { readPage } from '../../lambdas/api/read-page.ts'
import { type Walk, walkChanges, walkIds, walkOfEmployee } from '../../lambdas/api/walk.ts'

const query = (keeps: boolean): ListQuery => ({
  page_size: 250,
  cursor: '',
  include_deleted: false,
  ignore_unsupported_filters: false,
  filters: [{ value: 'x', keeps: () => keeps, needs: [], customField: undefined }],
  scope: {},
})

const space = { integrationId: 'sftp:1', model: 'hris_employees', generation: 1, shards: 1 } as const

const large = (index: number, note: string): StoredRecord => ({
  id: String(index),
  remoteId: null,
  body: JSON.stringify({ id: String(index), note }),
  changedAt: 0,
  feedAt: 0,
  deletedAt: null,
})

/** A store of so large records, which counts what it reads. */
const storeOf = (characters: number) => {
  let read = 0
  const note = 'n'.repeat(characters)
  const some = (count: number) => {
    const records = Array.from({ length: count }, (_, index) => large(index, note))
    for (const { body } of records) read += body.length
    return records
  }
  const page = async (limit: { readonly records: number }) => ({
    records: some(limit.records),
    next: { shard: 0, afterId: 'x', afterFeedAt: 0 },
  })
  const records = {
    get: async (_: RecordSpace, ids: readonly string[]) => some(ids.length),
    list: () => page({ records: 1 }),
    feed: (_: RecordSpace, __: object, ___: unknown, limit: { readonly records: number }) => page(limit),
    listByEmployee: (_: RecordSpace, __: string, ___: unknown, limit: { readonly records: number }) => page(limit),
  }
  return { records, read: () => read }
}

const ids = Array.from({ length: 5_000 }, (_, index) => String(index))
const walks: Readonly<Record<string, (records: ReturnType<typeof storeOf>['records']) => Walk>> = {
  'by updated_after': (records) => walkChanges(records, space, 0, 1),
  'by ids': (records) => walkIds(records, space, ids),
  'by employee': (records) => walkOfEmployee(records, space, 'e'),
}

describe.each(Object.entries(walks))('a page %s', (_, walkThrough) => {
  it.each([1_000, 20_000, 300_000])('reads at most a few MB of records of %i characters', async (characters) => {
    const { records, read } = storeOf(characters)
    const page = await readPage(walkThrough(records), query(false), undefined, () => 0)
    expect(page.results).toEqual([])
    expect(page.next).toBeDefined()
    expect(read()).toBeGreaterThan(3_900_000)
    expect(read()).toBeLessThan(8_100_000)
  })

  it('of large records shows some, and goes on', async () => {
    const { records, read } = storeOf(300_000)
    const page = await readPage(walkThrough(records), query(true), undefined, () => 0)
    expect(page.results.length).toBeGreaterThan(5)
    expect(page.next).toBeDefined()
    expect(read()).toBeLessThan(12_000_000)
  })
})

/** A walk through ever the same record of so many bytes; each stretch takes some time. */
const endless = (bytes: number, stretchMs: number) => {
  let time = 0
  let read = 0
  const record: StoredRecord = {
    id: 'x',
    remoteId: 'x',
    body: JSON.stringify({ id: 'x', note: 'n'.repeat(bytes) }),
    changedAt: 0,
    feedAt: 0,
    deletedAt: null,
  }
  const walk: Walk = async (from, limit) => {
    time += stretchMs
    const offset = from && 'offset' in from ? from.offset : 0
    const records = Array.from({ length: limit }, () => record)
    read += limit
    return { records, behind: () => ({ offset: offset + 1 }), next: { offset: offset + limit } }
  }
  return { walk, clock: () => time, read: () => read }
}

describe('a page that finds little', () => {
  it('ends after 4 MB, empty but not the last', async () => {
    const { walk, clock, read } = endless(1_000, 1)
    const page = await readPage(walk, query(false), undefined, clock)
    expect(page.results).toEqual([])
    expect(page.next).toEqual({ offset: read() })
    expect(read()).toBeGreaterThan(3_900)
    expect(read()).toBeLessThan(4_500)
  })

  it('ends after 5 seconds, empty but not the last', async () => {
    const { walk, clock, read } = endless(10, 600)
    const page = await readPage(walk, query(false), undefined, clock)
    expect(page).toEqual({ results: [], next: { offset: read() } })
    expect(clock()).toBe(5_400)
  })
})

describe('a page of large records', () => {
  it('ends before it has 5 MB, and goes on behind the last that it shows', async () => {
    const { walk, clock } = endless(300_000, 1)
    const { results, next } = await readPage(walk, { ...query(true), page_size: 250 }, undefined, clock)
    const size = results.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(size).toBeGreaterThan(4_000_000)
    expect(size).toBeLessThan(5_000_000)
    expect(next).toEqual({ offset: 1 })
  })

  it('fits into the answer of a function also when every character must be escaped once more', async () => {
    const record = large(1, '"'.repeat(100_000))
    const walk: Walk = async (_, limit) => ({
      records: Array.from({ length: limit }, () => record),
      behind: () => ({ offset: 1 }),
      next: { offset: limit },
    })
    const { results } = await readPage(walk, query(true), undefined, () => 0)
    const answer = Buffer.byteLength(JSON.stringify({ body: results.join(',') }))
    expect(answer).toBeGreaterThan(5_000_000)
    expect(answer).toBeLessThan(6_000_000)
  })
})
