import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#core/files/datasets.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import { targetFields } from '#core/mapping/fields.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { synonymsOf } from '#core/mapping/match-header.ts'

type Rows = readonly (readonly string[])[]

const draft = (
  header: readonly string[],
  rows: Rows = [],
  dataset: Dataset = 'employees',
  delimiter: ',' | ';' = ';',
) =>
  draftMapping({
    dataset,
    header,
    rows: rows.map((cells, i) => ({ row: i + 2, cells })),
    dialect: { encoding: 'utf-8', delimiter, headerRow: 1 },
  })

/** Field to column, of everything that is proposed. */
const proposed = (...input: Parameters<typeof draft>) =>
  Object.fromEntries(draft(...input).proposals.map(({ field, column }) => [field, column]))

const codes = (...input: Parameters<typeof draft>) => draft(...input).issues.map(({ code }) => code)

describe('a drafted mapping', () => {
  it('understands a German header and the values below it', () => {
    const header = [
      'Personalnummer',
      'Vorname',
      'Name',
      'E-Mail',
      'Geb.-Datum',
      'Eintrittsdatum',
      'Austritt am',
      'Abteilung',
      'Abteilungstext',
      'Kostenstelle',
      'Wochenstunden',
      'Familienstand',
      'Titel',
      'Straße',
      'PLZ',
      'Ort',
    ]
    const rows = [
      [
        '0007',
        'Ann',
        'Maier',
        'a@example.com',
        '1.2.1980',
        '15.01.2020',
        '',
        'A1',
        'Vertrieb',
        '4711',
        '38,5',
        'ledig',
        'Dr.',
        'Am Tor 1',
        '80331',
        'Ulm',
      ],
      [
        '0008',
        'Bob',
        'Huber',
        'b@example.com',
        '3.4.1981',
        '01.02.2021',
        '',
        'A2',
        'Technik',
        '4712',
        '40',
        'verheiratet',
        '',
        'Am Tor 2',
        '80331',
        'Ulm',
      ],
    ]
    const { mapping, unmapped, issues } = draft(header, rows)
    expect(mapping.id).toEqual({ columns: ['Personalnummer'] })
    expect(mapping.fields).toMatchObject({
      employee_number: [{ column: 'Personalnummer' }],
      first_name: [{ column: 'Vorname' }],
      last_name: [{ column: 'Name' }],
      work_email: [{ column: 'E-Mail' }],
      date_of_birth: [{ column: 'Geb.-Datum', dateFormat: 'dd.MM.yyyy' }],
      start_date: [{ column: 'Eintrittsdatum', dateFormat: 'dd.MM.yyyy' }],
      termination_date: [{ column: 'Austritt am', dateFormat: 'dd.MM.yyyy' }],
      'department.remote_id': [{ column: 'Abteilung' }],
      'department.name': [{ column: 'Abteilungstext' }],
      'cost_center.remote_id': [{ column: 'Kostenstelle' }],
      weekly_hours: [{ column: 'Wochenstunden', decimal: ',' }],
      marital_status: [{ column: 'Familienstand' }],
      'home_address.street_1': [{ column: 'Straße' }],
      'home_address.zip_code': [{ column: 'PLZ' }],
      'home_address.city': [{ column: 'Ort' }],
    })
    expect(unmapped).toEqual(['Titel'])
    expect(issues).toEqual([])
  })

  it.each([
    [
      'English',
      ['Employee ID', 'First Name', 'Last Name', 'Hire Date', 'Job Title', 'Department'],
      ['remote_id', 'first_name', 'last_name', 'start_date', 'job_title', 'department.name'],
    ],
    [
      'English, joined',
      ['employeeId', 'givenName', 'familyName', 'hireDate', 'jobTitle', 'departmentName'],
      ['remote_id', 'first_name', 'last_name', 'start_date', 'job_title', 'department.name'],
    ],
    [
      'French',
      ['Matricule', 'Prénom', 'Nom', "Date d'entrée", 'Intitulé du poste', 'Département'],
      ['remote_id', 'first_name', 'last_name', 'start_date', 'job_title', 'department.name'],
    ],
    [
      'Italian',
      ['Matricola', 'Nome', 'Cognome', 'Data assunzione', 'Qualifica', 'Reparto'],
      ['remote_id', 'first_name', 'last_name', 'start_date', 'job_title', 'department.name'],
    ],
    [
      'Spanish',
      ['Número de empleado', 'Nombre', 'Apellidos', 'Fecha de alta', 'Puesto', 'Departamento'],
      ['remote_id', 'first_name', 'last_name', 'start_date', 'job_title', 'department.name'],
    ],
    [
      'Dutch',
      ['Personeelsnummer', 'Voornaam', 'Achternaam', 'Datum in dienst', 'Functietitel', 'Afdeling'],
      ['remote_id', 'first_name', 'last_name', 'start_date', 'job_title', 'department.name'],
    ],
    [
      'Portuguese',
      ['Matrícula', 'Nome', 'Sobrenome', 'Data de admissão', 'Cargo', 'Departamento'],
      ['remote_id', 'first_name', 'last_name', 'start_date', 'job_title', 'department.name'],
    ],
  ])('understands an %s header', (_, header, fields) => {
    const found = proposed(header)
    expect(fields.map((field) => found[field])).toEqual(header)
  })

  it('takes a lone name for the full name', () => {
    expect(proposed(['Id', 'Name']).display_full_name).toBe('Name')
    expect(proposed(['Id', "Employee's Name"]).display_full_name).toBe("Employee's Name")
    expect(proposed(['Id', 'First name', 'Last name', 'Name']).display_full_name).toBe('Name')
  })

  it('does not take a column for what its values deny', () => {
    const header = ['Employee ID', 'Email', 'Hire Date', 'Weekly Hours', 'Title', 'Gender', 'Name']
    const rows = [['1', 'none', 'in spring', 'many', 'Dr.', 'purple', 'a@example.com']]
    expect(Object.keys(proposed(header, rows))).toEqual(['remote_id'])
  })

  it.each([
    'Manager email',
    'Manager name',
    'Preferred first name',
    'Middle name',
    'Rehire date',
    'Annual salary',
    'Office phone',
    'Password',
    'Country',
    'Username',
  ])('leaves %s alone', (name) => {
    expect(draft(['Employee ID', 'Email', name]).unmapped).toEqual([name])
  })

  it('takes a manager column for a reference only when it holds ids', () => {
    const header = ['Employee ID', 'Manager']
    expect(
      proposed(header, [
        ['1', '2'],
        ['2', ''],
        ['3', '2'],
      ])['manager.remote_id'],
    ).toBe('Manager')
    expect(
      proposed(header, [
        ['1', 'Ann B'],
        ['2', ''],
      ])['manager.remote_id'],
    ).toBeUndefined()
    expect(proposed(header)['manager.remote_id']).toBeUndefined()
    expect(proposed(['Employee ID', 'Manager ID'])['manager.remote_id']).toBe('Manager ID')
  })

  it('tells offices from homes by how often an address comes again', () => {
    const header = ['Employee ID', 'Street', 'City']
    const people = (street: (i: number) => string) =>
      Array.from({ length: 20 }, (_, i) => [String(i), street(i), 'Ulm'])
    expect(
      proposed(
        header,
        people((i) => `Road ${i}`),
      )['home_address.street_1'],
    ).toBe('Street')
    expect(
      proposed(
        header,
        people(() => 'Office Park 1'),
      )['work_location.address.street_1'],
    ).toBe('Street')
    expect(
      draft(
        header,
        people((i) => `Road ${i % 8}`),
      ).unmapped,
    ).toEqual(['Street', 'City'])
  })

  it('gives a yes or no column about being active a value table of its own', () => {
    const { mapping } = draft(
      ['Id', 'Active'],
      [
        ['1', 'true'],
        ['2', 'false'],
      ],
    )
    const compiled = compileMapping(mapping, ['Id', 'Active'])
    const statuses = ['true', 'False', 'no'].map((word) => compiled.kind === 'compiled' && compiled.map(['1', word], 2))
    expect(statuses).toMatchObject(
      ['ACTIVE', 'INACTIVE', 'INACTIVE'].map((status) => ({ values: { employment_status: status } })),
    )
  })

  it('reads H and M as man and woman, M and W as man and woman', () => {
    const gender = (words: readonly string[]) => {
      const { mapping } = draft(
        ['Id', 'Sexo'],
        words.map((word, i) => [String(i), word]),
      )
      const compiled = compileMapping(mapping, ['Id', 'Sexo'])
      return words.map((word) => compiled.kind === 'compiled' && compiled.map(['1', word], 2))
    }
    expect(gender(['H', 'M'])).toMatchObject([{ values: { gender: 'MALE' } }, { values: { gender: 'FEMALE' } }])
    expect(gender(['M', 'W'])).toMatchObject([{ values: { gender: 'MALE' } }, { values: { gender: 'FEMALE' } }])
  })

  it('is never surer of a name than of a name that its values confirm', () => {
    for (const { confidence } of draft(['Employee ID', 'Email', 'Phone', 'Status']).proposals)
      expect(confidence).toBeLessThan(0.95)
  })
})

