import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupIssues } from '#core/issues/group.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { Mapping, Source } from '#core/mapping/mapping.ts'
import { maxCellLength } from '#core/mapping/row-issues.ts'

type Options = Partial<Extract<Source, { readonly from: 'column' }>>

const column = (name: string, options: Options = {}): Source => ({ ...options, from: 'column', column: name })

const employees = (fields: Mapping['fields'], idColumns = ['Nr']): Mapping => ({
  dataset: 'employees',
  id: { columns: idColumns },
  fields,
})

/** Maps rows of `header` and answers what they become. */
const map = (mapping: Mapping, header: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const compiled = compileMapping(mapping, header)
  if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.issues))
  return rows.map((cells, i) => compiled.map(cells, i + 2))
}

const refusal = (mapping: Mapping, header: readonly string[]) => {
  const compiled = compileMapping(mapping, header)
  return compiled.kind === 'refused' ? compiled.issues : []
}

/** The value that one cell gives one field, or the codes of what is wrong with it. */
const one = (field: string, text: string, options: Options = {}): unknown => {
  const [row] = map(employees({ [field]: [column('Cell', options)] }), ['Nr', 'Cell'], ['1', text])
  return row?.kind === 'mapped' ? row.values[field] : row?.issues.map(({ code }) => code).join()
}

