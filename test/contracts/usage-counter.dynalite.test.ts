import { describe, expect, it } from 'vitest'
import { dynamoUsageCounter } from '../../lambdas/adapters/dynamo-usage-counter.ts'
import { dynalite, tables } from './dynalite.ts'

const dynamo = await dynalite()
/** As many instances of a function, each with a connection of its own. */
const instances = [1, 2, 3, 4].map(() => dynamoUsageCounter({ client: dynamo.client(), table: tables.control }))
const [counter] = instances
if (!counter) throw new Error('no counter')

describe('the usage counter', () => {
  it('counts from one in each window, each name for itself', async () => {
    expect(await counter.count('a', 7)).toBe(1)
    expect(await counter.count('a', 7)).toBe(2)
    expect(await counter.count('b', 7)).toBe(1)
    expect(await counter.count('a', 8)).toBe(1)
  })

  it('knows the window of the last use', async () => {
    expect(await counter.lastWindow('used')).toBeUndefined()
    await counter.count('used', 3)
    await counter.count('used', 5)
    expect(await counter.lastWindow('used')).toBe(5)
  })

  it('counts every use exactly once, whichever instance it comes to and whoever begins the window', async () => {
    const uses = Array.from({ length: 40 }, (_, index) => instances[index % instances.length]?.count('shared', 9))
    const counts = await Promise.all(uses)
    expect(counts.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  it('counts an instance whose clock is behind into the window that the others are in', async () => {
    await counter.count('skewed', 20)
    expect(await counter.count('skewed', 19)).toBe(2)
    expect(await counter.lastWindow('skewed')).toBe(20)
  })
})
