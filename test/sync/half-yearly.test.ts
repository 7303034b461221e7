import { expect, it } from 'vitest'
import { openMemoryWorkplace } from './memory-workplace.ts'

const halfYearMs = 182 * 24 * 60 * 60 * 1000
const staffSize = 10_000
const cutAt = 6
const shareLeft = 0.28

/** How many of a hundred leave until the next snapshot, and are followed by as many others. */
const churns = [3, 28, 7, 19, 12, 5, 15, 23, 10, 26]

/** The same numbers each time, below `limit`. */
const numbers = (seed: number) => {
  let state = seed
  return (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * limit)
  }
}

/** The ids of everybody who is there, every half year. */
const snapshotsOf = (): readonly (readonly number[])[] => {
  const below = numbers(7)
  const snapshots = [Array.from({ length: staffSize }, (_, id) => id)]
  let next = staffSize
  for (const churn of churns) {
    const there = [...(snapshots.at(-1) ?? [])]
    for (let left = (staffSize * churn) / 100; left > 0; left -= 1) there.splice(below(there.length), 1)
    while (there.length < staffSize) there.push(next++)
    snapshots.push(there)
  }
  return snapshots
}

const csvOf = (ids: readonly number[]): string => ['id,name', ...ids.map((id) => `${id},Person ${id}`)].join('\n')

it('of eleven snapshots, half a year apart, exactly the one that was cut is held, and it removes nobody', async () => {
  const mapping = {
    dataset: 'employees' as const,
    id: { columns: ['id'] },
    fields: { first_name: [{ from: 'column' as const, column: 'name' }] },
  }
  const work = await openMemoryWorkplace([mapping])
  const held: number[] = []
  for (const [index, ids] of snapshotsOf().entries()) {
    const rows = index === cutAt ? ids.slice(0, staffSize * shareLeft) : ids
    const { datasets } = await work.run(await work.deliver('employees', csvOf(rows)))
    const counts = datasets[0]?.counts
    if (counts?.held !== 0) held.push(index)
    if (index === cutAt) expect(counts?.removed).toBe(0)
    else expect(new Set(work.living().map(({ remoteId }) => Number(remoteId)))).toEqual(new Set(ids))
    await work.ports.wait(halfYearMs)
  }
  expect(held).toEqual([cutAt])
}, 180_000)
