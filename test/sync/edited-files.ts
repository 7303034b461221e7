import fc from 'fast-check'
import type { Dataset } from '#core/files/datasets.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { type Ruling, rowRules } from '#core/records/row-rules.ts'
import { keyedHash } from '../../lambdas/runtime/system.ts'
import { integrationId, type SyncStep } from './twin.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

/** Files of one dataset that are edited from day to day. */
export type Subject = {
  readonly dataset: Dataset
  /** Column names, each with what its cells may hold: the first ones often, the last one seldom. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  readonly mappings: readonly [Mapping, Mapping]
}

const ids = ['1', '2', '3', '4', '5', '']
const people = ['1', '2', '', '9']

export const employees: Subject = {
  dataset: 'employees',
  columns: {
    id: ids,
    name: ['Ada', 'Bob', '"Cy; ""x""\ny"', '', 'Zoë'],
    manager: people,
    site: ['B', 'Z', ''],
    site_name: ['Bern', 'Basel', ''],
    department: ['R', 'S', ''],
    start: ['2020-01-01', '2021-01-01', '', 'some day'],
    mail: ['', 'a@b.example', 'nobody'],
    junk: ['x', 'y', '"quo;ted"', ' ', '\ufffd', 'stray "quote'],
  },
  mappings: [
    {
      dataset: 'employees',
      dialect: { encoding: 'utf-8' },
      id: { columns: ['id'] },
      fields: {
        first_name: column('name'),
        'manager.remote_id': column('manager'),
        'work_location.remote_id': column('site'),
        'work_location.name': column('site_name'),
        'department.name': column('department'),
        start_date: column('start'),
        work_email: column('mail'),
      },
    },
    {
      dataset: 'employees',
      id: { columns: ['id'] },
      fields: {
        last_name: column('name'),
        'manager.remote_id': column('manager'),
        'department.name': column('junk'),
        'work_location.name': column('site'),
      },
    },
  ],
}

export const absences: Subject = {
  dataset: 'absences',
  columns: {
    id: ids,
    employee: people,
    type: ['V', 'S', ''],
    type_name: ['Vacation', 'Sick', ''],
    start: ['2026-01-01', '2026-02-01', 'never'],
    junk: ['x', 'y', '"z"'],
  },
  mappings: [
    {
      dataset: 'absences',
      id: { columns: ['id'] },
      fields: {
        'employee.remote_id': column('employee'),
        'type.remote_id': column('type'),
        'type.name': column('type_name'),
        start_date: column('start'),
      },
    },
    {
      dataset: 'absences',
      id: { columns: ['id'] },
      fields: { 'employee.remote_id': column('employee'), 'type.name': column('junk'), start_date: column('start') },
    },
  ],
}

export const timesheets: Subject = {
  dataset: 'timesheets',
  columns: {
    id: ids,
    employee: people,
    date: ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '', 'never'],
    hours: ['8', '7.5', 'many'],
    junk: ['x', 'y'],
  },
  mappings: [
    {
      dataset: 'timesheets',
      id: { columns: ['id'] },
      fields: { 'employee.remote_id': column('employee'), date: column('date'), payable_hours: column('hours') },
    },
    {
      dataset: 'timesheets',
      id: { columns: ['id'] },
      fields: { 'employee.remote_id': column('employee'), date: column('date') },
    },
  ],
}

type Cells = readonly string[]
type Edit = (rows: readonly Cells[]) => readonly Cells[]

const rowsOf = ({ columns }: Subject): fc.Arbitrary<Cells> =>
  fc.tuple(
    ...Object.values(columns).map((cells) =>
      fc.oneof(...cells.map((cell, i) => ({ weight: i === cells.length - 1 ? 1 : 8, arbitrary: fc.constant(cell) }))),
    ),
  )

const editOf = (subject: Subject): fc.Arbitrary<Edit> => {
  const place = fc.nat(7)
  const cell = fc.nat(Object.keys(subject.columns).length - 1)
  const values = rowsOf(subject)
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(place, cell, values).map(
        ([at, index, cells]): Edit =>
          (rows) =>
            rows.map((row, i) => (i === at ? row.with(index, cells[index] ?? '') : row)),
      ),
    },
    place.map(
      (at): Edit =>
        (rows) =>
          rows.filter((_, i) => i !== at),
    ),
    fc.tuple(place, values).map(
      ([at, cells]): Edit =>
        (rows) =>
          rows.toSpliced(at, 0, cells),
    ),
    fc.tuple(place, place).map(
      ([at, to]): Edit =>
        (rows) =>
          rows.toSpliced(to, 0, ...rows.slice(at, at + 1)),
    ),
    fc.constant<Edit>((rows) => rows.toReversed()),
  )
}

type Style = {
  readonly delimiter: string
  readonly lineEnd: string
  readonly ended: boolean
  readonly mark: string
  /** Every cell of the last column differs in every file. */
  readonly stamp: string
  readonly header: string
}

