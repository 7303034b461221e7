import { describe, expect, it } from 'vitest'
import { employeesCsv, openWorkplace, type Workplace } from './workplace.ts'

const rows = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1},Person ${index + 1},,B,Bern,Research,2020-01-01`)
const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))
const codesOf = (sync: Awaited<ReturnType<typeof pushed>>) =>
  sync.datasets.flatMap(({ issues }) => issues.map(({ code, rows: at, example }) => [code, at, example]))

describe('rows of totals below the others', () => {
  const totals = [',,,,Total,,3', 'Summe: 3,,,,,,', 'Number of employees: 3']

  it('are said and nothing else: nobody is left out for them, and who is missing is removed', async () => {
    const work = await openWorkplace()
    const first = await pushed(work, 'employees.csv', employeesCsv([...rows(3), ...totals]))
    expect(first.state).toBe('SUCCEEDED')
    expect(first.datasets).toMatchObject([{ outcome: 'applied', counts: { rows: 3, created: 3, quarantined: 0 } }])
    expect(codesOf(first)).toEqual([
      ['TOTALS_LEFT', [5], 'Total'],
      ['TOTALS_LEFT', [6], 'Summe: 3'],
      ['TOTALS_LEFT', [7], 'Number of employees: 3'],
    ])
    const second = await pushed(work, 'employees.csv', employeesCsv([...rows(2), ...totals]))
    expect(second.datasets).toMatchObject([{ counts: { unchanged: 2, removed: 1, quarantined: 0 } }])
  })

  it('need no label at the end, where they hold amounts and nothing else', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', employeesCsv(rows(4)))
    const second = await pushed(work, 'employees.csv', employeesCsv([...rows(3), '', ',,,,12.345,,6', ',,"1,5"']))
    expect(second.datasets).toMatchObject([{ counts: { rows: 3, unchanged: 3, removed: 1, quarantined: 0 } }])
    expect(codesOf(second)).toEqual([
      ['TOTALS_LEFT', [6], '12.345'],
      ['TOTALS_LEFT', [7], '1,5'],
    ])
  })

  it.each([
    ['a day', ',,,,,,2020-01-01'],
    ['a name', ',Ann,,,,,12'],
    ['an id', '9,,,,,,12'],
  ])('have a label or are somebody who has %s', async (_, row) => {
    const work = await openWorkplace()
    const sync = await pushed(work, 'employees.csv', employeesCsv([...rows(2), row]))
    expect(codesOf(sync).map(([code]) => code)).not.toContain('TOTALS_LEFT')
  })

  it('are none between people, nor where most rows are like them', async () => {
    const work = await openWorkplace()
    const between = await pushed(
      work,
      'employees.csv',
      employeesCsv([...rows(2), ',,,,12,,', '3,Ann,,B,Bern,,2020-01-01']),
    )
    expect(codesOf(between).map(([code]) => code)).toEqual(['ID_MISSING'])
    const many = Array<string>(7).fill(',,,,12,,')
    const all = await pushed(work, 'employees.csv', employeesCsv([...rows(3), ...many]))
    expect(codesOf(all)).toMatchObject([['ID_MISSING', [5, 6, 7, 8, 9, 10, 11], null]])
  })

  it('may be followed by lines of text, which are nobody either', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', employeesCsv(rows(4)))
    const ends = [totals[0] ?? '', '', 'End of report', '*** 3 rows ***,,,,,,']
    const second = await pushed(work, 'employees.csv', employeesCsv([...rows(3), ...ends]))
    expect(second.datasets).toMatchObject([{ counts: { rows: 3, unchanged: 3, removed: 1, quarantined: 0 } }])
    expect(codesOf(second)).toEqual([
      ['TOTALS_LEFT', [5], 'Total'],
      ['TEXT_LEFT', [7], 'End of report'],
      ['TEXT_LEFT', [8], '*** 3 rows ***'],
    ])
  })

  it.each([
    ['ids are words', ['Ada Lovelace,Ada,,B,Bern,Research,2020-01-01', 'Grace Hopper,,,,,,']],
    ['they stand between people', ['End of page', ...rows(2)]],
  ])('are rows like any other where %s', async (_, lines) => {
    const work = await openWorkplace()
    const sync = await pushed(work, 'employees.csv', employeesCsv(lines))
    expect(codesOf(sync).map(([code]) => code)).not.toContain('TEXT_LEFT')
  })

  it('may be told by a column that the mapping does not read', async () => {
    const work = await openWorkplace()
    const csv = `${employeesCsv(rows(2)).replaceAll('\n', ',x\n').replace(/$/, ',x')}\n,,,,,,2,Total\n`
    const sync = await pushed(work, 'employees.csv', csv)
    expect(codesOf(sync)).toEqual([['TOTALS_LEFT', [4], 'Total']])
  })

  it('are told from a person who lacks the id', async () => {
    const work = await openWorkplace()
    const sync = await pushed(work, 'employees.csv', employeesCsv([...rows(2), ',Total,1,B,Bern,Research,2020-01-01']))
    expect(codesOf(sync).map(([code]) => code)).toEqual(['ID_MISSING'])
  })
})
