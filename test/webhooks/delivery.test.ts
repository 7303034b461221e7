import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterAttempt, deliveredAgain, newDelivery, retryDelay } from '#core/webhooks/delivery.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 0, 1)

const fresh = newDelivery(
  { id: 'd', endpointId: 'e', integrationId: 'i', eventId: 'v', eventType: 'data-changed', body: '{}' },
  now,
)

const attemptAt = (startedAt: number, status: number) => ({
  url: 'https://app.example.com',
  startedAt,
  milliseconds: 10,
  outcome: { kind: 'answered' as const, status, response: '' },
})

it('waits longer after each try, each time by chance a little more or less, and never over five hours', () => {
  const steady = Array.from({ length: 10 }, (_, index) => retryDelay(index + 1, 0.5))
  expect(steady.slice(0, 4)).toEqual([5_000, 20_000, 80_000, 320_000])
  expect(steady.at(-1)).toBe(4 * hour)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, chance) => {
      const middle = retryDelay(tries, 0.5)
      const delay = retryDelay(tries, chance)
      expect(delay).toBeGreaterThanOrEqual(Math.floor(middle * 0.75))
      expect(delay).toBeLessThanOrEqual(Math.ceil(middle * 1.25))
      expect(delay).toBeLessThanOrEqual(5 * hour)
    }),
  )
})

it('whatever chance brings, is tried for a day and then given up, after eight to sixteen tries', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (chances) => {
      let delivery = fresh
      let time = now
      for (const chance of chances) {
        delivery = afterAttempt(delivery, attemptAt(time, 500), chance)
        if (delivery.nextAttemptAt === null) break
        expect(delivery.nextAttemptAt).toBeGreaterThan(time)
        time = delivery.nextAttemptAt
      }
      expect(delivery.state).toBe('FAILED')
      expect(time).toBe(now + 24 * hour)
      expect(delivery.tries).toBeGreaterThanOrEqual(8)
      expect(delivery.tries).toBeLessThanOrEqual(16)
    }),
  )
})

it.each([
  [200, 'SUCCEEDED'],
  [204, 'SUCCEEDED'],
  [299, 'SUCCEEDED'],
  [199, 'PENDING'],
  [300, 'PENDING'],
  [302, 'PENDING'],
  [404, 'PENDING'],
  [410, 'PENDING'],
  [500, 'PENDING'],
])('that is answered by %i is %s', (status, state) => {
  expect(afterAttempt(fresh, attemptAt(now, status), 0.5).state).toBe(state)
})

it('that waited behind others for more than a day is still tried once', () => {
  const late = now + 30 * hour
  expect(afterAttempt(fresh, attemptAt(late, 200), 0.5).state).toBe('SUCCEEDED')
  expect(afterAttempt(fresh, attemptAt(late, 500), 0.5).state).toBe('FAILED')
})

it('remembers its last twenty attempts', () => {
  let delivery = fresh
  for (let count = 0; count < 25; count += 1)
    delivery = deliveredAgain(afterAttempt(delivery, attemptAt(now + count, 500), 0), now)
  expect(delivery.attempts.map(({ startedAt }) => startedAt - now)).toEqual(Array.from({ length: 20 }, (_, i) => i + 5))
})

it('that is asked for again begins anew, a day long', () => {
  const given = afterAttempt(fresh, attemptAt(now + 25 * hour, 500), 0)
  expect(deliveredAgain(given, now + 48 * hour)).toMatchObject({
    state: 'PENDING',
    round: 2,
    tries: 0,
    giveUpAt: now + 72 * hour,
    endedAt: null,
  })
})
