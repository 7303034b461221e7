import { gzipSync } from 'node:zlib'
import type { IssueCode } from '#core/issues/codes.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { makeWorkbook, sheetOf } from '../decode/make-workbook.ts'
import { makeZip } from '../decode/make-zip.ts'
import { type Case, cells, column, csv, employees, fields, fine, header, ofEmployees, row } from './wrong-rows.ts'

const absences = 'id,employee,type,start'
const sheets = (...names: readonly string[]) =>
  makeWorkbook({ sheets: names.map((name) => ({ name, xml: sheetOf([header.split(','), fine.split(',')]) })) })
const person = { id: '1', name: 'Ada' }

const wholeFiles: readonly Case[] = [
  ofEmployees('FILE_EMPTY', '\n\n'),
  ofEmployees(
    'FILE_BINARY',
    Uint8Array.from({ length: 400 }, (_, at) => at % 7),
  ),
  ofEmployees('FORMAT_NOT_SUPPORTED', '%PDF-1.7'),
  ofEmployees('HEADER_MISSING', 'ada@example.com,x\n1,2\n', { rows: [1] }),
  ofEmployees('HEADER_DUPLICATE', csv().replace('gender', 'name'), { rows: [1], column: 'name' }),
  ofEmployees('TOO_MANY_COLUMNS', `${Array.from({ length: 2_001 }, (_, at) => `c${at}`).join()}\n`, { rows: [1] }),
  ofEmployees('ID_COLUMN_MISSING', csv().replace('id', 'number'), { column: 'id' }),
  ofEmployees('MAPPED_COLUMN_MISSING', csv().replace('hours', 'time'), { column: 'hours' }),
  ofEmployees('QUOTE_NOT_CLOSED', csv(row({ name: '"Bob' })), { rows: [3] }),
  ofEmployees('FILE_CUT_SHORT', csv('2,Bob').trim(), { rows: [3] }),
  ofEmployees('RECORD_TOO_LONG', csv(row({ name: 'x'.repeat(2_100_000) })), { rows: [3] }),
  ofEmployees('NO_ROWS', `${header}\n`),
  ofEmployees('ROWS_PADDED', `${header},last\n${fine}\n`, { column: 'last' }),
  ofEmployees(
    'FIELD_UNKNOWN',
    csv(),
    {},
    { mapping: { ...employees, fields: { ...fields, shoe_size: column('hours') } } },
  ),
  ofEmployees('MAPPING_NOT_APPROVED', csv(), {}, { settings: { mappings: {} } }),
  ofEmployees('HEADER_FOUND', `Report of staff\n\n${csv()}`, { rows: [3] }, { settings: { mappings: {} } }),
  ofEmployees(
    'HEADER_ABSENT',
    '1,Ada,ada@example.com,2020-01-01\n2,Bob,bob@example.com,2020-01-01\n',
    {},
    { settings: { mappings: {} } },
  ),
  ofEmployees('QUOTE_FOUND', "'id','name'\n'1','Ada'\n'2','Bob'\n'3','Eve, A'\n", {}, { settings: { mappings: {} } }),
  ofEmployees(
    'ENCODING_GUESSED',
    Buffer.from(csv(row({ name: 'Zo\xeb' })), 'latin1'),
    {},
    { settings: { mappings: {} } },
  ),
  ofEmployees('ID_UNSURE', 'name,age\nAda,40\nAda,40\nBob,41\n', {}, { settings: { mappings: {} } }),
  ofEmployees(
    'MENTION_DIFFERS',
    'id,site,city\n1,HQ,Bern\n2,HQ,Rome\n',
    { rows: [3], example: 'HQ' },
    {
      mapping: {
        ...employees,
        fields: { 'work_location.name': column('site'), 'work_location.address.city': column('city') },
      },
    },
  ),
  ofEmployees(
    'COLUMN_UNFIT',
    'id,start date\n1,spring\n2,2020-01-01\n3,summer\n',
    { column: 'start date' },
    { settings: { mappings: {} } },
  ),
  ofEmployees('DATE_ZONED', 'id,start date\n1,2021-05-31T22:00:00Z\n', {}, { settings: { mappings: {} } }),
  ofEmployees('NUMBER_AMBIGUOUS', 'id,weekly hours\n1,38.500\n2,40.000\n', {}, { settings: { mappings: {} } }),
  ofEmployees(
    'ROWS_ASSUMED',
    'employee id,name,valid from,title\n1,Ada,2020-01-01,Clerk\n1,Ada,2021-01-01,Lead\n',
    {},
    { settings: { mappings: {} } },
  ),
  ofEmployees('DATE_AMBIGUOUS', 'id,start date\n1,01/02/2020\n2,03/04/2020\n', {}, { settings: { mappings: {} } }),
  ofEmployees(
    'ENCODING_DOUBTED',
    csv(row({ name: 'Zoë' })),
    {},
    { mapping: { ...employees, dialect: { encoding: 'windows-1251' } } },
  ),
  ofEmployees('ENCRYPTION_MISSING', csv(), {}, { settings: { pgp: 'required' } }),
  {
    code: 'REMOVALS_HELD',
    of: [
      ['employees.csv', csv(...Array.from({ length: 20 }, (_, at) => row({}, `${at + 10}`)))],
      ['employees.csv', csv()],
    ],
  },
  {
    code: 'ID_DRIFT',
    of: [
      ['employees.csv', csv(...Array.from({ length: 20 }, (_, at) => row({}, `${at + 10}`)))],
      ['employees.csv', csv(...Array.from({ length: 20 }, (_, at) => row({}, `N${at + 10}`)))],
    ],
  },
]

