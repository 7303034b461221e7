import type { Dataset } from '#core/files/datasets.ts'
import type { Kind } from './word-kinds.ts'

/** A field, or `remote_id`, with the kinds of words that its name must have, and those that it may have besides. */
export type Shape = {
  readonly field: string
  readonly needs: readonly Kind[]
  readonly allows?: readonly Kind[]
  /** Such a name often means something else. */
  readonly isWeak?: boolean
}

const shape = (field: string, needs: readonly Kind[], ...allows: readonly Kind[]): Shape => ({ field, needs, allows })
const weak = (field: string, needs: readonly Kind[], ...allows: readonly Kind[]): Shape => ({
  ...shape(field, needs, ...allows),
  isWeak: true,
})

/** What has an id and a name elsewhere; of a cost centre, the name alone is its code. */
const reference = (owner: string, kind: Kind, ...allows: readonly Kind[]): readonly Shape[] => [
  shape(`${owner}.remote_id`, [kind, 'id'], 'number', ...allows),
  shape(`${owner}.remote_id`, [kind, 'number'], ...allows),
  shape(`${owner}.name`, [kind, 'name'], ...allows),
  weak(owner === 'cost_center' ? `${owner}.remote_id` : `${owner}.name`, [kind], ...allows),
]

const pay: readonly Shape[] = [
  shape('pay_currency', ['pay', 'currency'], 'paid', 'id', 'name'),
  shape('pay_frequency', ['pay', 'often'], 'paid', 'id', 'name'),
  weak('pay_frequency', ['often'], 'id', 'name'),
  shape('pay_period', ['pay', 'period'], 'paid', 'id', 'name'),
  shape('pay_rate', ['pay'], 'paid', 'value', 'currency'),
]

/** Who the row of another dataset is about. */
const employee: readonly Shape[] = [
  shape('employee.remote_id', ['owner', 'id'], 'number'),
  shape('employee.remote_id', ['owner', 'number']),
  shape('employee.remote_id', ['owner', 'personNumber'], 'id', 'number'),
  shape('employee.remote_id', ['personNumber'], 'id', 'number'),
]

const employees: readonly Shape[] = [
  shape('first_name', ['firstName'], 'name'),
  shape('last_name', ['lastName'], 'name'),
  shape('display_full_name', ['fullName'], 'name'),
  shape('display_full_name', ['firstName', 'lastName'], 'name'),
  weak('display_full_name', ['owner', 'name']),
  shape('date_of_birth', ['birth'], 'date'),
  shape('gender', ['gender'], 'id', 'name'),
  shape('nationality', ['nationality'], 'id', 'name', 'one', 'country'),
  shape('marital_status', ['marital'], 'id', 'name', 'status'),
  shape('ethnicity', ['ethnicity'], 'id', 'name'),
  shape('ssn', ['ssn'], 'number', 'id'),
  shape('tax_id', ['taxId'], 'number', 'id'),
  shape('personal_email', ['email', 'private'], 'address'),
  shape('work_email', ['email', 'work'], 'address'),
  weak('work_email', ['email'], 'address', 'id', 'one'),
  shape('mobile_phone_number', ['mobile'], 'phone', 'private', 'work', 'number', 'one'),
  weak('mobile_phone_number', ['phone'], 'number', 'one'),
  weak('mobile_phone_number', ['phone', 'own'], 'number'),
  shape('job_title', ['jobTitle'], 'name', 'job', 'work'),
  shape('job_title', ['job'], 'name', 'work'),
  shape('job_title', ['job', 'name'], 'work', 'jobTitle'),
  shape('employment_status', ['status', 'employment'], 'id', 'name'),
  weak('employment_status', ['status'], 'id', 'name'),
  shape('employment_status', ['status', 'active'], 'id', 'name'),
  weak('employment_status', ['active']),
  shape('employment_type', ['type', 'employment'], 'id', 'name', 'work'),
  shape('employment_type', ['type', 'owner'], 'id', 'name'),
  shape('employment_type', ['fullPart'], 'id', 'name', 'type', 'employment'),
  shape('weekly_hours', ['weekHours'], 'agreed', 'employment'),
  shape('weekly_hours', ['hours', 'week'], 'agreed', 'number', 'value', 'employment'),
  weak('weekly_hours', ['hours', 'agreed'], 'number', 'value', 'employment'),
  weak('weekly_hours', ['week', 'agreed']),
  shape('start_date', ['hire'], 'date', 'day', 'begin', 'employment', 'work', 'company', 'effective'),
  shape('start_date', ['begin', 'employment'], 'date', 'day', 'work'),
  shape('start_date', ['begin', 'owner'], 'date', 'day'),
  shape('start_date', ['begin', 'date']),
  weak('start_date', ['begin']),
  shape('termination_date', ['leave'], 'date', 'day', 'end', 'employment', 'work', 'company', 'effective'),
  shape('termination_date', ['end', 'employment'], 'date', 'day', 'work'),
  shape('termination_date', ['end', 'owner', 'date']),
  weak('termination_date', ['end'], 'date'),
  shape('remote_created_at', ['created'], 'date', 'time'),
  shape('avatar', ['photo'], 'url', 'name'),
  shape('manager.remote_id', ['manager', 'id'], 'number', 'job'),
  shape('manager.remote_id', ['manager', 'number'], 'job'),
  shape('manager.remote_id', ['manager', 'personNumber'], 'number', 'id'),
  shape('manager.work_email', ['manager', 'email'], 'work', 'address'),
  shape('manager.display_full_name', ['manager', 'name']),
  shape('manager.display_full_name', ['manager', 'fullName'], 'name'),
  weak('manager.remote_id', ['manager'], 'job', 'work'),
  ...reference('department', 'department'),
  ...reference('team', 'team'),
  ...reference('cost_center', 'costCenter'),
  ...reference('legal_entity', 'company'),
  ...reference('work_location', 'location', 'work'),
  shape('work_location.type', ['location', 'type']),
  shape('bank_account.iban', ['iban'], 'bank', 'account', 'number', 'id'),
  shape('bank_account.bic', ['bic'], 'bank', 'account', 'id'),
  shape('bank_account.bank_name', ['bank', 'name'], 'one'),
  shape('bank_account.bank_name', ['bank'], 'one'),
  shape('bank_account.account_number', ['account', 'number'], 'bank', 'one'),
  weak('bank_account.account_number', ['account'], 'bank', 'one'),
  shape('bank_account.holder_name', ['holder', 'account'], 'bank', 'name'),
  shape('bank_account.holder_name', ['holder', 'bank'], 'name', 'account'),
  shape('bank_account.holder_name', ['account', 'name'], 'bank', 'one'),
  weak('bank_account.holder_name', ['holder'], 'name'),
  shape('employee_number', ['owner', 'number']),
  shape('employee_number', ['personNumber'], 'number', 'owner', 'id'),
  shape('remote_id', ['owner', 'id'], 'number'),
]

