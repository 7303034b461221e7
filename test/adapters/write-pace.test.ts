import { describe, expect, it } from 'vitest'
import { createWritePace } from '../../lambdas/adapters/write-pace.ts'

describe('the pace of writes', () => {
  it('starts small and grows with every success, up to a limit', () => {
    const pace = createWritePace(() => 0)
    const limits = Array.from({ length: 40 }, () => {
      pace.accepted()
      return pace.limit()
    })
    expect(limits.slice(0, 3)).toEqual([3, 4, 5])
    expect(limits.at(-1)).toBe(32)
  })

  it('halves with every refusal, down to one', () => {
    const pace = createWritePace(() => 0)
    for (let count = 0; count < 30; count += 1) pace.accepted()
    const limits = Array.from({ length: 5 }, () => {
      pace.refused()
      return pace.limit()
    })
    expect(limits).toEqual([16, 8, 4, 2, 1])
  })

  it('pauses twice as long after each refusal in a row, five seconds at most, some of it by chance', () => {
    const pace = createWritePace(() => 0.5)
    const pauses = Array.from({ length: 9 }, () => pace.refused())
    expect(pauses).toEqual([25, 50, 100, 200, 400, 800, 1_600, 2_500, 2_500])
    pace.accepted()
    expect(pace.refused()).toBe(25)
  })
})
