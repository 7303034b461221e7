import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RecordPut } from '#core/ports/record-store.ts'
import { type ApiUnderTest, apiUnderTest, onEmulator } from './api-under-test.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await apiUnderTest({}, onEmulator)
})

const longAgo = Date.UTC(2026, 0, 2)
const groups = 14

const idOf = (number: number): string => String(number).padStart(24, 'x')

const put = (number: number, name: string, moment: RecordPut['changedAt'], deleted = false): RecordPut => ({
  id: idOf(number),
  remoteId: String(number),
  body: JSON.stringify({
    id: idOf(number),
    remote_id: String(number),
    name,
    type: 'TEAM',
    parent_id: null,
    remote_data: null,
  }),
  changedAt: moment,
  feedAt: moment,
  deletedAt: deleted ? moment : null,
})

/** What happens between two pages. Numbers from `groups` on are newcomers. */
const acts = fc.record({
  kind: fc.constantFrom('change', 'remove', 'change', 'nothing'),
  number: fc.nat(groups + 3),
  /** Milliseconds that pass afterwards. */
  pause: fc.constantFrom(0, 0, 1, 2_000, 8_500, 9_500, 11_000),
})

const scenarios = fc.record({
  pageSize: fc.integer({ min: 1, max: groups + 2 }),
  byFeed: fc.boolean(),
  /** How far the app's clock is ahead. */
  skew: fc.oneof(fc.integer({ min: -2_000, max: 2_000 }), fc.constant(1_990)),
  /** How many of the acts come before the walk: the feed may not show them yet. */
  early: fc.nat(4),
  acts: fc.array(acts, { maxLength: 40 }),
})

type Seen = { readonly remote_id: string; readonly name: string; readonly remote_deleted_at: string | null }

/** Every record of a walk; `between` is done after each page. */
const walk = async (
  integrationId: string,
  parameters: Readonly<Record<string, string>>,
  between: () => Promise<void>,
): Promise<readonly Seen[]> => {
  const seen: Seen[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = new URLSearchParams({ ...parameters, cursor, include_deleted: 'true' })
    const headers = { 'x-integration-id': integrationId }
    const { status, json } = await api.call('GET', `/v1/hris/groups?${query}`, { headers })
    expect(status).toBe(200)
    seen.push(...json.data.results)
    cursor = json.data.next
    await between()
  }
  return seen
}

const essence = ({ remote_id, name, remote_deleted_at }: Seen) => [
  remote_id,
  `${name} ${remote_deleted_at === null ? 'is there' : 'is gone'}`,
]

test('a walk during writes shows what stays once, and whatever changes then or in the next poll', async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async ({ pageSize, byFeed, skew, early, acts: planned }) => {
      const { id } = await api.makeIntegration()
      const everything = Array.from({ length: groups }, (_, number) => number)
      await api.putRecords(
        id,
        'hris_teams',
        everything.map((number) => put(number, 'x', longAgo)),
      )
      const present = new Map(everything.map((number) => [String(number), 'x is there']))
      const changed = new Set<string>()
      const left = [...planned]
      const act = async (): Promise<void> => {
        const { kind, number, pause } = left.shift() ?? { kind: 'nothing', number: 0, pause: 0 }
        if (kind !== 'nothing') {
          const name = `y${left.length}`
          await api.putRecords(id, 'hris_teams', [put(number, name, 'stamp', kind === 'remove')])
          present.set(String(number), `${name} is ${kind === 'remove' ? 'gone' : 'there'}`)
          changed.add(String(number))
        }
        api.passTime(pause)
      }
      for (let i = 0; i < early; i += 1) await act()
      const asked = new Date(api.system.clock() + skew).toISOString()
      const since = byFeed ? { updated_after: new Date(longAgo).toISOString() } : {}
      const first = await walk(id, { page_size: String(pageSize), ...since }, act)
      while (left.length > 0) await act()
      // The feed shows a write ten seconds after it.
      api.passTime(11_000)
      const next = await walk(id, { page_size: '250', updated_after: asked }, async () => undefined)
      const times = (number: string) => first.filter(({ remote_id }) => remote_id === number).length
      for (const number of everything.map(String).filter((each) => !changed.has(each))) expect(times(number)).toBe(1)
      expect(Object.fromEntries([...first, ...next].map(essence))).toEqual(Object.fromEntries(present))
    }),
    { numRuns: 40 },
  )
}, 120_000)
