import { describe, expect, it } from 'vitest'
import { emptyRules, passing, withChosen, withPassing } from '../../web/flow/filter/rules.ts'

const field = {
  field: 'work_location',
  values: [
    { value: 'berlin', label: 'Berlin', count: 2 },
    { value: null, label: null, count: 1 },
  ],
  more: false,
}

describe('the rules of a filter', () => {
  it('are none where everybody passes: who comes later passes too', () => {
    expect(passing([], field)).toEqual(['berlin', null])
    expect(withPassing([{ field: 'work_location', values: ['berlin'] }], field, ['berlin', null])).toEqual([])
  })

  it('name the values that pass, beside the rules of other fields', () => {
    const other = { field: 'group', values: ['a'] }
    expect(withPassing([other], field, [null])).toEqual([other, { field: 'work_location', values: [null] }])
  })

  it('stay when more values exist than are listed', () => {
    expect(withPassing([], { ...field, more: true }, ['berlin', null])).toHaveLength(1)
  })

  it('are a mistake when nobody can pass', () => {
    expect(emptyRules(withPassing([], field, []))).toHaveLength(1)
  })

  it('still show what was chosen and is in the file no longer', () => {
    const rules = [{ field: 'work_location', values: ['rome'] }]
    expect(withChosen(field, rules).values.at(-1)).toEqual({ value: 'rome', label: 'rome', count: 0 })
  })
})
