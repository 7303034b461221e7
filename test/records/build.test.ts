import { describe, expect, it } from 'vitest'
import type { FieldValues } from '#core/mapping/fields.ts'
import { buildRow } from '#core/records/build.ts'

const employee = (values: FieldValues) => buildRow('employees', '1', values)
const absence = (values: FieldValues) => buildRow('absences', '1', { 'employee.remote_id': '7', ...values })
const timesheet = (values: FieldValues) => buildRow('timesheets', '1', { 'employee.remote_id': '7', ...values })

describe('an employee', () => {
  it('has a display name made of the names there are, unless the file gives one', () => {
    expect(employee({ first_name: 'Ada', last_name: 'Byron' }).record.own).toMatchObject({
      display_full_name: 'Ada Byron',
    })
    expect(employee({ last_name: 'Byron' }).record.own).toMatchObject({ display_full_name: 'Byron' })
    expect(employee({}).record.own).toMatchObject({ display_full_name: null })
    expect(employee({ first_name: 'Ada', display_full_name: 'Dr. Ada' }).record.own).toMatchObject({
      display_full_name: 'Dr. Ada',
    })
  })

  it('has dates as midnight UTC and an address with its full text, or none', () => {
    const { own } = employee({
      start_date: '2020-02-29',
      'home_address.street_1': 'Weg 1',
      'home_address.zip_code': '3000',
      'home_address.city': 'Bern',
    }).record
    expect(own).toMatchObject({
      start_date: '2020-02-29T00:00:00.000Z',
      home_address: { raw: 'Weg 1, 3000 Bern', street_2: null },
    })
    expect(employee({}).record.own).toMatchObject({ home_address: null, bank_accounts: null })
  })

  it('brings a department and a team of one name into being as two groups', () => {
    const { derived, record } = employee({ 'department.name': 'Sales', 'team.name': 'Sales' })
    expect(derived.map(({ key, remoteId }) => [key, remoteId])).toEqual([
      ['DEPARTMENT:Sales', 'Sales'],
      ['TEAM:Sales', 'Sales'],
    ])
    expect(record.mentions.map(({ role }) => role)).toEqual(['group', 'group'])
  })

  it('names a location by its id, else by its name, else by its address', () => {
    const key = (values: FieldValues) => employee(values).derived[0]?.key
    expect(key({ 'work_location.remote_id': 'B', 'work_location.name': 'Bern' })).toBe('B')
    expect(key({ 'work_location.name': 'Bern' })).toBe('Bern')
    expect(key({ 'work_location.address.city': 'Bern', 'work_location.address.country': 'CH' })).toBe('Bern, CH')
    expect(key({ 'work_location.type': 'office' })).toBeUndefined()
  })

  it('is known by its id columns joined, when there are several', () => {
    expect(buildRow('employees', 'Ada\u001f2020-01-01', {}).record).toMatchObject({
      key: 'Ada|2020-01-01',
      remoteId: 'Ada|2020-01-01',
    })
  })
})

describe('an absence', () => {
  it('keeps plain dates and takes its unit from its type when it has none', () => {
    const { record } = absence({ start_date: '2026-01-05', 'type.name': 'Sick', 'type.unit': 'DAYS' })
    expect(record.own).toMatchObject({ start_date: '2026-01-05', end_date: null, unit: 'DAYS' })
    expect(record.mentions.map(({ role, key }) => [role, key])).toEqual([
      ['employee', '7'],
      ['type', 'Sick'],
    ])
  })
})

describe('a timesheet', () => {
  it.each([
    [
      { date: '2026-06-01', start_time: '08:00:00', end_time: '16:30:00' },
      '2026-06-01T08:00:00.000Z',
      '2026-06-01T16:30:00.000Z',
    ],
    [
      { date: '2026-06-01', start_time: '22:00:00', end_time: '06:00:00' },
      '2026-06-01T22:00:00.000Z',
      '2026-06-02T06:00:00.000Z',
    ],
    [{ date: '2026-06-01', start_time: '08:00:00', timezone: '+02:00' }, '2026-06-01T06:00:00.000Z', null],
    [{ date: '2026-06-01', start_time: '08:00:00', timezone: 'Europe/Berlin' }, '2026-06-01T06:00:00.000Z', null],
    [{ started_at: '2026-06-01T05:00:00.000Z' }, '2026-06-01T05:00:00.000Z', null],
    [{ date: '2026-06-01' }, null, null],
  ])('of %j begins at %s and ends at %s', (values, started_at, ended_at) => {
    const { record } = timesheet(values)
    expect(record.own).toMatchObject({ started_at, ended_at })
    expect(record.day).toBe('2026-06-01')
  })

  it('leaves out a zone that the wire could not carry', () => {
    expect(timesheet({ timezone: 'Europe/Zurich' }).record.own).toMatchObject({ timezone: null })
    expect(timesheet({ date: '2026-06-01', timezone: 'somewhere' }).record.own).toMatchObject({ timezone: null })
  })

  it('has the offset of its zone on its day', () => {
    const zoneOn = (date: string) => timesheet({ date, timezone: 'Europe/Zurich' }).record.own
    expect([zoneOn('2026-01-15'), zoneOn('2026-07-15')]).toMatchObject([{ timezone: '+01:00' }, { timezone: '+02:00' }])
  })
})
