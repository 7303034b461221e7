import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleRows } from '#core/files/settled-table.ts'
import type { Table, TableEvent } from '#core/files/table.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { dayAfter } from '#core/values/zoned-day.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

type OpenTable = Extract<Table, { readonly kind: 'table' }>

const tableOf = ([header = '', ...lines]: readonly string[]): OpenTable => {
  const rows = lines.map((line, i) => ({ row: i + 2, cells: line.split(';') }))
  async function* events(): AsyncGenerator<TableEvent> {
    yield { kind: 'rows', rows: rows.slice(0, 2) }
    yield { kind: 'rows', rows: rows.slice(2) }
  }
  return {
    kind: 'table',
    dialect: { encoding: 'utf-8', delimiter: ';', headerRow: 1 },
    header: header.split(';'),
    evidence: [],
    tables: [],
    issues: [],
    missingCells: 0,
    events: { [Symbol.asyncIterator]: events },
    eventsBut: events,
  }
}

/** What each row comes to: its number and its fields. */
const settled = async (mapping: Mapping, lines: readonly string[], today = '2026-06-15') => {
  const found = settleRows(tableOf(lines), mapping, today)
  if (found.kind === 'refused') return { refused: found.issues.map(({ code, column: name }) => [code, name]) }
  const compiled = compileMapping(found.mapping, found.table.header)
  if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.issues))
  const rows: [number, unknown][] = []
  for await (const event of found.table.events)
    if (event.kind === 'rows')
      for (const { cells, row } of event.rows) {
        const mapped = compiled.map(cells, row)
        rows.push([row, mapped.kind === 'mapped' ? mapped.values : mapped.kind])
      }
  return {
    rows: Object.fromEntries(rows),
    due: found.table.due?.() ?? null,
    issues: found.table.issues.map(({ code, rows: where, column: name }) => [code, where, name]),
  }
}

const people = (fields: Mapping['fields'], rows?: Mapping['rows']): Mapping => ({
  dataset: 'employees',
  id: { columns: ['id'] },
  fields,
  ...(rows ? { rows } : {}),
})

