import type { Dataset } from '#core/files/datasets.ts'
import { absenceStatuses, employmentStatuses } from '#core/model/enum-values.ts'
import type { ModelId } from '#core/model/models.ts'

/** A model as the explorer shows it: by the last part of its address. */
export type ModelView = {
  readonly model: ModelId
  /** The dataset by whose words its fields are called. */
  readonly dataset: Dataset
  /** Paths of columns that can be shown; so many of the first are, until somebody chooses. */
  readonly columns: readonly string[]
  readonly shown: number
  /** States by which it can be filtered. */
  readonly statuses: readonly string[]
}

const modelViews: Readonly<Record<string, ModelView>> = {
  employees: {
    model: 'hris_employees',
    dataset: 'employees',
    columns: [
      'employee_number',
      'work_email',
      'employment_status',
      'job_title',
      'groups.name',
      'start_date',
      'first_name',
      'last_name',
      'personal_email',
      'mobile_phone_number',
      'employment_type',
      'weekly_hours',
      'manager.display_full_name',
      'legal_entity.name',
      'work_location.name',
      'termination_date',
      'nationality',
      'gender',
      'marital_status',
      'date_of_birth',
      'home_address.city',
      'home_address.country',
    ],
    shown: 6,
    statuses: employmentStatuses,
  },
  employments: {
    model: 'hris_employments',
    dataset: 'employments',
    columns: ['effective_date', 'employment_type', 'pay_rate', 'pay_currency', 'pay_period', 'pay_frequency'],
    shown: 5,
    statuses: [],
  },
  groups: { model: 'hris_teams', dataset: 'groups', columns: ['type', 'parent_id'], shown: 1, statuses: [] },
  'legal-entities': {
    model: 'hris_legal_entities',
    dataset: 'legal_entities',
    columns: ['address.city', 'address.country', 'address.street_1', 'address.zip_code'],
    shown: 2,
    statuses: [],
  },
  locations: {
    model: 'hris_locations',
    dataset: 'locations',
    columns: ['type', 'address.city', 'address.country', 'address.street_1', 'address.zip_code'],
    shown: 3,
    statuses: [],
  },
  absences: {
    model: 'hris_absences',
    dataset: 'absences',
    columns: ['start_date', 'end_date', 'amount', 'unit', 'status', 'start_half_day', 'end_half_day', 'employee_note'],
    shown: 5,
    statuses: absenceStatuses,
  },
  'absence-types': {
    model: 'hris_absence_types',
    dataset: 'absence_types',
    columns: ['unit', 'half_days_supported', 'exact_times_supported'],
    shown: 3,
    statuses: [],
  },
  balances: {
    model: 'hris_time_off_balances',
    dataset: 'time_off_balances',
    columns: ['balance', 'balance_unit', 'used', 'used_unit'],
    shown: 4,
    statuses: [],
  },
  timesheets: {
    model: 'hris_timesheets',
    dataset: 'timesheets',
    columns: ['started_at', 'ended_at', 'payable_hours', 'unpaid_break_minutes', 'approval_status', 'comment'],
    shown: 4,
    statuses: [],
  },
}

export const listNames: readonly string[] = Object.keys(modelViews)

/** The model that a part of an address names; undefined for none. */
export const viewOf = (list: string): ModelView | undefined =>
  Object.hasOwn(modelViews, list) ? modelViews[list] : undefined
