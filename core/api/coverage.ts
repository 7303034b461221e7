import type { ModelId } from '#core/model/models.ts'
import { isOff, type Scope, settingOf } from '#core/scope/scope.ts'

type ModelCoverage = { readonly label: string; readonly fields: readonly string[] }

const common = ['id', 'remote_id', 'changed_at', 'remote_deleted_at', 'remote_data'] as const

const added = ['custom_fields', 'integration_fields'] as const

const employee = [
  'employee_number',
  'first_name',
  'last_name',
  'display_full_name',
  'nationality',
  'job_title',
  'work_email',
  'personal_email',
  'mobile_phone_number',
  'ssn',
  'tax_id',
  'gender',
  'ethnicity',
  'marital_status',
  'employment_status',
  'employment_type',
  'weekly_hours',
  'avatar',
  'work_location_id',
  'legal_entity_id',
  'manager_id',
  'home_address',
  'bank_accounts',
  'date_of_birth',
  'start_date',
  'termination_date',
  'remote_created_at',
  ...added,
] as const

const employment = [
  'employee_id',
  'job_title',
  'pay_rate',
  'pay_period',
  'pay_frequency',
  'pay_currency',
  'employment_type',
  'effective_date',
  ...added,
] as const

const absence = [
  'employee_id',
  'start_date',
  'end_date',
  'start_half_day',
  'end_half_day',
  'start_time',
  'end_time',
  'amount',
  'unit',
  'status',
  'employee_note',
  'type_id',
] as const

const balance = ['employee_id', 'type_id', 'balance', 'balance_unit', 'used', 'used_unit'] as const

const timesheet = [
  'employee_id',
  'started_at',
  'ended_at',
  'timezone',
  'payable_hours',
  'unpaid_break_minutes',
  'approval_status',
  'comment',
  ...added,
] as const

const model = (label: string, ...fields: readonly string[]): ModelCoverage => ({
  label,
  fields: [...common, ...fields],
})

/** Every model that files can fill, with its fields. A membership has no endpoint of its own: it shows in the employee's groups. */
export const coverage: Readonly<Record<ModelId | 'hris_join_employees_teams', ModelCoverage>> = {
  hris_employees: model('Employees', ...employee),
  hris_teams: model('Groups', 'name', 'type', 'parent_id'),
  hris_join_employees_teams: model('Employee <> Group', 'employee_id', 'group_id'),
  hris_legal_entities: model('Legal Entities', 'name', 'address'),
  hris_locations: model('Work Locations', 'name', 'address', 'type'),
  hris_employments: model('Employments', ...employment),
  hris_absence_types: model('Absence Types', 'name', 'unit', 'half_days_supported', 'exact_times_supported'),
  hris_absences: model('Absences', ...absence),
  hris_time_off_balances: model('Time Off Balances', ...balance),
  hris_timesheets: model('Timesheets', ...timesheet),
}

const availability = (scope: Scope, point: string, id: string) => ({
  id,
  is_available: !isOff(scope, point),
  coverage_status: 'SUPPORTED' as const,
  scope_config_setting: settingOf(scope, point),
  opted_out_by_customer: settingOf(scope, point) === 'OPTIONAL' && scope.optedOut.includes(point),
})

/** `read_models` of contract 3.4: what files can carry, and what of it the scope lets in. */
export const readModelsIn = (scope: Scope) =>
  Object.entries(coverage).map(([id, { label, fields }]) => ({
    ...availability(scope, id, id),
    label,
    fields: fields.map((field) => availability(scope, `${id}.${field}`, field)),
  }))

const supported = { coverage_status: 'SUPPORTED' } as const

/** What files can carry at all, whoever sends them: `coverage` of contract 3.6. */
export const toolCoverage = {
  read_models: Object.entries(coverage).map(([id, { label, fields }]) => ({
    id,
    label,
    ...supported,
    fields: fields.map((field) => ({ id: field, ...supported })),
  })),
  write_actions: [],
  features: [],
}