describe('the current row of each person', () => {
  const dated = people({ job_title: column('title') }, { current: { from: 'from', to: 'to' } })
  const titles = async (lines: readonly string[], today?: string, mapping = dated) => {
    const { rows, due } = await settled(mapping, ['id;title;from;to', ...lines], today)
    return {
      titles: Object.values(rows ?? {}).map((each) => (each as { job_title: string }).job_title),
      due: due ?? null,
    }
  }

  it('is the one that holds today, whatever the order of the rows', async () => {
    const lines = ['1;old;2020-01-01;2024-12-31', '1;now;2025-01-01;9999-01-01', '2;only;2019-01-01;9999-01-01']
    expect(await titles(lines)).toEqual({ titles: ['now', 'only'], due: null })
    expect(await titles(lines.toReversed())).toEqual({ titles: ['only', 'now'], due: null })
  })

  it.each([
    ['is still the one before the day of the next', '2026-06-30', 'now', '2026-07-01'],
    ['is the next from its first day', '2026-07-01', 'next', null],
  ])('%s', async (_, today, title, due) => {
    const lines = ['1;now;2025-01-01;2026-06-30', '1;next;2026-07-01;']
    expect(await titles(lines, today)).toEqual({ titles: [title], due })
  })

  it('is the last one where all are over, and the first where all are to come', async () => {
    expect(await titles(['1;a;2020-01-01;2020-12-31', '1;b;2021-01-01;2021-12-31'])).toEqual({
      titles: ['b'],
      due: null,
    })
    expect(await titles(['1;a;2027-01-01;', '1;b;2028-01-01;'])).toEqual({ titles: ['a'], due: '2027-01-01' })
  })

  it('is the latest where only the first days are known', async () => {
    const mapping = people({ job_title: column('title') }, { current: { from: 'from', dateFormat: 'dd.MM.yyyy' } })
    const lines = ['1;a;01.02.2020;', '1;b;01.01.2021;', '1;c;31.12.2026;']
    expect(await titles(lines, undefined, mapping)).toEqual({ titles: ['b'], due: '2026-12-31' })
  })

  it('is the one with the flag', async () => {
    const mapping = people({ job_title: column('title') }, { current: { flag: { column: 'to', values: ['J'] } } })
    expect((await titles(['1;a;;N', '1;b;;j', '1;c;;'], undefined, mapping)).titles).toEqual(['b'])
  })

  it.each(['NULL', '-', 'n/a', '', 'present', 'unbefristet', 'en cours'])(
    'has no end where it says %j',
    async (end) => {
      expect((await titles([`1;old;2020-01-01;2024-12-31`, `1;now;2025-01-01;${end}`])).titles).toEqual(['now'])
    },
  )

  it('names the day that cannot be read, of those who have several rows', async () => {
    const lines = ['id;title;from;to', '1;a;2020-01-01;', '1;b;in spring;', '2;c;soon;']
    expect((await settled(dated, lines)).issues).toEqual([['DATE_UNREADABLE', [3], 'from']])
  })

  it('is not guessed: rows that hold alike, or a day that cannot be read, leave all of them to be reported', async () => {
    expect((await titles(['1;a;2020-01-01;', '1;b;2020-01-01;'])).titles).toEqual(['a', 'b'])
    expect((await titles(['1;a;2020-01-01;', '1;b;in spring;'])).titles).toEqual(['a', 'b'])
  })

  it('needs its columns', async () => {
    expect(await settled(dated, ['id;title;from', '1;a;2020-01-01'])).toEqual({
      refused: [['MAPPED_COLUMN_MISSING', 'to']],
    })
  })

  it('changes on no other day than the one that was said', async () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    const row = fc.tuple(fc.constantFrom('1', '2'), day, fc.option(day, { nil: '' }))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), day, async (rows, today) => {
        const lines = rows.map(([id, from, to], i) => `${id};${i};${from};${to}`)
        const { titles: before, due } = await titles(lines, today)
        for (let next = dayAfter(today); next < '2026-03-01' && (due === null || next < due); next = dayAfter(next))
          expect((await titles(lines, next)).titles).toEqual(before)
        expect(due === null || due > today).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

it('what a report prints once for a block counts for all of its rows', async () => {
  const mapping = people({ 'department.name': column('department') }, { fillDown: ['department', 'id'] })
  const { rows } = await settled(mapping, ['id;department', '1;Sales', '2;', ';', '3;Research', '4;'])
  expect(Object.values(rows ?? {})).toEqual(
    ['Sales', 'Sales', 'Sales', 'Research', 'Research'].map((name) => ({ 'department.name': name })),
  )
})

describe('a manager', () => {
  const fields = {
    first_name: column('first'),
    last_name: column('last'),
    work_email: column('mail'),
    employee_number: column('number'),
  }
  const header = 'id;number;first;last;mail;boss'
  const staff = ['1;0100;Ann;Berg;ann@x.example', '2;0200;Bob;Cole;bob@x.example', '3;0300;Bob;Cole;bobby@x.example']
  const managerOf = async (field: string, boss: string) => {
    const mapping = people({ ...fields, [field]: column('boss') })
    const { rows, issues } = await settled(mapping, [header, ...staff.map((line) => `${line};`), `4;;;;;${boss}`])
    const found: unknown = rows?.[5]
    return { manager: (found as Record<string, string | null>)['manager.remote_id'], issues }
  }

  it.each([
    ['manager.work_email', 'ANN@x.example', '1'],
    ['manager.employee_number', '0100', '1'],
    ['manager.display_full_name', 'Berg, Ann', '1'],
    ['manager.display_full_name', 'ann  berg', '1'],
    ['manager.work_email', 'Berg Ann <ann@x.example>', '1'],
    ['manager.work_email', 'root', null],
    ['manager.display_full_name', '#N/A', null],
    ['manager.work_email', 'nobody@x.example', 'nobody@x.example'],
  ])('is found by %s as %s', async (field, boss, manager) => {
    expect(await managerOf(field, boss)).toEqual({ manager, issues: [] })
  })

  it('who could be several people is nobody, and that is said', async () => {
    expect(await managerOf('manager.display_full_name', 'Bob Cole')).toEqual({
      manager: null,
      issues: [['MANAGER_AMBIGUOUS', [5], 'boss']],
    })
  })

  it('is looked up by what the mapping makes of the cells', async () => {
    const mapping = people({
      employee_number: [{ from: 'column', column: 'number', part: { separator: '#', take: 'code' } }],
      'manager.employee_number': [
        { from: 'column', column: 'boss', part: { separator: '#', take: 'code' }, empty: ['vacant'] },
      ],
    })
    const { rows } = await settled(mapping, ['id;number;boss', '1;7#Ann;', '2;8#Bob;7#A. Berg', '3;9#Cy;Vacant'])
    expect(Object.values(rows ?? {}).map((each) => (each as Record<string, unknown>)['manager.remote_id'])).toEqual([
      null,
      '1',
      null,
    ])
  })

  it('is named by id rather than by anything else', async () => {
    const mapping = people({
      ...fields,
      'manager.remote_id': column('boss id'),
      'manager.display_full_name': column('boss'),
    })
    const { rows } = await settled(mapping, [
      `${header};boss id`,
      '1;;Ann;Berg;;;',
      '2;;Bob;Cole;;Ann Berg;9',
      '3;;Cy;D;;Ann Berg;',
    ])
    expect(rows).toMatchObject({ 3: { 'manager.remote_id': '9' }, 4: { 'manager.remote_id': '1' } })
  })

  it('is nobody where it is the person', async () => {
    const mapping = people({ ...fields, 'manager.work_email': column('boss') })
    const { rows } = await settled(mapping, [header, '1;;Ann;Berg;ann@x.example;ann@x.example'])
    expect(rows).toMatchObject({ 2: { 'manager.remote_id': null } })
  })
})
