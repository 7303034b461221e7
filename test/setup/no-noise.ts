import { afterEach, beforeEach, expect, vi } from 'vitest'

// A test that makes noise hides a problem: unexpected output to the console fails it.
const levels = ['log', 'info', 'warn', 'error'] as const

beforeEach(() => {
  for (const level of levels) vi.spyOn(console, level).mockImplementation(() => undefined)
})

afterEach(() => {
  const said = levels.flatMap((level) => vi.mocked(console[level]).mock.calls.map((call) => [level, ...call]))
  vi.restoreAllMocks()
  expect(said, 'unexpected console output').toEqual([])
})
