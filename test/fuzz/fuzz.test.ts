import { describe, expect, it } from 'vitest'
import { fuzz } from './run.ts'
import { targets } from './targets.ts'

describe('what takes input from outside', () => {
  it.each(targets.map(({ name }) => name))('stands whatever it is given: %s', { timeout: 120_000 }, async (name) => {
    expect(await fuzz({ targets: [name], cases: 150, seed: 1 })).toEqual([])
  })
})
