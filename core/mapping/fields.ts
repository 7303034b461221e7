import type { Dataset } from '#core/files/datasets.ts'
import {
  absenceStatuses,
  absenceUnits,
  employmentStatuses,
  employmentTypes,
  ethnicities,
  genders,
  groupTypes,
  maritalStatuses,
  payFrequencies,
  payPeriods,
} from '#core/model/enum-values.ts'

/**
 * What a mapped value is: `text` and `email` are strings, `date` is `yyyy-MM-dd`, `datetime` is ISO 8601 in UTC, `time` is `HH:mm:ss`.
 * An `open` enum passes an unknown word through, a `closed` one becomes null; both report it once per word.
 */
export type FieldType =
  | { readonly kind: 'text' | 'email' | 'date' | 'datetime' | 'time' | 'number' | 'boolean' }
  | { readonly kind: 'open' | 'closed'; readonly values: readonly string[] }

/** A cell after mapping; null is "no value". */
export type FieldValue = string | number | boolean | null
export type FieldValues = Readonly<Record<string, FieldValue>>

const text: FieldType = { kind: 'text' }
const email: FieldType = { kind: 'email' }
const date: FieldType = { kind: 'date' }
const number: FieldType = { kind: 'number' }
const boolean: FieldType = { kind: 'boolean' }
const time: FieldType = { kind: 'time' }
const datetime: FieldType = { kind: 'datetime' }
const open = (...values: readonly string[]): FieldType => ({ kind: 'open', values })
const closed = (...values: readonly string[]): FieldType => ({ kind: 'closed', values })

const addressParts = ['street_1', 'street_2', 'city', 'state', 'zip_code', 'country', 'raw'] as const
const address = (owner: string): Record<string, FieldType> =>
  Object.fromEntries(addressParts.map((part) => [`${owner}.${part}`, text]))

const employmentType = open(...employmentTypes)

const employeeFields: Readonly<Record<string, FieldType>> = {
  employee_number: text,
  first_name: text,
  last_name: text,
  display_full_name: text,
  nationality: text,
  job_title: text,
  work_email: email,
  personal_email: email,
  mobile_phone_number: text,
  ssn: text,
  tax_id: text,
  gender: open(...genders),
  ethnicity: open(...ethnicities),
  marital_status: open(...maritalStatuses),
  employment_status: open(...employmentStatuses),
  employment_type: employmentType,
  weekly_hours: number,
  avatar: text,
  date_of_birth: date,
  start_date: date,
  termination_date: date,
  remote_created_at: date,
  ...address('home_address'),
  'bank_account.iban': text,
  'bank_account.bic': text,
  'bank_account.account_number': text,
  'bank_account.holder_name': text,
  'bank_account.bank_name': text,
  'manager.remote_id': text,
  'manager.employee_number': text,
  'manager.work_email': text,
  'manager.display_full_name': text,
  'legal_entity.remote_id': text,
  'legal_entity.name': text,
  'work_location.remote_id': text,
  'work_location.name': text,
  'work_location.type': text,
  ...address('work_location.address'),
  'department.remote_id': text,
  'department.name': text,
  'team.remote_id': text,
  'team.name': text,
  'cost_center.remote_id': text,
  'cost_center.name': text,
}

const employmentFields: Readonly<Record<string, FieldType>> = {
  'employee.remote_id': text,
  job_title: text,
  pay_rate: number,
  pay_period: open(...payPeriods),
  pay_frequency: open(...payFrequencies),
  pay_currency: text,
  employment_type: employmentType,
  effective_date: date,
}

const absenceFields: Readonly<Record<string, FieldType>> = {
  'employee.remote_id': text,
  'type.remote_id': text,
  'type.name': text,
  'type.unit': closed(...absenceUnits),
  start_date: date,
  end_date: date,
  start_half_day: boolean,
  end_half_day: boolean,
  start_time: time,
  end_time: time,
  amount: number,
  unit: closed(...absenceUnits),
  status: open(...absenceStatuses),
  employee_note: text,
}

const balanceFields: Readonly<Record<string, FieldType>> = {
  'employee.remote_id': text,
  'type.remote_id': text,
  'type.name': text,
  'type.unit': closed(...absenceUnits),
  balance: number,
  balance_unit: closed(...absenceUnits),
  used: number,
  used_unit: closed(...absenceUnits),
}

const timesheetFields: Readonly<Record<string, FieldType>> = {
  'employee.remote_id': text,
  /** The day, where the file gives times of day only. */
  date,
  start_time: time,
  end_time: time,
  started_at: datetime,
  ended_at: datetime,
  timezone: text,
  payable_hours: number,
  unpaid_break_minutes: number,
  approval_status: text,
  comment: text,
}

const groupFields: Readonly<Record<string, FieldType>> = {
  name: text,
  type: closed(...groupTypes),
  'parent.remote_id': text,
  'parent.type': closed(...groupTypes),
}

const legalEntityFields: Readonly<Record<string, FieldType>> = { name: text, ...address('address') }

const locationFields: Readonly<Record<string, FieldType>> = { name: text, type: text, ...address('address') }

const absenceTypeFields: Readonly<Record<string, FieldType>> = {
  name: text,
  unit: closed(...absenceUnits),
  half_days_supported: boolean,
  exact_times_supported: boolean,
}

/** Every field a mapping may fill, by dataset. The identity (`remote_id`) comes from the mapping's `id` columns. */
export const targetFields: Readonly<Record<Dataset, Readonly<Record<string, FieldType>>>> = {
  employees: employeeFields,
  employments: employmentFields,
  absences: absenceFields,
  time_off_balances: balanceFields,
  timesheets: timesheetFields,
  groups: groupFields,
  legal_entities: legalEntityFields,
  locations: locationFields,
  absence_types: absenceTypeFields,
}

/** Other ways to name a manager than by id: files may have them, and a file that is made anew needs none. */
export const isOtherManagerName = (field: string): boolean =>
  field.startsWith('manager.') && field !== 'manager.remote_id'

/** Fields without which a row cannot become a record. */
export const requiredFields: Readonly<Record<Dataset, readonly string[]>> = {
  employees: [],
  employments: ['employee.remote_id'],
  absences: ['employee.remote_id', 'start_date'],
  time_off_balances: ['employee.remote_id'],
  timesheets: ['employee.remote_id'],
  groups: [],
  legal_entities: [],
  locations: [],
  absence_types: [],
}

/** Fields of which a row must fill one: a balance is always that of a type. */
export const requiredAlternatives: Readonly<Partial<Record<Dataset, readonly [string, ...string[]]>>> = {
  time_off_balances: ['type.name', 'type.remote_id'],
}
