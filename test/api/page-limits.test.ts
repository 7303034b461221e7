import { describe, expect, it } from 'vitest'
import type { ListQuery } from '#core/api/list-query.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import { readPage } from '../../lambdas/api/read-page.ts'
import type { Walk } from '../../lambdas/api/walk.ts'

const query = (keeps: boolean): ListQuery => ({
  page_size: 250,
  cursor: '',
  include_deleted: false,
  ignore_unsupported_filters: false,
  filters: [{ value: 'x', keeps: () => keeps, needs: [], customField: undefined }],
  scope: {},
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
})
