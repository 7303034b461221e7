import { afterEach, beforeAll, expect, vi } from 'vitest'

// A test that makes noise hides a problem: unexpected output to the console fails it.
const levels = ['log', 'info', 'warn', 'error'] as const
const said: unknown[][] = []

beforeAll(() => {
  for (const level of levels)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      said.push([level, ...words])
    })
})

afterEach(() => {
  expect(said.splice(0), 'unexpected console output').toEqual([])
})