describe('the dates of a draft', () => {
  const formatOf = (values: readonly string[], delimiter: ',' | ';' = ',') => {
    const rows = values.map((value, i) => [String(i), value])
    const { mapping, issues } = draft(['Employee ID', 'Hire date'], rows, 'employees', delimiter)
    const [source] = mapping.fields.start_date ?? []
    return [source?.from === 'column' ? (source.dateFormat ?? 'ISO') : 'none', issues.map(({ code }) => code).join()]
  }

  it.each([
    [['2020-01-02', '2020-12-31'], 'ISO', ''],
    [['20200102'], 'ISO', ''],
    [['2020/01/02'], 'yyyy/MM/dd', ''],
    [['01.02.2020'], 'dd.MM.yyyy', ''],
    [['01.02.20', '31.12.99'], 'dd.MM.yy', ''],
    [['01/02/2020', '13/02/2020'], 'dd/MM/yyyy', ''],
    [['01/02/2020', '02/13/2020'], 'MM/dd/yyyy', ''],
    [['1/2/2020', '12/31/2020'], 'MM/dd/yyyy', ''],
    [['31-12-2020'], 'dd-MM-yyyy', ''],
    [['01/02/2020', '03/04/2020'], 'MM/dd/yyyy', 'DATE_AMBIGUOUS'],
    [['2020-01-02 00:00:00'], 'ISO', ''],
    [['00.00.0000', '01.02.2020'], 'dd.MM.yyyy', ''],
    [['soon'], 'none', ''],
  ])('%j are read as %s', (values, format, issue) => {
    expect(formatOf(values)).toEqual([format, issue])
  })

  it('are day first in a file with semicolons, when nothing else tells', () => {
    expect(formatOf(['01/02/2020'], ';')).toEqual(['dd/MM/yyyy', 'DATE_AMBIGUOUS'])
  })

  it('are decided by another column of the file', () => {
    const rows = [['1', '01/02/2020', '25/12/1980']]
    const { mapping } = draft(['Employee ID', 'Hire date', 'Birth date'], rows, 'employees', ',')
    expect(mapping.fields.start_date).toMatchObject([{ dateFormat: 'dd/MM/yyyy' }])
  })
})

