import { describe, expect, it } from 'vitest'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { memoryScratch } from '../../lambdas/mapping/memory-scratch.ts'
import { contentHash } from '../../lambdas/runtime/system.ts'
import { gatherRows } from '../../lambdas/sync/gather-rows.ts'
import { employeeId, idOf } from './world.ts'

const room = { base: emptyManifest, hash: contentHash, scratch: memoryScratch() }

/** Feeds rows to a new gathering: `null` values stand for a quarantined row. */
const gathered = (rows: readonly (readonly [key: string | null, values: FieldValues | null])[]) => {
  const gathering = gatherRows('employees', idOf, room)
  for (const [index, [key, values]] of rows.entries()) {
    const row = index + 2
    if (key !== null && values !== null) gathering.addMapped({ kind: 'mapped', row, key, values, issues: [] })
    else gathering.addMapped({ kind: 'quarantined', row, key, issues: [] })
  }
  return gathering.finish()
}

/** The remote ids of the records that a file gives. */
const given = ({ table }: FileContents): readonly string[] =>
  Array.from({ length: table.size() }, (_, number) => number)
    .filter((number) => table.row(number) > 0)
    .map((number) => table.remoteId(number))

const ada = { first_name: 'Ada' }
const bob = { first_name: 'Bob' }

describe('rows that repeat an id', () => {
  it('count once when they say the same', () => {
    const found = gathered([
      ['1', ada],
      ['1', ada],
    ])
    expect(found).toMatchObject({ rows: 2, quarantinedRows: 0, issues: [] })
    expect(given(found)).toEqual(['1'])
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
    expect(given(found)).toEqual(['2'])
    expect(found.quarantined).toEqual(new Set([employeeId('1')]))
  })

  it('are quarantined when one of them is', () => {
    const found = gathered([
      ['1', ada],
      ['1', null],
    ])
    expect(given(found)).toEqual([])
    expect(found.quarantinedRows).toBe(2)
  })
})

describe('what rows mention', () => {
  const at = (city: string | null) => ({
    ...ada,
    'work_location.name': 'Head office',
    'work_location.address.city': city,
  })

  it('is said of by the first of them, and rows that say something else are named', () => {
    const found = gathered([
      ['1', at('Berlin')],
      ['2', at('Paris')],
      ['3', at('Berlin')],
      ['4', at(null)],
    ])
    expect(found.issues).toMatchObject([{ code: 'MENTION_DIFFERS', rows: [3, 5], example: 'Head office' }])
    expect(found.quarantinedRows).toBe(0)
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
    expect(found.quarantined).toEqual(new Set([employeeId('1')]))
  })
})
