import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { company, storeRows } from './records.ts'

// The keys of contract section 2, wire-only ones included: the SDK hides unknown keys, so that only raw JSON shows them.
const stamps = ['id', 'remote_id', 'changed_at', 'remote_deleted_at', 'remote_data']
const address = ['city', 'country', 'raw', 'state', 'street_1', 'street_2', 'zip_code']
const group = ['id', 'remote_id', 'name', 'type']
const absenceType = [...stamps, 'name', 'unit', 'half_days_supported', 'exact_times_supported']

const employee = [
  ...stamps,
  ...['employee_number', 'first_name', 'last_name', 'display_full_name', 'nationality', 'job_title'],
  ...['work_email', 'personal_email', 'mobile_phone_number', 'ssn', 'tax_id', 'gender', 'ethnicity'],
  ...['marital_status', 'employment_status', 'employment_type', 'weekly_hours', 'avatar'],
  ...['work_location_id', 'legal_entity_id', 'manager_id', 'home_address', 'bank_accounts'],
  ...['date_of_birth', 'start_date', 'termination_date', 'remote_created_at'],
  ...['custom_fields', 'integration_fields', 'employments', 'time_off_balances'],
  ...['manager', 'groups', 'teams', 'legal_entity', 'work_location'],
]

const tables: Record<string, readonly string[]> = {
  employees: employee,
  employments: [
    ...stamps,
    ...['employee_id', 'job_title', 'pay_rate', 'pay_period', 'pay_frequency', 'pay_currency', 'employment_type'],
    ...['effective_date', 'custom_fields', 'integration_fields'],
  ],
  groups: [...stamps, 'name', 'type', 'parent_id'],
  teams: [...stamps, 'name', 'type', 'parent_id'],
  'legal-entities': [...stamps, 'name', 'address'],
  locations: [...stamps, 'name', 'address', 'type'],
  'absence-types': absenceType,
  absences: [
    ...stamps,
    ...['employee_id', 'start_date', 'end_date', 'start_half_day', 'end_half_day', 'start_time', 'end_time'],
    ...['amount', 'unit', 'status', 'employee_note', 'type_id', 'type', 'approver_id'],
    ...['remote_created_at', 'remote_updated_at'],
  ],
  'time-off-balances': [
    ...stamps,
    ...['employee_id', 'type_id', 'balance', 'balance_unit', 'used', 'used_unit', 'type'],
  ],
  timesheets: [
    ...stamps,
    ...['employee_id', 'started_at', 'ended_at', 'timezone', 'payable_hours', 'unpaid_break_minutes', 'breaks'],
    ...['approval_status', 'approved_at', 'comment', 'custom_fields', 'integration_fields'],
  ],
}

const nested: Record<string, readonly string[]> = {
  'employees.manager': [
    ...['id', 'remote_id', 'first_name', 'last_name', 'display_full_name', 'employee_number'],
    ...['work_email', 'employment_status', 'termination_date'],
  ],
  'employees.groups': group,
  'employees.teams': group,
  'employees.legal_entity': ['id', 'remote_id', 'name', 'address'],
  'employees.work_location': [...stamps, 'name', 'address', 'type'],
  'employees.home_address': address,
  'employees.bank_accounts': ['iban', 'bic', 'account_number', 'holder_name', 'bank_name', 'domestic_bank_routing'],
  'absences.type': absenceType,
  'time-off-balances.type': absenceType,
}

let api: ApiUnderTest
let headers: Record<string, string>

beforeAll(async () => {
  api = await apiUnderTest()
  const { id } = await api.makeIntegration()
  await storeRows(api, id, company)
  headers = { 'x-integration-id': id }
})

const keysOf = (value: object) => Object.keys(value).sort()

test.each(Object.keys(tables))(
  '%s have exactly the keys of the contract, null where there is no value',
  async (list) => {
    const { json } = await api.call('GET', `/v1/hris/${list}`, { headers })
    expect(keysOf(json)).toEqual(['data', 'status'])
    expect(keysOf(json.data)).toEqual(['next', 'results'])
    expect(json.data.results.length).toBeGreaterThan(0)
    for (const result of json.data.results) expect(keysOf(result)).toEqual([...(tables[list] ?? [])].sort())
  },
)

describe('what is nested', () => {
  test.each(Object.keys(nested))('%s has exactly the keys of the contract', async (path) => {
    const [list = '', field = ''] = path.split('.')
    const { json } = await api.call('GET', `/v1/hris/${list}`, { headers })
    const found = json.data.results
      .flatMap((result: Record<string, unknown>) => result[field])
      .filter((value: unknown) => value !== null)
    expect(found.length).toBeGreaterThan(0)
    for (const value of found) expect(keysOf(value)).toEqual([...(nested[path] ?? [])].sort())
  })
})