describe('the id of a draft', () => {
  it('is the column whose name says so and whose values are all different', () => {
    const header = ['Employee ID', 'Personnel number']
    const { mapping, proposals } = draft(header, [
      ['a', '1'],
      ['a', '2'],
    ])
    expect(mapping.id.columns).toEqual(['Personnel number'])
    expect(proposals[0]).toMatchObject({ field: 'remote_id', confidence: 0.95 })
  })

  it('is named all the same where it repeats, and that is said', () => {
    const { mapping, issues } = draft(
      ['Worker ID', 'Email'],
      [
        ['1', 'a@example.com'],
        ['1', 'b@example.com'],
      ],
    )
    expect(mapping.id.columns).toEqual(['Worker ID'])
    expect(issues).toMatchObject([{ code: 'ID_UNSURE', column: 'Worker ID' }])
    expect(issues[0]?.message).toContain('1 repeat')
  })

  it('is the most unique column where no name says so, with little confidence', () => {
    const { proposals, issues } = draft(
      ['Vorname', 'E-Mail'],
      [
        ['Ann', 'a@example.com'],
        ['Ann', 'b@example.com'],
      ],
    )
    expect(proposals[0]).toMatchObject({ field: 'remote_id', column: 'E-Mail', confidence: 0.3 })
    expect(issues).toMatchObject([{ code: 'ID_UNSURE' }])
  })

  it('is a login only where it is unique', () => {
    expect(
      proposed(
        ['Login', 'City'],
        [
          ['a', 'x'],
          ['b', 'x'],
        ],
      ).remote_id,
    ).toBe('Login')
  })
})

