import { describe, expect, test } from 'vitest'
import { livesOn, livingRecords } from '#core/sync/living.ts'
import { touch } from '#core/sync/touch.ts'
import { unchanged } from '#core/sync/unchanged.ts'
import { committed, compared, contents, differences, employeeId, type Row } from './world.ts'

const model = 'hris_employees'
const people = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), 'department.name': 'Sales' }))

/** Fifty of a hundred are missing, so that their removal is held. */
const held = compared('employees', contents('employees', people(50)), {
  base: committed(compared('employees', contents('employees', people(100)))),
})
const manifest = committed(held)

const idsOf = (...keys: readonly string[]) => ({ model, ids: new Set(keys.map(employeeId)), as: 'touched' }) as const

describe('what is committed, compared with nothing', () => {
  const comparison = unchanged(manifest, model)

  test('lives on as it is', () => {
    const living = [...livingRecords(comparison)]
    expect(living).toHaveLength(manifest.size)
    expect(new Set(living.map(({ difference }) => difference))).toEqual(new Set(['unchanged']))
    expect(livesOn(comparison, employeeId('7'))).toBe(true)
  })

  test('keeps what is held as it was held', () => {
    expect(comparison.settledCount).toBe(50)
    expect(comparison.records.counts(model)).toMatchObject({ held: 50, unchanged: 0 })
    expect(comparison.records.get(employeeId('77'))?.absentSince).toBe('file')
  })
})

describe('touched records', () => {
  const comparison = touch(unchanged(manifest, model), idsOf('7', '8', '77', 'nobody'))

  test('are rendered anew, and nobody else is', () => {
    const touched = [...comparison.records.values()].filter(({ difference }) => difference === 'touched')
    expect(touched.map(({ next }) => next.remoteId).sort()).toEqual(['7', '77', '8'])
    expect([...livingRecords(comparison)]).toHaveLength(manifest.size)
  })

  test('are counted as such, but for those that are held', () => {
    expect(comparison.records.counts(model)).toMatchObject({ touched: 2, unchanged: 0, held: 50 })
    expect(comparison.settledCount).toBe(48)
    expect(comparison.records.counts('hris_teams')).toMatchObject({ touched: 0, unchanged: 1 })
  })

  test('keep what else is to be said of them', () => {
    const was = committed(compared('employees', contents('employees', [{ id: '1', first_name: 'Ada' }, { id: '2' }])))
    const file = contents('employees', [{ id: '1', first_name: 'Adele' }, { id: '2' }, { id: '3' }])
    const next = touch(compared('employees', file, { base: was }), idsOf('1', '2', '3'))
    expect(differences(next, model)).toEqual({ 1: 'changed', 2: 'touched', 3: 'created' })
  })
})
