import { describe, expect, it } from 'vitest'
import { renamedByValues } from '#core/mapping/renamed-by-values.ts'

const departments = ['Sales', 'Research', 'Finance', 'Sales', ' ']
const renamed = (had: readonly string[], candidates: Readonly<Record<string, readonly string[]>>) =>
  renamedByValues(had, new Map(Object.entries(candidates)))

describe('a column that is missing', () => {
  it('is found by the values that it had', () => {
    expect(renamed(departments, { F7: ['Bern', 'Basel', 'Chur'], F9: ['Finance', 'Sales', 'Research', 'IT'] })).toBe(
      'F9',
    )
  })

  it('is found by what its values look like where they are all others', () => {
    const dates = ['1980-01-02', '1990-11-12']
    expect(renamed(dates, { F7: ['Bern', 'Basel'], F8: ['2.5', '3.5'], F9: ['2001-01-01', ''] })).toBe('F9')
  })

  it.each([
    { name: 'several columns have the same values', candidates: { F7: departments, F9: departments } },
    { name: 'words are only words', candidates: { F7: ['Bern', 'Basel', 'Chur'] } },
    { name: 'too few values are the same to tell', candidates: { F7: ['Sales', 'Research'] } },
    { name: 'there is no other column', candidates: {} },
    { name: 'the other column is empty', candidates: { F7: ['', ''] } },
  ])('is not guessed where $name', ({ candidates }) => {
    expect(renamed(departments, candidates)).toBeUndefined()
  })
})
