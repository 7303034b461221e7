import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { datasets } from '#core/files/datasets.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { targetFields } from '#core/mapping/fields.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { synonymsOf } from '#core/mapping/match-header.ts'
import { draft } from './draft-sample.ts'

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

  it('identify an employment by the employee and the day it begins, and read what is paid', () => {
    const header = ['Personalnummer', 'Gültig ab', 'Stelle', 'Jahresgehalt', 'Währung', 'Zahlungsweise']
    const rows = [
      ['1', '01.01.2023', 'Fahrer', '30.000,00', 'EUR', 'monatlich'],
      ['1', '01.01.2024', 'Fahrer', '31.500,50', 'EUR', 'monatlich'],
      ['2', '01.01.2024', 'Leiterin', '62.000,00', 'EUR', 'monatlich'],
    ]
    const { mapping } = draft(header, rows, 'employments')
    expect(mapping.id.columns).toEqual(['Personalnummer', 'Gültig ab'])
    expect(mapping.fields).toMatchObject({
      'employee.remote_id': [{ column: 'Personalnummer' }],
      effective_date: [{ column: 'Gültig ab', dateFormat: 'dd.MM.yyyy' }],
      job_title: [{ column: 'Stelle' }],
      pay_rate: [{ column: 'Jahresgehalt', decimal: ',' }],
      pay_currency: [{ column: 'Währung' }],
      pay_frequency: [{ column: 'Zahlungsweise' }],
    })
  })

  it('say what no row can be without', () => {
    expect(draft(['Type', 'Days'], [], 'absences').issues.map(({ code }) => code)).toContain('VALUE_MISSING')
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
      fc.property(table, fc.constantFrom(...datasets), ({ header, rows }, dataset) => {
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

  it.each(datasets)('has no synonym for a field that %s lack, and one for every field', (dataset) => {
    const { sure, likely } = synonymsOf[dataset]
    const spoken = new Set([...Object.keys(sure), ...Object.keys(likely)])
    const fields = Object.keys(targetFields[dataset])
    expect([...spoken].filter((field) => !fields.includes(field))).toEqual([])
    expect(fields.filter((field) => !spoken.has(field) && !field.includes('address.'))).toEqual([])
  })
})
