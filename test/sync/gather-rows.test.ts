import { describe, expect, it } from 'vitest'
import type { FieldValues } from '#core/mapping/fields.ts'
import { gatherRows, type RecordIdOf } from '../../lambdas/sync/gather-rows.ts'

const idOf: RecordIdOf = ({ model, key }) => `${model} ${key}`

/** Feeds rows to a new gathering: `null` values stand for a quarantined row. */
const gathered = (rows: readonly (readonly [key: string | null, values: FieldValues | null])[]) => {
  const gathering = gatherRows('employees', idOf)
  for (const [index, [key, values]] of rows.entries()) {
    const row = index + 2
    if (key !== null && values !== null) gathering.addMapped({ kind: 'mapped', row, key, values, issues: [] })
    else gathering.addMapped({ kind: 'quarantined', row, key, issues: [] })
  }
  return gathering.finish()
}

const ada = { first_name: 'Ada' }
const bob = { first_name: 'Bob' }

describe('rows that repeat an id', () => {
  it('count once when they say the same', () => {
    const found = gathered([
      ['1', ada],
      ['1', ada],
    ])
    expect(found).toMatchObject({ rows: 2, quarantinedRows: 0, issues: [] })
    expect([...found.records.keys()]).toEqual(['hris_employees 1'])
  })

  it('are quarantined together when they differ, and each is named, copies included', () => {
    const found = gathered([
      ['1', ada],
      ['1', ada],
      ['2', ada],
      ['1', bob],
      ['1', ada],
    ])
    expect(found.issues).toMatchObject([{ code: 'ID_DUPLICATE', rows: [2, 3, 5, 6], example: '1' }])
    expect(found.quarantinedRows).toBe(4)
    expect([...found.records.keys()]).toEqual(['hris_employees 2'])
    expect(found.quarantined).toEqual(new Set(['hris_employees 1']))
  })

  it('are quarantined when one of them is', () => {
    const found = gathered([
      ['1', ada],
      ['1', null],
    ])
    expect(found.records.size).toBe(0)
    expect(found.quarantinedRows).toBe(2)
  })
})

describe('a row', () => {
  it('without a readable id may stand for anybody, and is counted as such', () => {
    expect(
      gathered([
        [null, null],
        ['1', ada],
      ]),
    ).toMatchObject({ rows: 2, quarantinedRows: 1, rowsWithoutId: 1 })
  })

  it('that makes too large a record is quarantined under its id', () => {
    const found = gathered([['1', { first_name: 'x'.repeat(400_000) }]])
    expect(found.issues).toMatchObject([{ code: 'RECORD_TOO_LARGE', rows: [2] }])
    expect(found.quarantined).toEqual(new Set(['hris_employees 1']))
  })
})
