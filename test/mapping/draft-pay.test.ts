import { describe, expect, it } from 'vitest'
import { draftHistory } from '#core/mapping/draft-history.ts'
import { draft } from './draft-sample.ts'

const constant = (value: string) => [{ from: 'constant', value }]

describe('what the column of pay tells beside the amount', () => {
  it.each([
    ['Jahresgehalt (EUR)', '52.000,00', 'YEAR', 'EUR'],
    ['Salaire mensuel brut', '3 200,00 €', 'MONTH', 'EUR'],
    ['Hourly rate USD', '25.50', 'HOUR', 'USD'],
    ['Salario anual bruto', '£30000', 'YEAR', 'GBP'],
  ])('%s, %s: for a %s, in %s', (name, amount, period, currency) => {
    const { fields } = draft(['Employee ID', name], [['1', amount]], 'employments').mapping
    expect(fields).toMatchObject({ pay_period: constant(period), pay_currency: constant(currency) })
  })

  it('does not overrule columns, and is nothing where amounts are in several currencies', () => {
    const { fields } = draft(
      ['Employee ID', 'Salary', 'Pay period', 'From'],
      [
        ['1', '10 EUR', 'monthly', '2020-01-01'],
        ['2', '10 USD', 'yearly', '2020-01-01'],
      ],
      'employments',
    ).mapping
    expect(fields.pay_period).toMatchObject([{ column: 'Pay period' }])
    expect(fields.pay_currency).toBeUndefined()
  })
})

describe('the employments that a file of people tells', () => {
  const historyOf = (header: readonly string[], rows: readonly (readonly string[])[]) => {
    const input = {
      header,
      rows: rows.map((cells, i) => ({ row: i + 2, cells })),
      dialect: { encoding: 'utf-8', delimiter: ';', headerRow: 1 } as const,
    }
    return draftHistory(input, draft(header, rows))
  }

  it('are one for each of their rows where these are a history', () => {
    const rows = [
      ['1', 'Ann', 'Clerk', '01.01.2020', '31.12.2021', '30000'],
      ['1', 'Ann', 'Lead', '01.01.2022', '', '40000'],
      ['2', 'Bob', 'Clerk', '15.03.2021', '', '31000'],
    ]
    const header = ['Employee ID', 'First name', 'Job title', 'Valid from', 'Valid to', 'Annual salary']
    expect(historyOf(header, rows)).toMatchObject({
      dataset: 'employments',
      files: 'employees',
      id: { columns: ['Employee ID', 'Valid from'] },
      fields: {
        'employee.remote_id': [{ column: 'Employee ID' }],
        effective_date: [{ column: 'Valid from', dateFormat: 'dd.MM.yyyy' }],
        job_title: [{ column: 'Job title' }],
        pay_rate: [{ column: 'Annual salary' }],
        pay_period: constant('YEAR'),
      },
    })
  })

  it('are told apart by their titles, or by the flag, where days do not', () => {
    const header = ['Employee ID', 'First name', 'Job title', 'Primary job', 'Valid from']
    const rows = [
      ['1', 'Ann', 'Clerk', 'Y', '2020-01-01'],
      ['1', 'Ann', 'Trainer', 'N', '2020-01-01'],
      ['2', 'Bob', 'Clerk', 'Y', '2021-03-15'],
    ]
    const idOf = (names: readonly string[], cells: readonly (readonly string[])[]) =>
      historyOf(names, cells)?.id.columns
    expect(idOf(header, rows)).toEqual(['Employee ID', 'Valid from', 'Job title'])
    const undated = rows.map((row) => row.slice(0, 4))
    expect(idOf(header.slice(0, 4), undated)).toEqual(['Employee ID', 'Job title'])
    const alike = undated.map((row) => row.with(2, 'Clerk'))
    expect(idOf(header.slice(0, 4), alike)).toEqual(['Employee ID', 'Job title', 'Primary job'])
  })

  it('are one for each person where only their pay stands there, and none without', () => {
    const people = [
      ['1', 'Ann', '30000'],
      ['2', 'Bob', '31000'],
    ]
    expect(historyOf(['Employee ID', 'First name', 'Base salary'], people)).toMatchObject({
      id: { columns: ['Employee ID'] },
      fields: { pay_rate: [{ column: 'Base salary' }] },
    })
    expect(historyOf(['Employee ID', 'First name', 'Shoe size'], people)).toBeUndefined()
  })
})

describe('what the values of a column decide', () => {
  const sourceOf = (field: string, name: string, values: readonly string[], more: readonly string[] = []) => {
    const rows = values.map((value, i) => [String(i), value, ...more])
    return draft(['Employee ID', name, ...more.map(() => 'Country of residence')], rows).mapping.fields[field]?.[0]
  }

  it('answers in any language say who is active', () => {
    expect(sourceOf('employment_status', 'Activo', ['Sí', 'No'])).toMatchObject({
      values: { sí: 'ACTIVE', no: 'INACTIVE' },
    })
  })

  it.each([
    ['Geslacht', ['M', 'V'], { M: 'MALE', V: 'FEMALE' }],
    ['Sexo', ['V', 'M'], { V: 'MALE', M: 'FEMALE' }],
    ['Sexo', ['H', 'M'], { H: 'MALE', M: 'FEMALE' }],
    ['GESCH', ['1', '2'], { '1': 'MALE', '2': 'FEMALE' }],
  ])('letters of %s mean what they do in its language', (name, values, table) => {
    expect(sourceOf('gender', name, values)).toMatchObject({ values: table })
  })

  it('codes are the ids of what a column names', () => {
    expect(sourceOf('department.remote_id', 'Department', ['D01', 'D02'])).toMatchObject({ column: 'Department' })
    expect(sourceOf('department.name', 'Department', ['Sales', 'IT 2'])).toMatchObject({ column: 'Department' })
  })

  it.each([
    ['first_name', 'First name', ['1', '2']],
    ['mobile_phone_number', 'Mobile', ['yes', 'no']],
    ['bank_account.iban', 'IBAN', ['12345', '67890']],
    ['job_title', 'Job title', ['50001001', '50001002']],
  ])('%s is not filled with what cannot be one', (field, name, values) => {
    expect(sourceOf(field, name, values)).toBeUndefined()
  })

  it('phone numbers without a prefix ring where nearly everybody lives', () => {
    const rows = [
      ['1', '0170 1234567', 'Deutschland'],
      ['2', '0171 1234567', 'DE'],
    ]
    const { fields } = draft(['Employee ID', 'Mobile', 'Home country'], rows).mapping
    expect(fields.mobile_phone_number).toMatchObject([{ column: 'Mobile', country: 'DE' }])
  })
})
