import type { ListName } from '#core/api/filters.ts'
import type { ModelId } from '#core/model/models.ts'
import type { Rows } from './records.ts'

const person = { last_name: 'x' }
const timesheet = { 'employee.remote_id': 'in' }
const absence = { 'employee.remote_id': 'in', start_date: '2026-03-05', end_date: '2026-03-06' }

/** In every list one record that most filters keep, one that they exclude, and one that is removed. */
export const contrasts: Rows = {
  employees: {
    in: {
      work_email: 'Ada@Acme.example',
      personal_email: 'ada@home.example',
      employment_status: 'ACTIVE',
      'department.name': 'in',
      'legal_entity.name': 'in',
      'work_location.name': 'in',
    },
    out: {
      work_email: 'ben@acme.example',
      personal_email: 'ben@home.example',
      employment_status: 'LEAVE',
      'team.name': 'out',
      'legal_entity.name': 'out',
      'work_location.name': 'out',
    },
    gone: { ...person, 'team.name': 'gone', 'legal_entity.name': 'gone', 'work_location.name': 'gone' },
  },
  employments: {
    in: { 'employee.remote_id': 'in', job_title: 'Engineer' },
    out: { 'employee.remote_id': 'out', job_title: 'Driver' },
    gone: { 'employee.remote_id': 'in', job_title: 'Trainee' },
  },
  absences: {
    in: { ...absence, 'type.name': 'in' },
    out: { 'employee.remote_id': 'out', 'type.name': 'out', start_date: '2026-03-01', end_date: '2026-03-02' },
    gone: { ...absence, 'type.name': 'gone' },
  },
  time_off_balances: {
    in: { 'employee.remote_id': 'in', 'type.name': 'in', balance: 12 },
    out: { 'employee.remote_id': 'out', 'type.name': 'out', balance: 3 },
    gone: { 'employee.remote_id': 'in', 'type.name': 'gone' },
  },
  timesheets: {
    in: { ...timesheet, started_at: '2026-03-10T08:00:00.000Z', ended_at: '2026-03-10T16:00:00.000Z' },
    out: {
      'employee.remote_id': 'out',
      started_at: '2026-03-11T08:00:00.000Z',
      ended_at: '2026-03-11T16:00:00.000Z',
    },
    gone: timesheet,
  },
}

export const models: Readonly<Record<ListName, ModelId>> = {
  employees: 'hris_employees',
  employments: 'hris_employments',
  groups: 'hris_teams',
  teams: 'hris_teams',
  'legal-entities': 'hris_legal_entities',
  locations: 'hris_locations',
  'absence-types': 'hris_absence_types',
  absences: 'hris_absences',
  'time-off-balances': 'hris_time_off_balances',
  timesheets: 'hris_timesheets',
}

export const identityKeys: Readonly<Partial<Record<ListName, { readonly in: string; readonly out: string }>>> = {
  groups: { in: 'DEPARTMENT:in', out: 'TEAM:out' },
  teams: { in: 'DEPARTMENT:in', out: 'TEAM:out' },
}
