import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/control/documents.ts'
import { endpointKey } from '#core/control/keys.ts'
import type { Outcome } from '#core/webhooks/delivery.ts'
import { EndpointSchema } from '#core/webhooks/endpoint.ts'
import { queueDelivery } from '#core/webhooks/queue-delivery.ts'
import { finished, openPostOffice } from './post-office.ts'

const minute = 60_000
const silence: Outcome = { kind: 'failed', code: 'TIMED_OUT', message: 'no answer' }
const thanks: Outcome = { kind: 'answered', status: 204, response: '' }
const sorry: Outcome = { kind: 'answered', status: 500, response: '' }

/** A post office whose one endpoint does what `outcome` says, and its deliveries of so many integrations. */
const officeOf = async (integrations: number) => {
  const attempts: { at: number; syncId: string }[] = []
  const endpoint: { outcome: Outcome } = { outcome: silence }
  const office = await openPostOffice((ports) => ({
    ...ports,
    post: async ({ body }) => {
      attempts.push({ at: office.now(), syncId: JSON.parse(body).data.sync_id })
      return endpoint.outcome
    },
  }))
  const { id } = await office.addEndpoint('https://app.example.com/hooks')
  for (let integration = 1; integration <= integrations; integration += 1)
    for (const sync of [1, 2]) await office.tell(finished(integration, integration * 10 + sync))
  const live = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed += 1) {
      await office.work()
      office.pass(minute)
    }
    await office.work()
  }
  return { id, office, attempts, endpoint, live }
}

describe('an address that does not answer', () => {
  it('is tried by one delivery at a time, at most once in five minutes in the end', async () => {
    const { attempts, live, office } = await officeOf(30)
    await live(120)
    const lastHour = attempts.filter(({ at }) => at > office.now() - 60 * minute)
    expect(lastHour.length).toBeGreaterThan(5)
    expect(lastHour.length).toBeLessThanOrEqual(13)
  })

  it('gets everything, in the order of each integration, soon after it answers again', async () => {
    const { attempts, endpoint, live } = await officeOf(30)
    await live(60)
    endpoint.outcome = thanks
    attempts.length = 0
    await live(5 * 60)
    expect(new Set(attempts.map(({ syncId }) => syncId)).size).toBe(60)
    const order = attempts.map(({ syncId }) => Number(syncId))
    for (let integration = 1; integration <= 30; integration += 1)
      expect(order.indexOf(integration * 10 + 1)).toBeLessThan(order.indexOf(integration * 10 + 2))
  })

  it('is tried at once by what somebody asks for', async () => {
    const { id, attempts, office, live } = await officeOf(5)
    await live(30)
    const before = attempts.length
    const event = { ...finished(1, 99), id: 'asked' }
    const ports = { ...office.ports, hash: office.ports.system.hash }
    await queueDelivery(ports, id, event, { now: office.now(), isTest: true })
    await office.work()
    expect(attempts.slice(before).map(({ syncId }) => syncId)).toContain('99')
  })

  it('is nothing worse for answering with errors: each integration waits for its own deliveries alone', async () => {
    const { id, attempts, endpoint, office } = await officeOf(30)
    endpoint.outcome = sorry
    await office.work()
    expect(attempts).toHaveLength(30)
    const stored = await readDocument(office.control, endpointKey(id), EndpointSchema)
    expect(stored?.unreachable ?? null).toBeNull()
  })
})
