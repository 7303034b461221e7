import type { FieldValue, FieldValues } from '#core/mapping/fields.ts'
import { saysNoManager } from '#core/values/no-manager.ts'
import type { BuiltRecord, BuiltRow, JsonObject, Mention } from './built-record.ts'
import { costCenterOf, type Derived, departmentOf, legalEntityOf, locationOf, teamOf } from './derived.ts'
import { statusByDates } from './employment-status.ts'
import { asText, dateOnWire, homeAddressOf, joinTexts } from './values.ts'

const bankAccounts = (values: FieldValues): readonly JsonObject[] | null => {
  const account = {
    iban: asText(values['bank_account.iban']),
    bic: asText(values['bank_account.bic']),
    account_number: asText(values['bank_account.account_number']),
    holder_name: asText(values['bank_account.holder_name']),
    bank_name: asText(values['bank_account.bank_name']),
    domestic_bank_routing: null,
  }
  const { iban, bic, account_number, holder_name, bank_name } = account
  return (iban ?? bic ?? account_number ?? holder_name ?? bank_name) === null ? null : [account]
}

const displayName = (values: FieldValues): string | null =>
  asText(values.display_full_name) ?? (joinTexts(' ', [asText(values.first_name), asText(values.last_name)]) || null)

/** The status that a column says, else the one that follows from the dates. */
export const statusOf = (values: FieldValues, today: string | undefined) =>
  today === undefined || values.employment_status !== undefined
    ? { status: values.employment_status ?? null, due: null }
    : statusByDates(asText(values.start_date), asText(values.termination_date), today)

const ownOf = (values: FieldValues, status: FieldValue) => ({
  employee_number: values.employee_number ?? null,
  first_name: values.first_name ?? null,
  last_name: values.last_name ?? null,
  nationality: values.nationality ?? null,
  job_title: values.job_title ?? null,
  work_email: values.work_email ?? null,
  personal_email: values.personal_email ?? null,
  mobile_phone_number: values.mobile_phone_number ?? null,
  ssn: values.ssn ?? null,
  tax_id: values.tax_id ?? null,
  gender: values.gender ?? null,
  ethnicity: values.ethnicity ?? null,
  marital_status: values.marital_status ?? null,
  employment_status: status,
  employment_type: values.employment_type ?? null,
  weekly_hours: values.weekly_hours ?? null,
  avatar: values.avatar ?? null,
  display_full_name: displayName(values),
  home_address: homeAddressOf(values),
  bank_accounts: bankAccounts(values),
  date_of_birth: dateOnWire(values.date_of_birth),
  start_date: dateOnWire(values.start_date),
  termination_date: dateOnWire(values.termination_date),
  remote_created_at: dateOnWire(values.remote_created_at),
  custom_fields: {},
  integration_fields: [],
  remote_data: null,
  employments: [],
  time_off_balances: [],
})

/** An employee as contract section 2.1 lists it, without what comes from mentions. */
export const buildEmployee = (key: string, remoteId: string, values: FieldValues, today?: string): BuiltRow => {
  const derived: BuiltRecord[] = []
  const mentions: Mention[] = []
  const mention = (found: Derived | null): void => {
    if (found === null) return
    derived.push(found.record)
    mentions.push(found.mention)
  }
  mention(legalEntityOf(values))
  mention(locationOf(values))
  mention(departmentOf(values))
  mention(teamOf(values))
  mention(costCenterOf(values))
  const manager = asText(values['manager.remote_id'])
  if (manager !== null && !saysNoManager(manager))
    mentions.push({ role: 'manager', model: 'hris_employees', key: manager })
  const { status, due } = statusOf(values, today)
  const own = ownOf(values, status)
  const record = { model: 'hris_employees', key, remoteId, own, mentions, day: null } as const
  return { record: due === null ? record : { ...record, due }, derived }
}