const packed: readonly Case[] = [
  {
    code: 'ARCHIVE_DAMAGED',
    of: [['employees.csv.gz', Buffer.concat([gzipSync(csv()).subarray(0, 15), Buffer.from('xxxxxxxxxxxxxxx')])]],
  },
  { code: 'ARCHIVE_TOO_LARGE', of: [['employees.csv.gz', gzipSync(Buffer.alloc(3_000_000, 'a'))]] },
  { code: 'ARCHIVE_CONTENTS', of: [['employees.zip', makeZip([])]] },
  {
    code: 'ARCHIVE_UNPACKED',
    of: [
      [
        'out.zip',
        makeZip([
          { name: 'employees.csv', bytes: csv() },
          { name: 'absences.csv', bytes: `${absences}\n` },
        ]),
      ],
    ],
  },
  {
    code: 'ARCHIVE_MEMBER_LEFT',
    of: [
      [
        'out.zip',
        makeZip([
          { name: 'employees.csv', bytes: csv() },
          { name: 'readme.pdf', bytes: 'x' },
        ]),
      ],
    ],
  },
  {
    code: 'PASSWORD_PROTECTED',
    of: [['employees.zip', makeZip([{ name: 'employees.csv', bytes: csv(), lies: { flags: 1 } }])]],
  },
  {
    code: 'WORKBOOK_UNREADABLE',
    of: [['employees.xlsx', makeWorkbook({ sheets: [{ name: 'S', xml: '<worksheet><sheetData><row>' }] })]],
  },
  { code: 'SHEET_CHOSEN', of: [['employees.xlsx', sheets('Cover', 'Staff')]], settings: { mappings: {} } },
  {
    code: 'SHEET_MISSING',
    of: [['employees.xlsx', sheets('Cover', 'Staff')]],
    mapping: { ...employees, dialect: { sheet: 'People' } },
  },
  { code: 'JSON_UNREADABLE', of: [['employees.json', '[{"id":"1"},}]']] },
  {
    code: 'RECORDS_MISSING',
    of: [['employees.json', JSON.stringify({ staff: [person] })]],
    mapping: { ...employees, dialect: { records: 'people' } },
  },
  {
    code: 'RECORDS_CHOSEN',
    of: [['employees.json', JSON.stringify({ staff: [person, person], more: [person] })]],
    settings: { mappings: {} },
  },
]

const titles = { join: { name: 'titles', files: 'titles', key: ['person'], to: ['id'] } }
const joined: Mapping = {
  ...employees,
  joins: [titles.join],
  fields: { ...fields, 'department.name': column('titles.department') },
}
const ofTitles = (code: IssueCode, content: string, at: Case['at'] = {}): Case => ({
  code,
  of: [
    ['titles.csv', content],
    ['employees.csv', csv(row({}))],
  ],
  at,
  mapping: joined,
})
const byName: Mapping = { ...employees, fields: { ...fields, 'manager.display_full_name': column('boss') } }
const ofAbsences = (code: IssueCode, name: string, cell: string): Case => ({
  code,
  of: [
    ['employees.csv', csv()],
    [
      'absences.csv',
      `id,employee,type,start,half,time\na,1,Ill,2026-01-01,yes,09:00\n`.replace(
        name === 'half' ? 'yes' : '09:00',
        cell,
      ),
    ],
  ],
  at: { rows: [2], column: name, example: cell },
  mapping: {
    dataset: 'absences',
    id: { columns: ['id'] },
    fields: {
      'employee.remote_id': column('employee'),
      'type.name': column('type'),
      start_date: column('start'),
      start_half_day: column('half'),
      start_time: column('time'),
    },
  },
})