const plain: Style = { delimiter: ';', lineEnd: '\n', ended: true, mark: '', stamp: '', header: '' }
const style: fc.Arbitrary<Style> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(plain) },
  fc.record({
    delimiter: fc.constantFrom(';', ';', ','),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    ended: fc.boolean(),
    mark: fc.constantFrom('', '\ufeff'),
    stamp: fc.constantFrom('', '1', '2', '3'),
    header: fc.constantFrom('', '', 'more'),
  }),
)

const textOf = (
  subject: Subject,
  rows: readonly Cells[],
  { delimiter, lineEnd, ended, mark, stamp, header }: Style,
) => {
  const lines = [
    [...Object.keys(subject.columns), `at${header}`],
    ...rows.map((row, i) => [...row, stamp && `${stamp}${i}`]),
  ]
  return mark + lines.map((line) => line.join(delimiter)).join(lineEnd) + (ended ? lineEnd : '')
}

export const plainRuling: Ruling = {
  ...{ timeZone: 'UTC', today: '2026-01-01', scope: { settings: {}, optedOut: [] } },
  ...{ customFields: [], columns: [], filter: [], filterIsOpen: false },
}

const junkField = { key: 'junk', aliases: ['junk'] }
const passed = (dataset: Dataset, key: string) => ({
  dataset,
  columns: [{ id: `column-${key}`, key, type: 'CUSTOM' as const, passthrough: true }],
})

/** Who is stored, and what beside the fields of the model: any of it may be another at the next file. */
const ruling: fc.Arbitrary<Partial<Ruling>> = fc.record(
  {
    customFields: fc.subarray([
      { ...junkField, model: 'hris_employees' as const },
      { ...junkField, model: 'hris_timesheets' as const },
    ]),
    columns: fc.subarray([passed('employees', 'mail'), passed('timesheets', 'junk')]),
    filter: fc.subarray(
      [
        { field: 'work_location', values: ['B', null] },
        { field: 'group', values: ['DEPARTMENT:R', 'DEPARTMENT:x'] },
        { field: 'employment_status', values: ['ACTIVE'] },
      ],
      { minLength: 1, maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)

/** Some days: each with a file made of the one before, read under a mapping and rules that may be others. */
export const stepsOf = (subject: Subject): fc.Arbitrary<readonly SyncStep[]> => {
  const change = fc.record({
    edits: fc.array(editOf(subject), { maxLength: 3 }),
    style,
    mapping: fc.oneof({ weight: 10, arbitrary: fc.constant(0) }, fc.constant(1)),
    present: fc.oneof({ weight: 4, arbitrary: fc.constant(people) }, fc.subarray(people)),
    unknown: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, fc.subarray([...ids, 'B', 'V'])),
    ruling: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, ruling),
  })
  const rows = fc.uniqueArray(rowsOf(subject), { minLength: 2, maxLength: 6, selector: ([id]) => id })
  return fc.tuple(rows, fc.array(change, { minLength: 2, maxLength: 6 })).map(([start, changes]) => {
    let current: readonly Cells[] = start
    return changes.map(({ edits, style: look, mapping, present, unknown, ruling: rules }) => {
      for (const edit of edits) current = edit(current)
      const idOf = (key: string) => recordId(keyedHash('twin'), integrationId, 'hris_employees', key)
      return {
        text: textOf(subject, current, look),
        mapping: subject.mappings[mapping] ?? subject.mappings[0],
        employees: new Set(present.map(idOf)),
        unknown,
        rules: rowRules({ ...plainRuling, ...rules }, subject.dataset),
      }
    })
  })
}