describe('a compiled mapping', () => {
  it('fills fields by column, whatever their order, and keeps ids as text', () => {
    const mapping = employees({ first_name: [column('Vorname')], weekly_hours: [column('Std', { decimal: ',' })] })
    expect(map(mapping, ['Std', 'x', 'Vorname', 'Nr'], ['38,5', '?', ' Ann\u00a0', ' 007 '])).toEqual([
      { kind: 'mapped', row: 2, key: '007', values: { first_name: 'Ann', weekly_hours: 38.5 }, issues: [] },
    ])
  })

  it('tells which columns it reads', () => {
    const mapping = employees({ first_name: [column('c'), column('b')], last_name: [column('c')] }, ['d'])
    expect(compileMapping(mapping, ['a', 'b', 'c', 'd'])).toMatchObject({ kind: 'compiled', columns: [1, 2, 3] })
  })

  it('takes the first source that is not empty, a constant at last', () => {
    const mapping = employees({
      work_email: [column('Work'), column('Private'), { from: 'constant', value: 'hr@example.com' }],
      employment_status: [{ from: 'constant', value: 'active' }],
    })
    const rows = map(
      mapping,
      ['Nr', 'Work', 'Private'],
      ['1', ' ', 'b@example.com'],
      ['2', '', ''],
      ['3', 'a@example.com', ''],
    )
    expect(rows.map((row) => row.kind === 'mapped' && row.values)).toEqual([
      { work_email: 'b@example.com', employment_status: 'ACTIVE' },
      { work_email: 'hr@example.com', employment_status: 'ACTIVE' },
      { work_email: 'a@example.com', employment_status: 'ACTIVE' },
    ])
  })

  it('joins several id columns, and has no key where one is empty', () => {
    const rows = map(employees({}, ['Name', 'Eintritt']), ['Name', 'Eintritt'], ['Ann', '1.1.2020'], ['Bob', ' '])
    expect(rows.map(({ key }) => key)).toEqual(['Ann\u001f1.1.2020', null])
    expect(rows[1]).toMatchObject({
      kind: 'quarantined',
      issues: [{ code: 'ID_MISSING', rows: [3], column: 'Name + Eintritt' }],
    })
  })

  it.each([
    ['date_of_birth', '31.12.1999', { dateFormat: 'dd.MM.yyyy' }, '1999-12-31'],
    ['start_date', '1999-12-31', {}, '1999-12-31'],
    ['start_date', '00.00.0000', { dateFormat: 'dd.MM.yyyy' }, null],
    ['start_date', '31.02.1999', { dateFormat: 'dd.MM.yyyy' }, 'DATE_UNREADABLE'],
    ['weekly_hours', 'forty', {}, 'NUMBER_UNREADABLE'],
    ['gender', 'weiblich', {}, 'FEMALE'],
    ['gender', 'Non-Binary', {}, 'NON_BINARY'],
    ['employment_type', 'Werkstudent', {}, 'WORKING_STUDENT'],
    ['employment_status', 'Former employee', {}, 'INACTIVE'],
    ['employment_status', 'in Elternzeit', {}, 'LEAVE'],
    ['employment_status', 'Ruheständler', {}, 'Ruheständler'],
    ['employment_status', 'a', { values: { A: 'INACTIVE' } }, 'INACTIVE'],
    ['employment_status', 'aktiv', { values: { A: 'INACTIVE' } }, 'aktiv'],
    ['employment_status', 'LEAVE', { values: { A: 'INACTIVE' } }, 'LEAVE'],
    ['employment_status', '-', { values: { '-': null } }, null],
    ['start_date', 'none', { values: { none: null } }, null],
    ['nationality', 'D', { values: { d: 'German' } }, 'German'],
    ['nationality', 'F', { values: { d: 'German' } }, 'F'],
    ['job_title', '  Cook ', { trim: false }, '  Cook '],
    ['work_email', 'not an address', {}, null],
    ['first_name', 'x'.repeat(maxCellLength + 1), {}, 'CELL_TOO_LONG'],
  ] as const)('%s from %j with %j is %s', (field, text, options, expected) => {
    expect(one(field, text, options)).toBe(expected)
  })

  it('quarantines a row with unreadable cells and names each one, its key kept', () => {
    const mapping = employees({
      start_date: [column('Eintritt', { dateFormat: 'dd.MM.yyyy' })],
      weekly_hours: [column('Std')],
    })
    const [row] = map(mapping, ['Nr', 'Eintritt', 'Std'], ['1', 'soon', '38,5'])
    expect(row).toMatchObject({
      kind: 'quarantined',
      key: '1',
      issues: [
        {
          code: 'DATE_UNREADABLE',
          severity: 'error',
          rows: [2],
          column: 'Eintritt',
          example: 'soon',
          dataset: 'employees',
        },
        { code: 'NUMBER_UNREADABLE', rows: [2], column: 'Std', example: '38,5' },
      ],
    })
    expect(row?.issues[0]?.fix).toContain('dd.MM.yyyy')
  })

  it('reports unknown words and bad addresses without losing the row', () => {
    const mapping = employees({ gender: [column('G')], work_email: [column('E')] })
    const [row] = map(mapping, ['Nr', 'G', 'E'], ['1', 'alien', 'nope'])
    expect(row).toMatchObject({
      kind: 'mapped',
      values: { gender: 'alien', work_email: null },
      issues: [
        { code: 'VALUE_UNKNOWN', severity: 'warning' },
        { code: 'EMAIL_INVALID', severity: 'warning' },
      ],
    })
  })

  it('empties a closed enum where the word is unknown', () => {
    const mapping: Mapping = {
      dataset: 'absences',
      id: { columns: ['Id'] },
      fields: { 'employee.remote_id': [column('Nr')], start_date: [column('Von')], unit: [column('Einheit')] },
    }
    const rows = map(
      mapping,
      ['Id', 'Nr', 'Von', 'Einheit'],
      ['a', '1', '2024-01-01', 'Wochen'],
      ['b', '1', '2024-01-02', 'Tage'],
    )
    expect(rows).toMatchObject([
      { values: { unit: null }, issues: [{ code: 'VALUE_UNKNOWN', example: 'Wochen' }] },
      { values: { unit: 'DAYS' }, issues: [] },
    ])
  })

  it('quarantines rows without what no record can be without, saying each thing once', () => {
    const mapping: Mapping = {
      dataset: 'absences',
      id: { columns: ['Id'] },
      fields: { 'employee.remote_id': [column('Nr')], start_date: [column('Von')] },
    }
    const rows = map(mapping, ['Id', 'Nr', 'Von'], ['a', '', ''], ['b', '1', 'soon'])
    expect(rows.map(({ issues }) => issues.map(({ code, column: at }) => [code, at]))).toEqual([
      [
        ['VALUE_MISSING', 'Nr'],
        ['VALUE_MISSING', 'Von'],
      ],
      [['DATE_UNREADABLE', 'Von']],
    ])
  })

  it('repeats no birth date, identity number or address in its issues', () => {
    const mapping = employees({ date_of_birth: [column('Geb')] })
    const [row] = map(mapping, ['Nr', 'Geb'], ['1', '31.02.1990'])
    expect(row?.issues[0]).toMatchObject({ code: 'DATE_UNREADABLE', example: '00.00.0000' })
  })

  it('lets a thousand bad rows become one issue', () => {
    const groups = groupIssues()
    const rows = Array.from({ length: 1000 }, (_, i) => [String(i), 'alien'])
    for (const row of map(employees({ gender: [column('G')] }), ['Nr', 'G'], ...rows))
      for (const found of row.issues) groups.add(found)
    expect(groups.all()).toMatchObject([{ code: 'VALUE_UNKNOWN', count: 1000 }])
  })

  it('never throws and always answers the same, whatever the cells', () => {
    const mapping = employees(
      { start_date: [column('a')], weekly_hours: [column('b')], gender: [column('c')], work_email: [column('d')] },
      ['e'],
    )
    const compiled = compileMapping(mapping, ['a', 'b', 'c', 'd', 'e'])
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }), (cells) => {
        if (compiled.kind === 'refused') return
        expect(compiled.map(cells, 2)).toEqual(compiled.map(cells, 2))
      }),
    )
  })
})

