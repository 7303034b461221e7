import { expect, it } from 'vitest'
import { deliveryKey, deliveryPartition, endpointKey } from '#core/control/keys.ts'
import { deliveryIdOf } from '#core/ids/base58.ts'
import type { Endpoint } from '#core/webhooks/endpoint.ts'
import { forgetDeliveries } from '../../lambdas/housekeeping/forget-deliveries.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const day = 86_400_000
const now = Date.UTC(2026, 5, 1)

const endpoint: Endpoint = {
  id: 'e',
  url: 'https://app.example.com',
  description: '',
  events: null,
  isEnabled: true,
  secrets: [],
  createdAt: 0,
  deletedAt: null,
}

const underTest = async (parts: Partial<Endpoint>, ages: readonly number[]) => {
  const control = memoryControlStore()
  await control.create(endpointKey('e'), { ...endpoint, ...parts })
  for (const [index, age] of ages.entries()) {
    const id = deliveryIdOf(now - age, Uint8Array.of(index))
    await control.create(deliveryKey('e', id), { age })
  }
  const listed = async () => (await control.query({ ...deliveryPartition('e'), limit: 1_000 })).documents
  return {
    forget: () => forgetDeliveries({ control, now: () => now }),
    left: async () => (await listed()).map(({ value }) => Object(value).age),
    isThere: async () => (await control.get(endpointKey('e'))) !== undefined,
  }
}

it('forgets deliveries after thirty days', async () => {
  const { forget, left, isThere } = await underTest({}, [31 * day, 30 * day + 1, 30 * day, 29 * day, 0])
  await forget()
  expect(await left()).toEqual([30 * day, 29 * day, 0])
  expect(await isThere()).toBe(true)
})

it('forgets all deliveries of an endpoint that was removed, and then the endpoint', async () => {
  const { forget, left, isThere } = await underTest(
    { deletedAt: now },
    Array.from({ length: 150 }, () => day),
  )
  await forget()
  expect((await left()).length).toBeGreaterThan(0)
  expect(await isThere()).toBe(true)
  await forget()
  expect(await left()).toEqual([])
  expect(await isThere()).toBe(false)
})
