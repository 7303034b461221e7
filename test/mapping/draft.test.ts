import { describe, expect, it } from 'vitest'
import { compileMapping } from '#core/mapping/compile.ts'
import { draft, proposed } from './draft-sample.ts'

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
    expect(Object.keys(proposed(header, rows))).toEqual(['remote_id', 'employee_number'])
  })

  it.each([
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

  it('tells by its values whether a manager column holds ids, addresses or names', () => {
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
    const people = ['Employee ID', 'First name', 'Last name', 'Email', 'Manager']
    const managers = (manager: string) =>
      Object.keys(
        proposed(people, [
          ['1', 'Ann', 'Berg', 'ann@example.com', ''],
          ['2', 'Bob', 'Cole', 'bob@example.com', manager],
        ]),
      ).filter((field) => field.startsWith('manager.'))
    expect(managers('ann@example.com')).toEqual(['manager.work_email'])
    expect(managers('Berg, Ann')).toEqual(['manager.display_full_name'])
    expect(managers('1')).toEqual(['manager.remote_id'])
    expect(managers('Grade 7')).toEqual([])
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

  it('tells which of several rows of a person counts, by the days from and until which they hold', () => {
    const header = ['Personalnummer', 'Vorname', 'Nachname', 'Gültig ab', 'Gültig bis', 'Abteilung']
    const rows = [
      ['1', 'Ann', 'Berg', '01.02.2020', '31.12.2023', 'Vertrieb'],
      ['1', 'Ann', 'Berg', '01.01.2024', '', 'Technik'],
      ['2', 'Bob', 'Cole', '15.03.2021', '', 'Technik'],
    ]
    const current = { from: 'Gültig ab', to: 'Gültig bis', dateFormat: 'dd.MM.yyyy' }
    expect(draft(header, rows).mapping.rows).toEqual({ current })
    expect(draft(header, rows.slice(1)).mapping.rows).toBeUndefined()
    const strangers = rows.map(([id = '', , , ...rest], i) => [id, `Person ${i}`, 'X', ...rest])
    expect(draft(header, strangers).mapping.rows).toBeUndefined()
  })
})
