import { describe, expect, it } from 'vitest'
import { claimOf, extentInName, namesPart, partWord, resultName } from '#core/files/file-name.ts'

describe('the name of an uploaded file', () => {
  it.each([
    ['employees.csv', 'employees'],
    ['EMPLOYEES.CSV', 'employees'],
    ['employee.csv', 'employees'],
    ['employees-2026-01-31.csv', 'employees'],
    ['employees-delta-2026-01-31.csv', 'employees'],
    ['Employees_Full.csv.gz', 'employees'],
    ['absence_types-delta.csv', 'absence_types'],
    ['employees_20260131.txt', 'employees'],
    ['employees 2026-01-31T06:00:00Z.csv', 'employees'],
    ['employees.csv.gz', 'employees'],
    ['20260131_employees.csv', 'employees'],
    ['2026-01-31T06:00:00Z employees-delta.csv', 'employees'],
    ['31.01.2026-Absences.xlsx', 'absences'],
    ['202601employees_2.csv', 'employees'],
    ['employees', 'employees'],
    ['export/absences.csv', 'absences'],
    ['timesheets.csv', 'timesheets'],
    ['Employment_2026-01-31.csv', 'employments'],
  ])('%s claims to be %s', (name, dataset) => {
    expect(claimOf(name)).toEqual({ kind: 'export', dataset })
  })

  it.each([
    'payroll.csv',
    'my-employees.csv',
    '1_employees.csv',
    '2026_employees.csv',
    '20260131_my_employees.csv',
    'employeeshistory.csv',
    'employee_absences.csv',
    'employees-timesheets.csv',
    'employees-deltaforce.csv',
    'employees-full-time.csv',
  ])('%s says nothing that is known', (name) => {
    expect(claimOf(name)).toEqual({ kind: 'unclaimed' })
  })

  it.each([
    'employees.csv.filepart',
    'employees.csv.part',
    'employees.tmp',
    '.in.employees.csv',
    '.employees.csv.Xy12',
    '~$employees.csv',
  ])('%s is half an upload', (name) => {
    expect(claimOf(name)).toEqual({ kind: 'temporary' })
  })

  it.each([
    '',
    'folder/',
    'employees.result.csv',
    'out/EMPLOYEES.RESULT.CSV',
    'employees.result.csv.gz',
    'employees.result.csv.pgp',
    'employees.result (1).csv',
    'employees-2026-01-31.Result.Csv.zip',
  ])('%j is none of ours to read', (name) => {
    expect(claimOf(name)).toEqual({ kind: 'marker' })
  })
})

it.each([
  ['employees-delta-2026-01-31.csv', 'delta'],
  ['export/Employees_FULL.csv', 'full'],
  ['employeesDelta.csv', 'delta'],
  ['delta/employees.csv', undefined],
  ['employees-2026.csv', undefined],
  ['20260131_employees_delta.csv', 'delta'],
] as const)('%s holds %s, as its name says', (name, extent) => {
  expect(extentInName(name)).toBe(extent)
})

it.each([
  ['employees.csv', 'employees.result.csv'],
  ['export/employees-2026-01-31.csv.gz.pgp', 'export/employees-2026-01-31.result.csv'],
  ['employees', 'employees.result.csv'],
])('what became of %s is in %s', (name, result) => {
  expect(resultName(name)).toBe(result)
  expect(claimOf(result)).toEqual({ kind: 'marker' })
})

it.each([
  ['Contracts-2026-01-31.csv', 'Contracts'],
  ['20260131_Contracts.csv', 'Contracts'],
  ['2026-01-31 Org units 06:00.csv.gz', 'Org units'],
  ['1_contracts.csv', '1_contracts'],
  ['20260131.csv', '20260131'],
] as const)('%s is a part that is named by %s', (name, word) => {
  expect(partWord(name)).toBe(word)
  expect(namesPart(word, name)).toBe(true)
})
