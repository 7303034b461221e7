import type { Integration } from '#core/control/integration.ts'
import type { IssueCode } from '#core/issues/codes.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Mapping } from '#core/mapping/mapping.ts'

export const column = (name: string, more = {}) => [{ from: 'column' as const, column: name, ...more }]

export const fields = {
  first_name: column('name'),
  'manager.remote_id': column('boss'),
  start_date: column('start'),
  date_of_birth: column('born'),
  weekly_hours: column('hours'),
  work_email: column('mail'),
  mobile_phone_number: column('phone', { country: 'DE' }),
  'bank_account.iban': column('iban'),
  gender: column('gender'),
}
export const employees: Mapping = { dataset: 'employees', id: { columns: ['id'] }, fields }
export const header = 'id,name,boss,start,born,hours,mail,phone,iban,gender'
export const fine = '1,Ada,,2020-01-01,1980-01-01,40,ada@example.com,+49 30 901820,DE89370400440532013000,female'
export const row = (changes: Readonly<Record<string, string>>, id = '2'): string =>
  header
    .split(',')
    .map((name, at) => ({ ...changes, ...(changes.id === undefined ? { id } : {}) })[name] ?? fine.split(',')[at])
    .join(',')
export const csv = (...rows: readonly string[]): string => [header, fine, ...rows, ''].join('\n')

type Upload = readonly [name: string, content: string | Uint8Array]
export type Case = {
  readonly code: IssueCode
  readonly of: readonly Upload[]
  /** Where it is in the file. */
  readonly at?: Partial<Pick<Issue, 'rows' | 'column' | 'example'>>
  readonly mapping?: Mapping
  readonly settings?: Partial<Integration>
}

export const ofEmployees = (
  code: IssueCode,
  content: Upload[1],
  at: Case['at'] = {},
  more: Partial<Case> = {},
): Case => ({
  code,
  of: [['employees.csv', content]],
  at,
  ...more,
})
const ofCell = (code: IssueCode, name: string, cell: string, example: string | null = cell): Case =>
  ofEmployees(code, csv(row({ [name]: cell })), { rows: [3], column: name, example })

export const cells: readonly Case[] = [
  ofCell('DATE_UNREADABLE', 'start', '31.02.2020'),
  ofCell('DATE_UNREADABLE', 'born', '31.02.1980', '00.00.0000'),
  ofCell('NUMBER_UNREADABLE', 'hours', 'forty'),
  ofCell('EMAIL_INVALID', 'mail', 'ada at example'),
  ofCell('PHONE_INVALID', 'phone', '+49 1', '+00 0'),
  ofCell('IBAN_INVALID', 'iban', 'DE00370400440532013000', 'xx00000000000000000000'),
  ofCell('VALUE_UNKNOWN', 'gender', 'unheard of'),
  ofCell('MANAGER_UNKNOWN', 'boss', '404'),
  ofEmployees('ID_REWRITTEN', csv(row({ id: '1001.0' })), { rows: [3], column: 'id', example: '1001.0' }),
  ofEmployees('ID_MISSING', csv(row({ id: '' })), { rows: [3], column: 'id' }),
  ofEmployees('ID_DUPLICATE', csv(row({}), row({ name: 'Bob' })), { rows: [3, 4], column: 'id', example: '2' }),
  ofEmployees('MANAGER_SELF', csv(row({ boss: '2' })), { rows: [3], column: 'boss' }),
  ofEmployees('MANAGER_CIRCLE', csv(row({ boss: '3' }), row({ boss: '2' }, '3')), { rows: [3, 4], column: 'boss' }),
  ofEmployees('CELL_TOO_LONG', csv(row({ name: 'x'.repeat(40_000) })), { rows: [3], column: 'name' }),
  ofEmployees('QUOTE_MISPLACED', csv(row({ name: '"A"da' })), { rows: [3] }),
  ofEmployees('ROW_TOO_SHORT', csv('2,Bob'), { rows: [3], example: '2 cells' }),
  ofEmployees('ROW_TOO_LONG', csv(row({ name: 'B,ob' })), { rows: [3], example: '11 cells' }),
  ofEmployees('TOTALS_LEFT', csv(',Total,,,,80,,,,'), { rows: [3] }),
  ofEmployees('TEXT_LEFT', csv('End of report'), { rows: [3] }),
  ofEmployees(
    'ENCODING_INVALID',
    Buffer.concat([
      Buffer.from(csv(row({ name: 'Zoë' }))),
      Buffer.from(row({ name: '\xff' }, '3'), 'latin1'),
      Buffer.from('\n'),
    ]),
    { rows: [4] },
  ),
]
