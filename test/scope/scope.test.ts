import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datasets } from '#core/files/datasets.ts'
import { type FieldValues, targetFields } from '#core/mapping/fields.ts'
import { buildRow } from '#core/records/build.ts'
import { dataPoints, scopeMistakes } from '#core/scope/check-scope.ts'
import { pointsOfField } from '#core/scope/points-of-field.ts'
import { missingPoints } from '#core/scope/required-points.ts'
import { isOff, type Scope, type ScopeSetting } from '#core/scope/scope.ts'
import { bodyWithin, mappingWithin, mayRead, rowWithin } from '#core/scope/within-scope.ts'

const off = (...points: readonly string[]): Scope => ({
  settings: Object.fromEntries(points.map((point) => [point, 'DISABLED' as const])),
  optedOut: [],
})

describe('a data point', () => {
  const settings = { 'hris_employees.ssn': 'OPTIONAL', hris_absences: 'OPTIONAL', hris_timesheets: 'DISABLED' } as const

  it.each([
    ['hris_employees.tax_id', [], false],
    ['hris_employees.ssn', [], false],
    ['hris_employees.ssn', ['hris_employees.ssn'], true],
    ['hris_absences.amount', ['hris_absences'], true],
    ['hris_timesheets', [], true],
    ['hris_timesheets.comment', [], true],
    // Only what is optional can be opted out of.
    ['hris_employees.tax_id', ['hris_employees.tax_id'], false],
  ])('%s with %j opted out is off: %s', (point, optedOut, expected) => {
    expect(isOff({ settings, optedOut }, point)).toBe(expected)
  })

  it('is known for every field that a mapping can fill', () => {
    const unknown = datasets.flatMap((dataset) =>
      Object.keys(targetFields[dataset])
        .flatMap((field) => pointsOfField(dataset, field))
        .filter((point) => !dataPoints.has(point) && !/_(?:entities|locations|types)\.(?:remote_id|type)$/.test(point)),
    )
    expect(unknown).toEqual([])
  })
})

/** Values that name the field they are of, so that each can be found again wherever it ends up. */
const values = (fields: readonly string[]): FieldValues =>
  Object.fromEntries(fields.map((field) => [field, `<${field}>`]))

describe('a row within a scope', () => {
  it('tells nothing of what is off, whatever that is', () => {
    const points = fc.subarray([...dataPoints])
    fc.assert(
      fc.property(points, fc.constantFrom(...datasets), (switchedOff, dataset) => {
        const scope = off(...switchedOff)
        const all = Object.keys(targetFields[dataset])
        const fields = Object.fromEntries(all.map((field) => [field, [{ from: 'constant' as const, value: 'x' }]]))
        const mapping = mappingWithin(scope, { dataset, id: { columns: ['id'] }, fields })
        const built = rowWithin(scope)(buildRow(dataset, '1', values(Object.keys(mapping.fields))))
        const text = JSON.stringify(built)
        const told = all.filter((field) => text.includes(`<${field}>`))
        expect(told.filter((field) => pointsOfField(dataset, field).some((point) => isOff(scope, point)))).toEqual([])
        const { own } = built.record
        const saying = (value: unknown) => (value ?? null) !== null && !(Array.isArray(value) && value.length === 0)
        expect(switchedOff.filter((point) => saying(own[point.replace(`${built.record.model}.`, '')]))).toEqual([])
      }),
    )
  })

  it('has no name made of two others where the whole name is off', () => {
    const built = buildRow('employees', '1', { first_name: 'Ada', last_name: 'Byron' })
    expect(rowWithin(off('hris_employees.display_full_name'))(built).record.own).toMatchObject({
      first_name: 'Ada',
      display_full_name: null,
    })
  })

  it('reads no part of an address that is off, and no name of a place that is', () => {
    expect(mayRead(off('hris_employees.home_address'), 'employees', 'home_address.city')).toBe(false)
    expect(mayRead(off('hris_locations.name'), 'employees', 'work_location.name')).toBe(false)
    expect(mayRead(off('hris_locations.name'), 'employees', 'work_location.remote_id')).toBe(true)
    expect(mayRead(off('hris_join_employees_teams'), 'employees', 'department.name')).toBe(false)
    expect(mayRead(off('hris_timesheets.started_at'), 'timesheets', 'start_time')).toBe(false)
    expect(mayRead(off('hris_timesheets.started_at'), 'timesheets', 'date')).toBe(true)
  })
})

describe('a stored body within a scope', () => {
  const body = {
    id: 'x',
    ssn: '1',
    manager_id: 'm',
    manager: { id: 'm', work_email: 'm@example.com', first_name: 'Max' },
    work_location_id: 'l',
    work_location: { id: 'l', name: 'Bern', address: null },
    groups: [{ id: 'g', name: 'Research' }],
  }

  it('loses fields, also those that it shows of others', () => {
    expect(
      bodyWithin(off('hris_employees.ssn', 'hris_employees.work_email', 'hris_teams.name'), 'hris_employees', body),
    ).toEqual({
      ...body,
      ssn: null,
      manager: { id: 'm', work_email: null, first_name: 'Max' },
      groups: [{ id: 'g', name: null }],
    })
  })

  it('loses whoever it mentions of a model that is off', () => {
    const scope = off('hris_locations', 'hris_employees.manager_id', 'hris_teams')
    expect(bodyWithin(scope, 'hris_employees', body)).toMatchObject({
      manager_id: null,
      manager: null,
      work_location_id: null,
      work_location: null,
      groups: [],
    })
  })
})

describe('a scope configuration', () => {
  const mistakes = (settings: Readonly<Record<string, ScopeSetting>>, required: readonly string[] = []) =>
    scopeMistakes({ settings, required })

  it.each([
    [{ 'hris_employees.shoe_size': 'DISABLED' }, [], /no data point hris_employees.shoe_size/],
    [{ hris_employees: 'OPTIONAL' }, [], /cannot be turned off/],
    [{ 'hris_absences.start_date': 'DISABLED' }, [], /cannot be turned off/],
    [{ 'hris_teams.remote_id': 'DISABLED' }, [], /cannot be turned off/],
    [{ 'hris_employees.ssn': 'OPTIONAL' }, ['hris_employees.ssn'], /cannot be required/],
    [{ hris_absences: 'OPTIONAL' }, ['hris_absences.amount'], /cannot be required/],
  ] as const)('%j requiring %j is refused', (settings, required, message) => {
    expect(mistakes(settings, required).join(' ')).toMatch(message)
  })

  it('may turn off models and fields, and require the others', () => {
    expect(
      mistakes({ hris_absences: 'OPTIONAL', 'hris_employees.ssn': 'DISABLED' }, ['hris_employees.work_email']),
    ).toEqual([])
  })
})

describe('a required data point', () => {
  it('is missing until some field of it is mapped, and only in files that could give it', () => {
    const mapping = (...fields: readonly string[]) => ({
      dataset: 'employees' as const,
      id: { columns: ['id'] },
      fields: Object.fromEntries(fields.map((field) => [field, [{ from: 'column' as const, column: field }]])),
    })
    const required = ['hris_employees.work_email', 'hris_employees.home_address', 'hris_absences.amount']
    expect(missingPoints(mapping('first_name'), required)).toEqual(required.slice(0, 2))
    expect(missingPoints(mapping('work_email', 'home_address.city'), required)).toEqual([])
  })
})
