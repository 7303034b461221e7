import { expect, test } from 'vitest'
import { estimateCost } from '#core/deployment/cost.ts'

const dollarsOf = (...given: Parameters<typeof estimateCost>) =>
  Object.fromEntries(estimateCost(...given).map(({ item, dollars }) => [item, dollars]))

test('a deployment in which nothing happens costs its SFTP endpoint, above all', () => {
  const { sftp = 0, ...others } = dollarsOf({ hours: 730, sums: {} })
  expect(sftp).toBeCloseTo(219)
  expect(Object.values(others).reduce((sum, each) => sum + each, 0)).toBeLessThan(3)
})

test('units, requests and the time of syncs are paid by use', () => {
  const { database, api, functions } = dollarsOf({
    hours: 24,
    sums: { WriteUnits: 2_000_000, ReadUnits: 8_000_000, ApiRequests: 1_000_000, SyncDuration: 1_000_000 },
  })
  expect(database).toBeCloseTo(2.25)
  expect(api).toBeCloseTo(3.5)
  // A million calls, and those of housekeeping; a thousand seconds with 2.9 GB.
  expect(functions).toBeCloseTo(0.2 + (24 * 60 * 0.2) / 1_000_000 + 1_000 * (3_008 / 1_024) * 0.000_013_333_4)
})

test('each line shows what it was multiplied from', () => {
  const formulas = estimateCost({ hours: 2, sums: {} }).map(({ formula }) => formula)
  expect(formulas[0]).toBe('2 × $0.3')
})
