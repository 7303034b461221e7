import { describe, expect, it } from 'vitest'
import { unapplied } from '#core/issues/consequence.ts'
import { groupIssues, maxCellsPerColumn, maxGroupsPerCode } from '#core/issues/group.ts'
import { issue, maxIssueRows } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'

const unknownWord = (word: string, row: number) =>
  issue('VALUE_UNKNOWN', { ...say('wordLeftOut', { field: 'gender' }), rows: [row], column: 'Status', example: word })

describe('grouped issues', () => {
  it('say once what many rows share, with every row', () => {
    const groups = groupIssues()
    for (const row of [4, 2, 9]) groups.add(unknownWord('gone', row))
    groups.add(unknownWord('other', 5))
    expect(groups.all()).toMatchObject([
      { example: 'gone', rows: [4, 2, 9], count: 3 },
      { example: 'other', rows: [5], count: 1 },
    ])
  })

  it('keep whole-file issues apart by what they say', () => {
    const groups = groupIssues()
    for (const renamed of ['a (2)', 'a (3)', 'a (2)'])
      groups.add(issue('HEADER_DUPLICATE', { ...say('headerDuplicate', { name: 'a', renamed }), column: 'a' }))
    expect(groups.all().map(({ params }) => params?.renamed)).toEqual(['a (2)', 'a (3)'])
  })

  it('name a bounded number of rows and count them all', () => {
    const groups = groupIssues()
    for (let row = 1; row <= maxIssueRows + 50; row += 1) groups.add(unknownWord('gone', row))
    const [only] = groups.all()
    expect(only?.rows).toHaveLength(maxIssueRows)
    expect(only?.count).toBe(maxIssueRows + 50)
  })

  it('tell a few cells of a column apart that are wrong in the same way, and count the others there', () => {
    const groups = groupIssues()
    const said = say('dateUnreadable', { field: 'start_date', format: 'dd.MM.yyyy' })
    for (const column of ['start', 'end'])
      for (let row = 1; row <= maxCellsPerColumn + 5; row += 1)
        groups.add(issue('DATE_UNREADABLE', { ...said, rows: [row], column, example: `${row}` }))
    const further = groups.all().filter((each) => each.further)
    expect(groups.all()).toHaveLength(2 * (maxCellsPerColumn + 1))
    expect(further).toMatchObject([
      { column: 'start', example: null, count: 5, rows: [26, 27, 28, 29, 30] },
      { column: 'end', example: null, count: 5 },
    ])
  })

  it('keep those of rows that were left out apart from those that were applied', () => {
    const groups = groupIssues()
    groups.add(unknownWord('gone', 4))
    groups.add(unapplied('left_out')(unknownWord('gone', 5)))
    expect(groups.all().map(({ consequence, rows }) => [consequence, rows])).toEqual([
      ['emptied', [4]],
      ['left_out', [5]],
    ])
  })

  it('put what is beyond the limit of a code into one more group, without examples', () => {
    const groups = groupIssues()
    for (let row = 1; row <= maxGroupsPerCode + 30; row += 1) groups.add(unknownWord(`word ${row}`, row))
    groups.add(issue('DATE_UNREADABLE', { ...say('cellUnusable'), rows: [7] }))
    const all = groups.all()
    expect(all).toHaveLength(maxGroupsPerCode + 2)
    expect(all.at(-2)).toMatchObject({ code: 'VALUE_UNKNOWN', column: null, example: null, count: 30, further: true })
    expect(all.at(-1)).toMatchObject({ code: 'DATE_UNREADABLE', count: 1 })
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(maxGroupsPerCode + 31)
  })
})
