import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draft } from './draft-sample.ts'

const idOf = (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const { mapping, proposals } = draft(
    header,
    rows.map((row) => [...row]),
  )
  const proposed = proposals.find(({ field }) => field === 'remote_id')
  return { columns: mapping.id.columns, reason: proposed?.reason, confidence: proposed?.confidence ?? 0 }
}

describe('the id of people', () => {
  it('is the one that a system gives to its records, and says how it is proven', () => {
    const rows = [
      ['7f3a', '101', 'Ann'],
      ['81bc', '102', 'Bob'],
    ]
    expect(idOf(['id', 'Employee number', 'First name'], rows)).toMatchObject({
      columns: ['id'],
      reason: 'The id: it is different in each of 2 sample rows.',
    })
  })

  it('is no count of the rows', () => {
    const rows = [
      ['1', '4711'],
      ['2', '4712'],
    ]
    expect(idOf(['ID', 'Personalnummer'], rows).columns).toEqual(['Personalnummer'])
  })

  it('is the one that managers are named by', () => {
    const rows = [
      ['1', '10001', ''],
      ['2', '10002', '10001'],
    ]
    expect(idOf(['Employee ID', 'User ID', 'Manager ID'], rows).columns).toEqual(['User ID'])
  })

  it('is no national number', () => {
    const rows = [
      ['123-45-6789', '7', 'Ann'],
      ['223-45-6789', '9', 'Bob'],
    ]
    expect(idOf(['SSN', 'Payroll number', 'First name'], rows).columns).toEqual(['Payroll number'])
  })

  it('is not sure in a single row', () => {
    expect(idOf(['Employee ID'], [['1']]).confidence).toBeLessThan(0.9)
  })

  it('is sure only where it is different in every row', () => {
    const cell = fc.constantFrom('1', '2', '3')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 4 }), (rows) => {
        const header = ['Employee ID', 'Employee number']
        const { columns, confidence } = idOf(header, rows)
        const ids = rows.map((row) => columns.map((name) => row[header.indexOf(name)]).join())
        expect(confidence < 0.9 || new Set(ids).size === rows.length).toBe(true)
      }),
    )
  })
})