const timeOffTypes: readonly Shape[] = [
  weak('type.remote_id', ['absence', 'code']),
  shape('type.remote_id', ['absence', 'id', 'typeOf'], 'number'),
  shape('type.remote_id', ['typeOf', 'id'], 'absence', 'number'),
  shape('type.name', ['absence', 'typeOf'], 'name'),
  shape('type.name', ['absence', 'name'], 'typeOf'),
  shape('type.name', ['typeOf', 'name'], 'absence'),
  weak('type.remote_id', ['code']),
  weak('type.name', ['typeOf']),
]

const absences: readonly Shape[] = [
  ...employee,
  ...timeOffTypes,
  shape('remote_id', ['absence', 'key']),
  shape('remote_id', ['request', 'id'], 'absence', 'number'),
  shape('remote_id', ['request', 'number'], 'absence'),
  shape('start_date', ['begin', 'date'], 'absence', 'request'),
  shape('start_date', ['begin', 'day'], 'absence'),
  shape('start_date', ['begin', 'absence']),
  weak('start_date', ['begin']),
  shape('end_date', ['end', 'date'], 'absence', 'request'),
  shape('end_date', ['end', 'day'], 'absence'),
  shape('end_date', ['end', 'absence']),
  weak('end_date', ['end']),
  shape('start_half_day', ['half', 'begin'], 'day', 'date', 'absence'),
  shape('end_half_day', ['half', 'end'], 'day', 'date', 'absence'),
  shape('start_time', ['begin', 'time'], 'absence'),
  shape('end_time', ['end', 'time'], 'absence'),
  shape('amount', ['day'], 'value', 'number', 'absence', 'used', 'work', 'worked'),
  shape('amount', ['hours'], 'value', 'number', 'absence', 'used', 'work', 'worked'),
  shape('amount', ['value'], 'absence', 'day', 'hours', 'number'),
  shape('unit', ['unit'], 'value', 'absence', 'time'),
  shape('status', ['status'], 'approval', 'absence', 'request'),
  weak('status', ['approval'], 'absence', 'request'),
  shape('employee_note', ['note'], 'absence', 'request'),
]

const timeOffBalances: readonly Shape[] = [
  ...employee,
  ...timeOffTypes,
  shape('balance', ['remaining'], 'entitled', 'value', 'absence', 'day', 'hours', 'typeOf'),
  shape('balance_unit', ['unit'], 'entitled', 'remaining', 'value', 'time', 'absence', 'typeOf'),
  shape('used', ['used'], 'entitled', 'request', 'value', 'absence', 'day', 'hours'),
  shape('used_unit', ['used', 'unit']),
  shape('remote_id', ['remaining', 'id']),
]

