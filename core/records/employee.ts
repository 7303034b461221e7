import type { FieldValues } from '#core/mapping/fields.ts'
import type { BuiltRow, JsonObject } from './built-record.ts'
import { groupsOf, legalEntityOf, locationOf } from './derived.ts'
import { statusByDates } from './employment-status.ts'
import { addressOf, dateOnWire, fieldText, valuesOf } from './values.ts'

const plainFields = [
  'employee_number',
  'first_name',
  'last_name',
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
] as const

const bankAccounts = (values: FieldValues): readonly JsonObject[] | null => {
  const account = {
    iban: fieldText(values, 'bank_account.iban'),
    bic: fieldText(values, 'bank_account.bic'),
    account_number: fieldText(values, 'bank_account.account_number'),
    holder_name: fieldText(values, 'bank_account.holder_name'),
    bank_name: fieldText(values, 'bank_account.bank_name'),
    domestic_bank_routing: null,
  }
  return Object.values(account).every((value) => value === null) ? null : [account]
}

const displayName = (values: FieldValues): string | null => {
  const names = [fieldText(values, 'first_name'), fieldText(values, 'last_name')].filter((name) => name !== null)
  return fieldText(values, 'display_full_name') ?? (names.length === 0 ? null : names.join(' '))
}

/** The status that a column says, else the one that follows from the dates. */
const statusOf = (values: FieldValues, today: string | undefined) =>
  today === undefined || values.employment_status !== undefined
    ? { status: values.employment_status ?? null, due: null }
    : statusByDates(fieldText(values, 'start_date'), fieldText(values, 'termination_date'), today)

/** An employee as contract section 2.1 lists it, without what comes from mentions. */
export const buildEmployee = (key: string, remoteId: string, values: FieldValues, today?: string): BuiltRow => {
  const derived = [legalEntityOf(values), locationOf(values), ...groupsOf(values)].filter((record) => record !== null)
  const manager = fieldText(values, 'manager.remote_id')
  const { status, due } = statusOf(values, today)
  const own = {
    ...valuesOf(values, plainFields),
    employment_status: status,
    display_full_name: displayName(values),
    home_address: addressOf(values, 'home_address'),
    bank_accounts: bankAccounts(values),
    date_of_birth: dateOnWire(values, 'date_of_birth'),
    start_date: dateOnWire(values, 'start_date'),
    termination_date: dateOnWire(values, 'termination_date'),
    remote_created_at: dateOnWire(values, 'remote_created_at'),
    custom_fields: {},
    integration_fields: [],
    remote_data: null,
    employments: [],
    time_off_balances: [],
  }
  const mentions = derived.map(({ mention }) => mention)
  if (manager !== null) mentions.push({ role: 'manager', model: 'hris_employees', key: manager })
  return {
    record: { model: 'hris_employees', key, remoteId, own, mentions, day: null, ...(due === null ? {} : { due }) },
    derived: derived.map(({ record }) => record),
  }
}
