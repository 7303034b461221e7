import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { propose } from '../../bench/drafts/propose.ts'
import { scoreDrafts } from '../../bench/drafts/score.ts'
import { ExpectedSchema, SpecsSchema } from '../../bench/drafts/specs.ts'

const modelOf = (field: string): string => (field.startsWith('pay_') ? 'hris_employments' : 'hris_employees')

const readJson = async (path: string) => JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'))

/** Per set, its columns with the field of each. */
const headerSets = v.parse(
  v.record(v.string(), v.record(v.string(), v.nullable(v.string()))),
  await readJson('../mapping/header-sets.json'),
)
const specs = Object.entries(headerSets).map(([vendor, columns]) => ({
  vendor,
  headers: Object.keys(columns),
  sample_values: {},
}))
const expected = Object.fromEntries(
  Object.entries(headerSets).map(([vendor, columns]) => [
    vendor,
    Object.fromEntries(
      Object.entries(columns).map(([column, field]) => [column, field && `${modelOf(field)}.${field}`]),
    ),
  ]),
)

describe('drafts from the names of columns alone', () => {
  const { by_vendor, total, right, wrong_high_confidence } = scoreDrafts(specs, expected)

  it.each(Object.entries(by_vendor))('understand %s', (_, { not_right, ...counts }) => {
    expect(counts.wrong_high_confidence, JSON.stringify(not_right)).toBe(0)
    expect(counts.right / counts.total, JSON.stringify(not_right)).toBeGreaterThanOrEqual(0.9)
  })

  it('find at least 95 in 100 columns, and are never sure of a wrong one', () => {
    expect(wrong_high_confidence).toBe(0)
    expect(right / total).toBeGreaterThanOrEqual(0.95)
  })
})

describe('drafts of exports of many systems', () => {
  it.each(['tuned', 'held-out', 'blind-a', 'blind-b', 'blind-c', 'late'])(
    'find at least 95 in 100 columns of %s, and are never sure of a wrong one',
    async (set) => {
      const read = (end: string) => readJson(`../../bench/drafts/sets/${set}${end}`)
      const { specs } = v.parse(SpecsSchema, await read('.json'))
      const { right, total, wrong_high_confidence } = scoreDrafts(
        specs,
        v.parse(ExpectedSchema, await read('.expected.json')),
      )
      expect(wrong_high_confidence).toBe(0)
      expect(right / total).toBeGreaterThanOrEqual(0.95)
    },
  )
})

describe('the score of drafts', () => {
  const score = (field: string | null, column = 'Email', sample: readonly string[] = []) => {
    const { by_vendor, ...counts } = scoreDrafts(
      [{ vendor: 'v', headers: ['Employee ID', column], sample_values: { [column]: [...sample] } }],
      { v: { [column]: field } },
    )
    return counts
  }

  it('counts a column that is proposed for what it is as right', () => {
    expect(score('hris_employees.work_email')).toEqual({ total: 1, right: 1, wrong: 0, wrong_high_confidence: 0 })
  })

  it('counts another field, and a field for what is none, as wrong', () => {
    expect(score('hris_employees.personal_email')).toMatchObject({ total: 1, right: 0, wrong: 1 })
    expect(score(null)).toMatchObject({ total: 0, wrong: 1, wrong_high_confidence: 0 })
    expect(score(null, 'First name')).toMatchObject({ wrong: 1, wrong_high_confidence: 1 })
  })

  it('counts what is not proposed as wrong, and what is rightly left alone as neither', () => {
    expect(score('hris_employees.work_email', 'Shoe size')).toMatchObject({ total: 1, right: 0, wrong: 1 })
    expect(score(null, 'Shoe size')).toMatchObject({ total: 0, right: 0, wrong: 0 })
  })

  it('takes fields by the names that records have for them', () => {
    for (const name of ['manager', 'manager_id', 'manager.remote_id'])
      expect(score(`hris_employees.${name}`, 'Manager ID').right).toBe(1)
    for (const name of ['hris_teams.name', 'hris_employees.groups', 'hris_employees.department.name'])
      expect(score(name, 'Department').right).toBe(1)
  })

  it('reads sample values: what they deny is not proposed', () => {
    expect(score('hris_employees.work_email', 'Email', ['none', 'nobody']).right).toBe(0)
  })

  it('drafts names that are alternatives one by one', () => {
    const { right, total } = scoreDrafts(
      [{ vendor: 'v', headers: { name: ['Name', 'Full name'], surname: ['Surname'] }, sample_values: {} }],
      {
        v: {
          Name: 'hris_employees.display_full_name',
          'Full name': 'hris_employees.display_full_name',
          Surname: 'hris_employees.last_name',
        },
      },
    )
    expect({ right, total }).toEqual({ right: 3, total: 3 })
  })
})

describe('what a file holds', () => {
  const modelsOf = (header: readonly string[], dataset?: 'absences') =>
    new Set([...propose(header, {}, dataset).values()].flat().map(({ field }) => field.split('.')[0]))

  it.each([
    ['hris_employees', ['Employee ID', 'First name', 'Last name', 'Department', 'Start date', 'Date of birth']],
    ['hris_absences', ['Matricule', 'Nom', 'Type d’absence', 'Date de début', 'Date de fin', 'Nombre de jours']],
    ['hris_time_off_balances', ['Matr.', 'Cognome e nome', 'Reparto', 'Tipo ferie', 'Goduto', 'Saldo residuo']],
    ['hris_timesheets', ['Personalnummer', 'Name', 'Datum', 'Kommen', 'Gehen', 'Pause (Min.)']],
    ['hris_employments', ['Personeelsnummer', 'Ingangsdatum', 'Functie', 'Bruto salaris', 'Valuta']],
    ['hris_locations', ['Location ID', 'Location name', 'Address line 1', 'City', 'Country']],
    ['hris_teams', ['OE-ID', 'OE-Bezeichnung', 'OE-Typ', 'Übergeordnete OE', 'Standort', 'Kostenstelle']],
  ])('is told by its own columns: %s', (model, header) => {
    expect(modelsOf(header)).toEqual(new Set([model]))
  })

  it('may be said', () => {
    expect(modelsOf(['Employee ID', 'From', 'To', 'Days'], 'absences')).toEqual(new Set(['hris_absences']))
  })
})