describe('drafts of other datasets', () => {
  it('identify an absence by what it has, when it has no id', () => {
    const header = ['Personalnummer', 'Abwesenheitsart', 'Von', 'Bis', 'Tage', 'Status', 'Bemerkung']
    const rows = [
      ['1', 'Urlaub', '01.05.2024', '03.05.2024', '2,5', 'genehmigt', ''],
      ['1', 'Krank', '13.05.2024', '13.05.2024', '1', 'offen', ''],
      ['2', 'Urlaub', '01.05.2024', '02.05.2024', '2', 'abgelehnt', ''],
    ]
    const { mapping, issues } = draft(header, rows, 'absences')
    expect(mapping.id.columns).toEqual(['Personalnummer', 'Von'])
    expect(issues).toEqual([])
    expect(mapping.fields).toMatchObject({
      'employee.remote_id': [{ column: 'Personalnummer' }],
      'type.name': [{ column: 'Abwesenheitsart' }],
      start_date: [{ column: 'Von', dateFormat: 'dd.MM.yyyy' }],
      end_date: [{ column: 'Bis' }],
      amount: [{ column: 'Tage', decimal: ',' }],
      unit: [{ from: 'constant', value: 'DAYS' }],
      status: [{ column: 'Status' }],
      employee_note: [{ column: 'Bemerkung' }],
    })
    const compiled = compileMapping(mapping, header)
    expect(compiled.kind === 'compiled' && compiled.map(rows[0] ?? [], 2)).toMatchObject({
      kind: 'mapped',
      key: '1\u001f01.05.2024',
      values: { start_date: '2024-05-01', amount: 2.5, unit: 'DAYS', status: 'APPROVED' },
    })
  })

  it('tell times of day from moments', () => {
    const header = ['Entry ID', 'Employee ID', 'Date', 'Start', 'End', 'Break (min)', 'Hours']
    const rest = ['30', '7.5']
    const times = draft(header, [['a', '1', '2024-05-01', '08:00', '16:00', ...rest]], 'timesheets', ',').mapping.fields
    expect(times).toMatchObject({
      date: [{ column: 'Date' }],
      start_time: [{ column: 'Start' }],
      end_time: [{ column: 'End' }],
      payable_hours: [{ column: 'Hours' }],
      unpaid_break_minutes: [{ column: 'Break (min)' }],
    })
    const moments = draft(
      header,
      [['a', '1', '2024-05-01', '2024-05-01 08:00', '2024-05-01 16:00', ...rest]],
      'timesheets',
      ',',
    ).mapping
    expect(moments.fields).toMatchObject({ started_at: [{ column: 'Start' }], ended_at: [{ column: 'End' }] })
    expect(moments.id.columns).toEqual(['Entry ID'])
  })

  it('say what no row can be without', () => {
    expect(codes(['Type', 'Days'], [], 'absences')).toContain('VALUE_MISSING')
  })
})

describe('any header at all', () => {
  const known = [
    ...new Set(
      Object.values(synonymsOf).flatMap(({ sure, likely }) =>
        [sure, likely].flatMap((names) => Object.values(names).flatMap((name) => name.split('|'))),
      ),
    ),
  ]

  it('gives a mapping that is valid and fits its own file', () => {
    const name = fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 12 }))
    const cell = fc.constantFrom('', '1', '01.02.2020', '13/01/2020', '3,5', 'Ann', 'a@example.com', 'ja', '08:00', 'M')
    const table = fc.uniqueArray(name, { minLength: 1, maxLength: 12 }).chain((header) =>
      fc.record({
        header: fc.constant(header),
        rows: fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { maxLength: 6 }),
      }),
    )
    fc.assert(
      fc.property(table, fc.constantFrom('employees', 'absences', 'timesheets'), ({ header, rows }, dataset) => {
        const { mapping, proposals, unmapped, issues } = draft(header, rows, dataset)
        expect(v.is(MappingSchema, mapping)).toBe(true)
        expect(compileMapping(mapping, header).kind).toBe(
          issues.some(({ code }) => code === 'VALUE_MISSING') ? 'refused' : 'compiled',
        )
        expect(new Set([...proposals.map(({ column }) => column), ...unmapped])).toEqual(new Set(header))
      }),
      { numRuns: 300 },
    )
  })

  it.each(['employees', 'absences', 'timesheets'] as const)(
    'has no synonym for a field that %s lack, and one for every field',
    (dataset) => {
      const { sure, likely } = synonymsOf[dataset]
      const spoken = new Set([...Object.keys(sure), ...Object.keys(likely)])
      const fields = Object.keys(targetFields[dataset])
      expect([...spoken].filter((field) => !fields.includes(field))).toEqual([])
      expect(fields.filter((field) => !spoken.has(field) && !field.includes('address.'))).toEqual([])
    },
  )
})