const badPerson = {
  ...Object.fromEntries(header.split(',').map((name, at) => [name, fine.split(',')[at]])),
  id: '2',
  start: 'soon',
}
const inOtherFiles: readonly Case[] = [
  {
    code: 'DATE_UNREADABLE',
    of: [['hr.zip', makeZip([{ name: 'employees.csv', bytes: csv(row({ start: 'soon' })) }])]],
    at: { rows: [3], column: 'start', example: 'soon' },
  },
  {
    code: 'DATE_UNREADABLE',
    of: [
      [
        'employees.xlsx',
        makeWorkbook({
          sheets: [
            {
              name: 'S',
              xml: sheetOf([['Staff'], [], header.split(','), fine.split(','), row({ start: 'soon' }).split(',')]),
            },
          ],
        }),
      ],
    ],
    at: { rows: [5], column: 'start', example: 'soon' },
  },
  {
    code: 'DATE_UNREADABLE',
    of: [['employees.json', JSON.stringify({ staff: [{ ...badPerson, id: '1', start: '2020-01-01' }, badPerson] })]],
    at: { rows: [2], column: 'start', example: 'soon' },
  },
  {
    code: 'DATE_UNREADABLE',
    of: [['employees.csv', `Report\n\n${csv(row({ name: '"A\nB"' }), row({ start: 'soon' }, '3'))}`]],
    at: { rows: [6], column: 'start' },
    mapping: { ...employees, dialect: { headerRow: 3 } },
  },
  {
    code: 'DATE_ORDER_CHANGED',
    of: [
      [
        'employees.csv',
        csv(...Array.from({ length: 12 }, (_, at) => row({ start: `${at + 13}/01/2020` }, `${at + 2}`))),
      ],
    ],
    at: { column: 'start' },
    mapping: { ...employees, fields: { ...fields, start_date: column('start', { dateFormat: 'MM/dd/yyyy' }) } },
  },
]

const others: readonly Case[] = [
  ofTitles('JOIN_COLUMN_MISSING', 'who,department\n1,R\n', { column: 'person' }),
  ofTitles('JOIN_KEY_REPEATED', 'person,department\n1,R\n1,S\n2,R\n', { rows: [2], column: 'person' }),
  ofTitles('JOIN_ROW_MISSING', 'person,department\n1,R\n', { rows: [3], column: 'id' }),
  { code: 'FILE_AWAITED', of: [['employees.csv', csv()]], mapping: joined },
  ofEmployees(
    'MANAGER_AMBIGUOUS',
    csv(row({ name: 'Bob' }), row({ name: 'Bob' }, '3'), row({ boss: 'Bob' }, '4')),
    { rows: [5], column: 'boss', example: 'Bob' },
    { mapping: { ...byName, fields: { ...byName.fields, display_full_name: column('name') } } },
  ),
  ofAbsences('BOOLEAN_UNREADABLE', 'half', 'perhaps'),
  ofAbsences('TIME_UNREADABLE', 'time', 'noon'),
  ofEmployees(
    'RECORD_TOO_LARGE',
    csv(row(Object.fromEntries(['name', 'boss', 'gender', 'phone'].map((name) => [name, 'é'.repeat(32_000)])))),
    { rows: [3] },
  ),

  {
    code: 'EMPLOYEE_UNKNOWN',
    of: [
      ['employees.csv', csv()],
      ['absences.csv', `${absences}\na,404,Ill,2026-01-01\n`],
    ],
    at: { rows: [2], column: 'employee', example: '404' },
  },
  {
    code: 'VALUE_MISSING',
    of: [
      ['employees.csv', csv()],
      ['absences.csv', `${absences}\na,,Ill,2026-01-01\n`],
    ],
    at: { rows: [2], column: 'employee' },
  },
  {
    code: 'PARENT_UNKNOWN',
    of: [['groups.csv', 'id,name,type,parent\n1,A,TEAM,404\n']],
    at: { rows: [2], column: 'parent', example: '404' },
  },
  {
    code: 'PARENT_SELF',
    of: [['groups.csv', 'id,name,type,parent\n1,A,TEAM,1\n']],
    at: { rows: [2], column: 'parent' },
  },
  { code: 'FILE_NAME_UNCLAIMED', of: [['people.csv', csv()]] },
  { code: 'FILE_TEMPORARY', of: [['employees.csv.filepart', csv()]] },
  { code: 'FILE_EMPTY', of: [['employees.csv', '']] },
]

/** Small files with one thing wrong, by the code of it. */
export const wrongFiles: readonly Case[] = [...cells, ...wholeFiles, ...packed, ...inOtherFiles, ...others]