describe('a mapping that does not fit the file', () => {
  it('names the missing id column, the columns that are there, and the one it may be now', () => {
    const [found] = refusal(employees({}, ['Personalnummer']), ['Personal-Nr.', 'Vorname'])
    expect(found).toMatchObject({ code: 'ID_COLUMN_MISSING', column: 'Personalnummer', dataset: 'employees' })
    expect(found?.message).toContain('It may be called "Personal-Nr." now.')
    expect(found?.message).toContain('Personal-Nr., Vorname')
  })

  it('names every missing mapped column at once', () => {
    const mapping = employees({
      first_name: [column('Vorname')],
      department: [],
      'department.name': [column('AgencyID')],
    })
    const found = refusal(mapping, ['Nr', 'AgencyCode', 'Other'])
    expect(found.map(({ code }) => code)).toEqual(['MAPPED_COLUMN_MISSING', 'FIELD_UNKNOWN', 'MAPPED_COLUMN_MISSING'])
    expect(found[0]?.message).not.toContain('may be called')
    expect(found[2]?.message).toContain('It may be called "AgencyCode" now.')
  })

  it('finds a column whose name changed only in case or punctuation', () => {
    const mapping = employees({ first_name: [column('First_Name')] }, ['Employee ID'])
    expect(compileMapping(mapping, ['EMPLOYEE-ID', 'first name'])).toMatchObject({ kind: 'compiled', columns: [0, 1] })
    expect(refusal(mapping, ['Employee ID', 'FIRST NAME', 'first name'])).toMatchObject([
      { code: 'MAPPED_COLUMN_MISSING' },
    ])
  })

  it('refuses unknown fields, unreadable constants and missing required fields', () => {
    expect(refusal(employees({ __proto__x: [column('Nr')] }), ['Nr'])).toMatchObject([{ code: 'FIELD_UNKNOWN' }])
    expect(refusal(employees({ weekly_hours: [{ from: 'constant', value: 'many' }] }), ['Nr'])).toMatchObject([
      { code: 'NUMBER_UNREADABLE', example: 'many' },
    ])
    expect(refusal({ dataset: 'timesheets', id: { columns: ['Nr'] }, fields: {} }, ['Nr'])).toMatchObject([
      { code: 'VALUE_MISSING' },
    ])
  })
})
