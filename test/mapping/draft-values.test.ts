import { describe, expect, it } from 'vitest'
import { draft, proposed } from './draft-sample.ts'

describe('the dates of a draft', () => {
  const formatOf = (values: readonly string[], delimiter: ',' | ';' = ',') => {
    const rows = values.map((value, i) => [String(i), value])
    const { mapping, issues } = draft(['Employee ID', 'Hire date'], rows, 'employees', delimiter)
    const [source] = mapping.fields.start_date ?? []
    return [source?.from === 'column' ? (source.dateFormat ?? 'ISO') : 'none', issues.map(({ code }) => code).join()]
  }

  it.each([
    [['2020-01-02', '2020-12-31'], 'ISO', ''],
    [['20200102'], 'ISO', ''],
    [['2020/01/02'], 'yyyy/MM/dd', ''],
    [['01.02.2020'], 'dd.MM.yyyy', ''],
    [['01.02.20', '31.12.99'], 'dd.MM.yy', ''],
    [['01/02/2020', '13/02/2020'], 'dd/MM/yyyy', ''],
    [['01/02/2020', '02/13/2020'], 'MM/dd/yyyy', ''],
    [['1/2/2020', '12/31/2020'], 'MM/dd/yyyy', ''],
    [['31-12-2020'], 'dd-MM-yyyy', ''],
    [['01/02/2020', '03/04/2020'], 'MM/dd/yyyy', 'DATE_AMBIGUOUS'],
    [['2020-01-02 00:00:00'], 'ISO', ''],
    [['00.00.0000', '01.02.2020'], 'dd.MM.yyyy', ''],
    [['43831', '44000.5'], 'serial', ''],
    [['N/A', '01.02.2020', '-'], 'dd.MM.yyyy', ''],
    [['soon'], 'none', 'COLUMN_UNFIT'],
  ])('%j are read as %s', (values, format, issue) => {
    expect(formatOf(values)).toEqual([format, issue])
  })

  it('are day first in a file with semicolons, when nothing else tells', () => {
    expect(formatOf(['01/02/2020'], ';')).toEqual(['dd/MM/yyyy', 'DATE_AMBIGUOUS'])
  })

  it('are decided by another column of the file', () => {
    const rows = [['1', '01/02/2020', '25/12/1980']]
    const { mapping } = draft(['Employee ID', 'Hire date', 'Birth date'], rows, 'employees', ',')
    expect(mapping.fields.start_date).toMatchObject([{ dateFormat: 'dd/MM/yyyy' }])
  })
})

describe('the id of a draft', () => {
  it('is the column whose name says so and whose values are all different', () => {
    const header = ['Employee ID', 'Personnel number']
    const { mapping, proposals } = draft(header, [
      ['a', '1'],
      ['a', '2'],
    ])
    expect(mapping.id.columns).toEqual(['Personnel number'])
    expect(proposals[0]).toMatchObject({ field: 'remote_id', confidence: 0.95 })
  })

  it('is named all the same where it repeats, and that is said', () => {
    const { mapping, issues } = draft(
      ['Worker ID', 'Email'],
      [
        ['1', 'a@example.com'],
        ['1', 'b@example.com'],
      ],
    )
    expect(mapping.id.columns).toEqual(['Worker ID'])
    expect(issues).toMatchObject([{ code: 'ID_UNSURE', column: 'Worker ID' }])
    expect(issues[0]?.message).toContain('1 repeat')
  })

  it('is the most unique column where no name says so, with little confidence', () => {
    const { proposals, issues } = draft(
      ['Vorname', 'E-Mail'],
      [
        ['Ann', 'a@example.com'],
        ['Ann', 'b@example.com'],
      ],
    )
    expect(proposals[0]).toMatchObject({ field: 'remote_id', column: 'E-Mail', confidence: 0.3 })
    expect(issues).toMatchObject([{ code: 'ID_UNSURE' }])
  })

  it('is a login only where it is unique', () => {
    expect(
      proposed(
        ['Login', 'City'],
        [
          ['a', 'x'],
          ['b', 'x'],
        ],
      ).remote_id,
    ).toBe('Login')
  })
})

it('words that say that there is no value are named for each column that has them', () => {
  const rows = [
    ['1', 'N/A', 'Ann', '-'],
    ['2', '01.02.2020', 'Bob', 'Clerk'],
    ['3', 'n/d', 'NULL', 'Clerk'],
  ]
  const { fields } = draft(['Employee ID', 'Hire date', 'First name', 'Job title'], rows).mapping
  expect(fields).toMatchObject({
    start_date: [{ column: 'Hire date', empty: ['N/A', 'n/d'], dateFormat: 'dd.MM.yyyy' }],
    first_name: [{ column: 'First name', empty: ['NULL'] }],
    job_title: [{ column: 'Job title', empty: ['-'] }],
  })
})

it('a code with its label gives a group both, and a job the label', () => {
  const rows = [
    ['1', '124#CEO', 'D07 - Sales'],
    ['2', '9#Clerk', 'D08 - Research'],
  ]
  const { fields } = draft(['Employee ID', 'Job title', 'Department'], rows).mapping
  const part = (separator: string, take: 'code' | 'label') => [expect.objectContaining({ part: { separator, take } })]
  expect(fields).toMatchObject({
    job_title: part('#', 'label'),
    'department.remote_id': part(' - ', 'code'),
    'department.name': part(' - ', 'label'),
  })
})

it('a column whose name says nothing is told by addresses and account numbers in it', () => {
  const rows = [
    ['1', 'ann@example.com', 'DE89 3704 0044 0532 0130 00'],
    ['2', 'bob@example.com', 'DE02 1203 0000 0000 2020 51'],
  ]
  expect(proposed(['Employee ID', 'column 2', 'column 3'], rows)).toMatchObject({
    work_email: 'column 2',
    'bank_account.iban': 'column 3',
  })
  expect(Object.keys(proposed(['Employee ID', 'Emergency contact', 'column 3'], rows))).not.toContain('work_email')
})

it('kinds of work that a company has words of its own for are proposed, to be explained in the mapping', () => {
  const rows = ['Stammkraft', 'Stammkraft', 'Aushilfe', 'Aushilfe'].map((word, i) => [String(i), word])
  expect(proposed(['Personalnummer', 'Vertragsart'], rows)).toMatchObject({ employment_type: 'Vertragsart' })
  const dates = ['1.1.2020', '1.1.2020', '1.2.2020', '1.2.2020'].map((word, i) => [String(i), word])
  expect(Object.keys(proposed(['Personalnummer', 'Vertragsart'], dates))).not.toContain('employment_type')
})

it('people without an id are told apart by name and first day, or by a unique address', () => {
  const header = ['Vorname', 'Nachname', 'Eintritt']
  const rows = [
    ['Ann', 'Berg', '01.02.2020'],
    ['Ann', 'Berg', '01.03.2021'],
    ['Bob', 'Cole', '01.02.2020'],
  ]
  const { mapping, issues } = draft(header, rows)
  expect(mapping.id.columns).toEqual(['Nachname', 'Vorname', 'Eintritt'])
  expect(issues).toMatchObject([{ code: 'ID_UNSURE' }])
  const mails = rows.map((cells, i) => [...cells, `p${i}@example.com`])
  expect(draft([...header, 'E-Mail'], mails).mapping.id.columns).toEqual(['E-Mail'])
})
