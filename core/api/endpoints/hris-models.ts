import * as v from 'valibot'
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
import { moment } from '../description.ts'

/** The records of the unified API on the wire: every key is there, null where there is no value. */

const text = v.nullable(v.string())
const number = v.nullable(v.number())
const flag = v.nullable(v.boolean())
const day = v.nullable(v.pipe(v.string(), v.isoDate()))
const time = v.nullable(v.pipe(v.string(), v.isoTimeSecond()))
const maybeMoment = v.nullable(moment)

/** The documented words, or the file's own where it has another. */
const openEnum = (...words: readonly [string, ...string[]]) => v.nullable(v.union([v.picklist(words), v.string()]))
const closedEnum = (...words: readonly [string, ...string[]]) => v.nullable(v.picklist(words))

const remoteData = v.nullable(v.pipe(v.looseObject({}), v.description('The row as the file has it, by file name.')))
const customFields = v.nullable(
  v.pipe(v.looseObject({}), v.description('Values of custom fields, by the key of the field.')),
)
const integrationFields = v.array(
  v.strictObject({
    id: v.string(),
    key: v.string(),
    type: v.picklist(['DEFAULT', 'CUSTOM']),
    value: v.pipe(v.any(), v.description('The cell as the file has it.')),
    label: text,
  }),
)

const stamps = { changed_at: moment, remote_deleted_at: maybeMoment, remote_data: remoteData }

const AddressSchema = v.strictObject({
  city: text,
  country: text,
  raw: text,
  state: text,
  street_1: text,
  street_2: text,
  zip_code: text,
})
const address = v.nullable(AddressSchema)

const bankRouting = v.strictObject({
  number: v.string(),
  type: closedEnum(
    'GB_SORT_CODE',
    'DE_BANKLEITZAHL',
    'US_ABA_ROUTING_TRANSIT_NUMBER',
    'CA_ROUTING_NUMBER',
    'AU_BSB_CODE',
    'FR_RIB',
  ),
})
const bankAccount = v.strictObject({
  iban: text,
  bic: text,
  account_number: text,
  holder_name: text,
  bank_name: text,
  domestic_bank_routing: v.nullable(bankRouting),
})

const employmentStatus = openEnum(...employmentStatuses)
const employmentType = openEnum(...employmentTypes)
const groupType = closedEnum(...groupTypes)
const unit = closedEnum(...absenceUnits)

export const EmploymentSchema = v.strictObject({
  id: v.string(),
  remote_id: text,
  employee_id: v.string(),
  job_title: text,
  pay_rate: number,
  pay_period: openEnum(...payPeriods),
  pay_frequency: openEnum(...payFrequencies),
  employment_type: employmentType,
  pay_currency: text,
  effective_date: maybeMoment,
  custom_fields: customFields,
  integration_fields: integrationFields,
  ...stamps,
})

const balance = {
  id: v.string(),
  remote_id: text,
  employee_id: v.string(),
  type_id: v.string(),
  balance: number,
  balance_unit: unit,
  used: number,
  used_unit: unit,
  ...stamps,
}

export const AbsenceTypeSchema = v.strictObject({
  id: v.string(),
  remote_id: v.string(),
  name: text,
  unit,
  half_days_supported: flag,
  exact_times_supported: flag,
  ...stamps,
})

export const TimeOffBalanceSchema = v.strictObject({ ...balance, type: AbsenceTypeSchema })

const ManagerSchema = v.strictObject({
  id: v.string(),
  remote_id: v.string(),
  first_name: text,
  last_name: text,
  display_full_name: text,
  employee_number: text,
  work_email: text,
  employment_status: employmentStatus,
  termination_date: maybeMoment,
})

const GroupOfEmployeeSchema = v.strictObject({ id: v.string(), remote_id: v.string(), name: text, type: groupType })

export const GroupSchema = v.strictObject({
  ...GroupOfEmployeeSchema.entries,
  parent_id: text,
  ...stamps,
})

const legalEntity = { id: v.string(), remote_id: text, name: text, address }
export const LegalEntitySchema = v.strictObject({ ...legalEntity, ...stamps })

export const LocationSchema = v.strictObject({ ...legalEntity, type: text, ...stamps })

export const EmployeeSchema = v.strictObject({
  id: v.string(),
  remote_id: v.string(),
  employee_number: text,
  first_name: text,
  last_name: text,
  display_full_name: text,
  nationality: text,
  job_title: text,
  work_email: text,
  personal_email: text,
  mobile_phone_number: text,
  ssn: text,
  tax_id: text,
  gender: openEnum(...genders),
  ethnicity: openEnum(...ethnicities),
  marital_status: openEnum(...maritalStatuses),
  employment_status: employmentStatus,
  employment_type: employmentType,
  weekly_hours: number,
  avatar: text,
  work_location_id: text,
  legal_entity_id: text,
  manager_id: text,
  home_address: address,
  bank_accounts: v.nullable(v.array(bankAccount)),
  date_of_birth: maybeMoment,
  start_date: maybeMoment,
  termination_date: maybeMoment,
  remote_created_at: maybeMoment,
  custom_fields: customFields,
  integration_fields: integrationFields,
  employments: v.array(EmploymentSchema),
  time_off_balances: v.array(v.strictObject(balance)),
  manager: v.nullable(ManagerSchema),
  groups: v.array(GroupOfEmployeeSchema),
  teams: v.array(GroupOfEmployeeSchema),
  legal_entity: v.nullable(v.strictObject(legalEntity)),
  work_location: v.nullable(LocationSchema),
  ...stamps,
})

export const AbsenceSchema = v.strictObject({
  id: v.string(),
  remote_id: text,
  employee_id: v.string(),
  start_date: day,
  end_date: day,
  start_half_day: flag,
  end_half_day: flag,
  start_time: time,
  end_time: time,
  amount: number,
  unit,
  status: openEnum(...absenceStatuses),
  employee_note: text,
  type_id: text,
  remote_created_at: maybeMoment,
  remote_updated_at: maybeMoment,
  type: v.nullable(AbsenceTypeSchema),
  approver_id: text,
  ...stamps,
})

const breakEntry = v.strictObject({ started_at: moment, ended_at: moment, paid: v.boolean() })

export const TimesheetSchema = v.strictObject({
  id: v.string(),
  remote_id: text,
  employee_id: v.string(),
  started_at: maybeMoment,
  ended_at: maybeMoment,
  timezone: text,
  payable_hours: number,
  unpaid_break_minutes: number,
  breaks: v.nullable(v.array(breakEntry)),
  approval_status: text,
  approved_at: maybeMoment,
  comment: text,
  custom_fields: customFields,
  integration_fields: integrationFields,
  ...stamps,
})