const timesheets: readonly Shape[] = [
  ...employee,
  shape('remote_id', ['clock', 'id'], 'number'),
  shape('remote_id', ['clock', 'number']),
  shape('date', ['date'], 'clock', 'work', 'day'),
  shape('date', ['day'], 'clock', 'work'),
  shape('start_time', ['begin', 'time'], 'clock', 'work'),
  shape('end_time', ['end', 'time'], 'clock', 'work'),
  weak('start_time', ['begin'], 'clock', 'work'),
  weak('end_time', ['end'], 'clock', 'work'),
  shape('start_time', ['arrive'], 'time', 'clock'),
  shape('end_time', ['depart'], 'time', 'clock'),
  shape('started_at', ['begin', 'date', 'time'], 'clock', 'work'),
  shape('ended_at', ['end', 'date', 'time'], 'clock', 'work'),
  shape('timezone', ['zone'], 'name', 'id'),
  shape('payable_hours', ['hours', 'worked'], 'value', 'work', 'number', 'time'),
  shape('payable_hours', ['time', 'worked'], 'value', 'work'),
  weak('payable_hours', ['hours'], 'value', 'clock', 'work', 'number'),
  shape('unpaid_break_minutes', ['break'], 'minutes', 'time', 'value'),
  shape('approval_status', ['approval'], 'status', 'clock', 'time'),
  shape('approval_status', ['status'], 'clock', 'approval'),
  shape('comment', ['note'], 'clock'),
]

const groups: readonly Shape[] = [
  shape('parent.remote_id', ['parent', 'department'], 'id', 'number'),
  shape('parent.remote_id', ['parent', 'costCenter'], 'id', 'number'),
  shape('parent.remote_id', ['parent', 'team'], 'id', 'number'),
  shape('parent.remote_id', ['parent', 'thing'], 'id', 'number'),
  shape('parent.remote_id', ['parent', 'id'], 'number'),
  weak('parent.remote_id', ['parent']),
  shape('type', ['type', 'thing'], 'name'),
  shape('type', ['type', 'department'], 'name'),
  weak('type', ['type']),
  ...(['department', 'team', 'costCenter', 'thing'] as const).flatMap((kind): readonly Shape[] => [
    shape('remote_id', [kind, 'id'], 'number'),
    shape('remote_id', [kind, 'number']),
    shape('name', [kind, 'name']),
    weak('name', [kind]),
  ]),
]

const ofOwn = (kind: Kind): readonly Shape[] => [
  shape('remote_id', [kind, 'id'], 'number'),
  shape('remote_id', [kind, 'number']),
  shape('name', [kind, 'name']),
  shape('type', [kind, 'type'], 'name'),
  weak('name', [kind]),
]

/** Per dataset, what names that are put together mean: of several that fit, the one that needs most, and of these the first. */
export const fieldShapes: Readonly<Record<Dataset, readonly Shape[]>> = {
  employees,
  employments: [
    ...employee,
    ...pay,
    shape('job_title', ['jobTitle'], 'name', 'job', 'work'),
    shape('job_title', ['job'], 'name', 'work'),
    shape('job_title', ['job', 'name'], 'work', 'jobTitle'),
    shape('employment_type', ['type', 'employment'], 'id', 'name', 'work'),
    shape('employment_type', ['type', 'owner'], 'id', 'name'),
    shape('employment_type', ['fullPart'], 'id', 'name', 'type', 'employment'),
    weak('pay_currency', ['currency'], 'id'),
    shape('effective_date', ['effective'], 'date', 'begin', 'pay', 'paid', 'employment', 'job'),
    shape('effective_date', ['begin', 'date'], 'employment'),
    shape('remote_id', ['employment', 'id'], 'number'),
    shape('remote_id', ['employment', 'number']),
    shape('remote_id', ['effective', 'id'], 'number'),
  ],
  absences,
  time_off_balances: timeOffBalances,
  timesheets,
  groups,
  legal_entities: ofOwn('company'),
  locations: [...ofOwn('location'), shape('type', ['type', 'thing'])],
  absence_types: [
    shape('remote_id', ['absence', 'id'], 'typeOf', 'number'),
    shape('remote_id', ['typeOf', 'id'], 'number'),
    shape('name', ['absence', 'typeOf'], 'name'),
    shape('name', ['typeOf', 'name']),
    shape('name', ['absence', 'name']),
    shape('unit', ['unit'], 'typeOf', 'absence', 'value'),
    shape('half_days_supported', ['half'], 'day'),
  ],
}

const aroundAddress = ['home', 'work', 'address', 'private', 'location'] as const satisfies readonly Kind[]

/** Parts of addresses, whoever lives there. */
export const addressShapes: readonly Shape[] = [
  shape('street_1', ['street'], 'one', 'line', 'name', 'number', ...aroundAddress),
  shape('street_1', ['street', 'houseNumber'], ...aroundAddress),
  shape('street_1', ['address', 'one'], 'line', ...aroundAddress),
  shape('street_1', ['line', 'one'], ...aroundAddress),
  shape('street_2', ['line', 'two'], ...aroundAddress),
  shape('street_2', ['address', 'two'], 'line', ...aroundAddress),
  shape('street_2', ['houseNumber'], 'number', 'one', ...aroundAddress),
  shape('street_2', ['street', 'two'], 'line', ...aroundAddress),
  shape('city', ['city'], 'name', ...aroundAddress),
  shape('zip_code', ['zip'], 'id', ...aroundAddress),
  shape('state', ['state'], 'id', 'name', ...aroundAddress),
  shape('country', ['country'], 'id', 'name', ...aroundAddress),
  weak('raw', ['address'], ...aroundAddress),
]
