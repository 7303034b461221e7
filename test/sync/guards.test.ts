import { describe, expect, it } from 'vitest'
import { holdRemovals, idDrift, isDisproved } from '#core/sync/guards.ts'
import { limitAfter } from '#core/sync/limits.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { committed, compared, contents, employeeId, type Row } from './world.ts'

const usual = { dataset: 'employees', removals: 1, given: 99, present: 100, rowsWithoutId: 0, quarantined: 0 } as const

describe('removals of a file', () => {
  it.each([
    { name: 'none', removals: 0, rowsWithoutId: 9, quarantined: 99 },
    { name: 'a tenth', removals: 10, given: 90 },
    { name: 'nine of a few', removals: 9, given: 1, present: 10 },
    { name: 'beside a tenth in rows that were left out', given: 90, quarantined: 10 },
    { name: 'beside nine rows that were left out', given: 1, quarantined: 9 },
  ])('go through: $name', (changed) => {
    expect(holdRemovals({ ...usual, ...changed })).toBeNull()
  })

  it.each([
    { name: 'more than a tenth', removals: 11, given: 89, says: 'lacks 11 of 100' },
    { name: 'any beside rows without an id', rowsWithoutId: 1, says: 'without an id' },
    { name: 'everybody', removals: 3, given: 0, present: 3, says: 'holds no records' },
    { name: 'any beside many rows that were left out', given: 89, quarantined: 10, says: '10 of 99 ids' },
    { name: 'any when every row was left out', given: 0, quarantined: 10, says: '10 of 10 ids' },
  ])('are held: $name', ({ says, ...changed }) => {
    expect(holdRemovals({ ...usual, ...changed })?.issue).toMatchObject({
      code: 'REMOVALS_HELD',
      message: expect.stringContaining(says),
    })
  })
})

describe('the limit of a file', () => {
  const limit = { share: 0.1, records: 10 }

  it.each([
    { days: -1, share: 0.1 },
    { days: 0, share: 0.1 },
    { days: 30, share: 0.1 },
    { days: 60, share: 0.19 },
    { days: 182, share: 0.472 },
    { days: 365, share: 0.5 },
  ])('grows with the days since the last good one: $days', ({ days, share }) => {
    expect(limitAfter(limit, days).share).toBeCloseTo(share, 3)
    expect(limitAfter(limit, days).records).toBe(10)
  })

  it('never becomes less than it was set', () => {
    expect(limitAfter({ share: 0.9, records: 10 }, 365).share).toBe(0.9)
  })
})

describe('a file that lacked many', () => {
  it.each([
    { name: 'nobody is back', back: 0, waiting: 5, disproved: false },
    { name: 'most are back', back: 51, waiting: 49, disproved: true },
    { name: 'few are back', back: 20, waiting: 80, disproved: false },
    { name: 'few are back, and as few are missing', back: 5, waiting: 10, disproved: true },
    { name: 'few are back, and others are missing', back: 5, waiting: 10, missing: 5, disproved: false },
  ])('was wrong, says the next one: $name', ({ disproved, name: _, ...changed }) => {
    expect(isDisproved({ missing: 0, present: 100, ...changed })).toBe(disproved)
  })
})

describe('a file of which many rows were left out', () => {
  const crowd = (from: number, to: number): readonly Row[] =>
    Array.from({ length: to - from }, (_, i) => ({ id: String(from + i), first_name: `P${from + i}` }))
  const bad = Array.from({ length: 30 }, (_, i) => employeeId(String(i)))

  it('removes nobody, but applies the rest', () => {
    const base = committed(compared('employees', contents('employees', crowd(0, 40))))
    const file = contents('employees', [...crowd(31, 40), { id: 'new' }], { quarantined: bad })
    const next = compared('employees', file, { base })
    expect(next.removed).toEqual([])
    expect(next.records.counts('hris_employees')).toMatchObject({ created: 1, held: 1 })
    expect(next.issues.map(({ code }) => code)).toEqual(['REMOVALS_HELD'])
  })

  it('holds nothing on a first load', () => {
    const file = contents('employees', crowd(30, 40), { quarantined: bad })
    const first = compared('employees', file, { base: emptyManifest })
    expect(first.issues).toEqual([])
    expect(first.records.counts('hris_employees')).toMatchObject({ created: 10, held: 0 })
  })
})

describe('ids that have changed', () => {
  const everybody = { dataset: 'employees', missing: 30, created: 30, present: 30 } as const

  it.each([
    { name: 'all', drifts: true },
    { name: 'most, beside people who stay', missing: 16, created: 16, drifts: true },
    { name: 'half, be it turnover', missing: 15, created: 15, drifts: false },
    { name: 'growth', missing: 9, created: 900, present: 15, drifts: false },
    { name: 'a file cut short', created: 9, drifts: false },
    { name: 'a first load', missing: 0, created: 30, present: 0, drifts: false },
    { name: 'a new year of absences', dataset: 'absences' as const, drifts: false },
  ])('are told from other changes: $name', ({ drifts, name: _, ...changed }) => {
    expect(idDrift({ ...everybody, ...changed })?.code).toBe(drifts ? 'ID_DRIFT' : undefined)
  })

  const crowd = (ids: readonly string[]) =>
    contents(
      'employees',
      ids.map((id) => ({ id, first_name: id })),
    )
  const ids = (prefix: string, count = 30) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
  const codes = (file: ReturnType<typeof crowd>, base: ReturnType<typeof committed>) =>
    compared('employees', file, { base }).issues.map(({ code }) => code)

  it('are not seen in those whose removal has been held before', () => {
    const first = committed(compared('employees', crowd(ids(''))))
    const cut = compared('employees', crowd(ids('', 10)), { base: first })
    expect(codes(crowd([...ids('', 10), ...ids('new ')]), committed(cut))).toEqual(['REMOVALS_HELD'])
    expect(codes(crowd(ids('0')), first)).toEqual(['ID_DRIFT'])
  })
})
