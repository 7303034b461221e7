import { describe, expect, it } from 'vitest'
import { draft } from './draft-sample.ts'

const told = (...input: Parameters<typeof draft>) => {
  const { mapping, issues } = draft(...input)
  return { rows: mapping.rows, issues: issues.map(({ code, column }) => `${code} ${column}`) }
}

describe('several rows of one person', () => {
  const header = ['Employee ID', 'First Name', 'Last Name', 'Job Title', 'Primary Job', 'Start Date']
  const rows = [
    ['1', 'Ann', 'Berg', 'Engineer', 'Yes', '2020-01-01'],
    ['1', 'Ann', 'Berg', 'Trainer', 'No', '2021-01-01'],
    ['2', 'Bob', 'Cole', 'Clerk', 'Yes', '2019-01-01'],
  ]

  it('count by the flag that marks one of them', () => {
    expect(told(header, rows)).toEqual({
      rows: { current: { flag: { column: 'Primary Job', values: ['Yes'] }, from: 'Start Date' } },
      issues: ['ROWS_ASSUMED Primary Job'],
    })
  })

  it('count by their days where the flag marks several', () => {
    const several = rows.map((row) => row.with(4, 'Yes'))
    expect(told(header, several)).toEqual({
      rows: { current: { from: 'Start Date' } },
      issues: ['ROWS_ASSUMED Start Date'],
    })
  })

  it('are nothing that is assumed where each person has one', () => {
    expect(told(header, rows.slice(1))).toEqual({ rows: undefined, issues: [] })
  })
})

describe('blocks of rows', () => {
  it('of a person have what is printed above them, and are a history', () => {
    const header = ['Employee ID', 'Name', 'Effective Date', 'Job Title', 'End Date']
    const rows = [
      ['1', 'Ann Berg', '2020-01-01', 'Clerk', ''],
      ['', '', '2021-01-01', 'Lead', ''],
      ['2', 'Bob Cole', '2019-01-01', 'Clerk', ''],
      ['', '', '2022-01-01', 'Boss', ''],
    ]
    const { rows: found, issues } = told(header, rows)
    expect(found).toMatchObject({ fillDown: ['Employee ID', 'Name'], current: { from: 'Effective Date' } })
    expect(issues).toEqual(['ROWS_ASSUMED Employee ID + Name', 'ROWS_ASSUMED Effective Date'])
  })

  it('of a department have its name', () => {
    const header = ['Department', 'Employee ID', 'First Name', 'Last Name']
    const rows = [
      ['Sales', '1', 'Ann', 'Berg'],
      ['', '2', 'Bob', 'Cole'],
      ['', '3', 'Cyd', 'Dorn'],
      ['Research', '4', 'Dee', 'Eck'],
      ['', '5', 'Eve', 'Fox'],
    ]
    expect(told(header, rows)).toEqual({ rows: { fillDown: ['Department'] }, issues: ['ROWS_ASSUMED Department'] })
    expect(told(header, [...rows, ['Sales', '6', 'Fay', 'Gee']]).rows).toBeUndefined()
  })

  it('are none where rows without an id have a name', () => {
    const rows = [
      ['1', 'Ann Berg'],
      ['', 'Bob Cole'],
      ['', 'Cyd Dorn'],
    ]
    expect(told(['Employee ID', 'Name'], rows).rows).toBeUndefined()
  })
})

describe('numbers of three places behind a sign', () => {
  const decimalOf = (name: string, cells: readonly string[], beside: readonly string[] = []) => {
    const { mapping, issues } = draft(
      ['Employee ID', name, 'Other'],
      cells.map((cell, i) => [String(i), cell, beside[i] ?? '']),
      name === 'Salary' ? 'employments' : 'employees',
      ',',
    )
    const [source] = mapping.fields[name === 'Salary' ? 'pay_rate' : 'weekly_hours'] ?? []
    const doubted = issues.some(({ code }) => code === 'NUMBER_AMBIGUOUS')
    return [source?.from === 'column' ? (source.decimal ?? '.') : undefined, doubted]
  }

  it.each([
    ['Salary', ['3.500', '4.200'], ',', true],
    ['Salary', ['3,500', '12,000', '900'], '.', true],
    ['Salary', ['3,500.00', '4.200'], '.', false],
    ['Salary', ['1.234.567', '4.200'], ',', false],
    ['Weekly Hours', ['38.500', '40.000'], '.', true],
    ['Weekly Hours', ['0.500', '40.000'], '.', false],
  ])('of %s %j have %j for their decimal sign (told: %j)', (name, cells, decimal, doubted) => {
    expect(decimalOf(name, cells)).toEqual([decimal, doubted])
  })

  it('are read as another column tells', () => {
    expect(decimalOf('Salary', ['3.500', '4.200'], ['38,5', '40,0'])).toEqual([',', false])
  })
})

it.each([
  ['2021-05-31T22:00:00.000Z', true],
  ['2021-05-31T23:00:00+01:00', true],
  ['2021-06-01T00:00:00+02:00', false],
  ['2021-06-01T08:30:00', false],
  ['2021-06-01', false],
])('days with a time in a zone may be the day before, which is told: %s (%j)', (cell, isTold) => {
  const { issues } = draft(['Employee ID', 'Start date'], [['1', cell]])
  expect(issues.some(({ code }) => code === 'DATE_ZONED')).toBe(isTold)
})

it('a column whose cells are not what its name says is not proposed, and that is told', () => {
  const header = ['Employee ID', 'Hire date', 'Weekly hours', 'Job title']
  const rows = [
    ['1', '01.02.2020', 'many', 'Clerk'],
    ['2', 'spring', 'few', ''],
    ['3', 'summer', '40', 'Lead'],
  ]
  expect(told(header, rows).issues).toEqual(['COLUMN_UNFIT Hire date', 'COLUMN_UNFIT Weekly hours'])
})
