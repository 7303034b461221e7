import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimByWords, problemWithWords, wordsTaken } from '#core/control/file-words.ts'
import type { FileWords } from '#core/control/integration.ts'
import { datasets } from '#core/files/datasets.ts'
import { claimOf, extentInName } from '#core/files/file-name.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { contracts, joinedMapping } from '../sync/joined-workplace.ts'
import { integration } from '../sync/workplace.ts'

const fileWords: FileWords = {
  employees: ['PS_EMPL_EXTRACT', 'Personalstamm', 'Übersicht.HR', 'PA0001', 'Emp_Full_Time'],
  absences: ['Fehlzeiten', 'employee_absences'],
}

describe('a name with a word of the integration', () => {
  it.each([
    ['PS_EMPL_EXTRACT_20260131.csv', 'employees', undefined],
    ['ps_empl_extract.CSV', 'employees', undefined],
    ['out/Personalstamm 2026-01.xlsx', 'employees', undefined],
    ['hr.zip/PERSONALSTAMM-delta-2026-01-31T06:00:00Z.csv.gz.pgp', 'employees', 'delta'],
    ['Personalstamm.zip', 'employees', undefined],
    ['übersicht.hr.csv', 'employees', undefined],
    ['Übersicht.HR.csv'.normalize('NFD'), 'employees', undefined],
    ['PA0001-full.csv', 'employees', 'full'],
    ['Emp_Full_Time_2026.csv', 'employees', undefined],
    ['Emp_Full_Time-delta.csv', 'employees', 'delta'],
    ['Fehlzeiten_2026.csv', 'absences', undefined],
    ['employee_absences.csv', 'absences', undefined],
  ] as const)('%s: it holds %s (%s)', (name, dataset, extent) => {
    expect(claimByWords({ fileWords }, name)).toEqual({ kind: 'export', dataset })
    expect(extentInName(name)).toBe(extent)
    expect(claimOf(name)).not.toMatchObject({ kind: 'export' })
  })

  it.each([
    ['Personalstamm_Berlin.csv', 'unclaimed'],
    ['XPersonalstamm.csv', 'unclaimed'],
    ['ÜbersichtxHR.csv', 'unclaimed'],
    ['Personalstamm.pdf', 'unclaimed'],
    ['hr.zip', 'archive'],
    ['Personalstamm.csv.filepart', 'temporary'],
    ['Personalstamm.result.csv', 'marker'],
  ])('%s stays %s', (name, kind) => {
    expect(claimByWords({ fileWords }, name)).toEqual({ kind })
  })
})

it('never changes what a name says by itself', () => {
  const fixed = fc
    .tuple(
      fc.constantFrom(
        'employees',
        'Absence',
        'time-off-types',
        'legal entity',
        'GROUPS',
        '.in.x',
        'x.part',
        'x.result.csv',
      ),
      fc.constantFrom('', '-delta', '_2026-01-31', ' 7', '.result'),
      fc.constantFrom('', '.csv', '.zip', '.XLSX.gz', '.tmp'),
    )
    .map((parts) => parts.join(''))
  const word = fc.oneof(
    fc.constantFrom('employees', 'e', 'x', 'Absences', 'group', 'legal entity'),
    fc.stringMatching(/^[a-z][a-z _.-]{0,6}$/),
  )
  fc.assert(
    fc.property(fixed, fc.constantFrom(...datasets), fc.array(word, { maxLength: 4 }), (name, dataset, words) => {
      const before = claimOf(name)
      fc.pre(before.kind !== 'unclaimed' && before.kind !== 'archive')
      expect(claimByWords({ fileWords: { [dataset]: words } }, name)).toEqual(before)
    }),
  )
})

describe('words that cannot be', () => {
  const control = memoryControlStore()
  const problemOf = (wish: FileWords) => problemWithWords(control, { ...integration, fileWords }, wish)

  it.each<readonly [FileWords, string]>([
    [{ absences: ['Employee'] }, 'Files named Employee always hold employees: choose another word for absences.'],
    [{ groups: ['leave balance'] }, 'Files named leave balance always hold time_off_balances'],
    [{ groups: ['hr.result'] }, 'Files named hr.result are never read'],
    [{ groups: ['personalstamm'] }, 'A file could be named by personalstamm (groups) and by Personalstamm (employees)'],
    [{ groups: ['Personalstamm-2026'] }, 'choose a longer word'],
    [{ groups: ['PA0'] }, 'by PA0001 (employees)'],
    [{ groups: ['Team'], locations: ['Teams'] }, 'by Teams (locations)'],
    [{ groups: ['Team'], locations: ['Team_delta'] }, 'by Team_delta (locations)'],
  ])('%j are refused, with what to do', async (wish, why) => {
    expect(await problemOf(wish)).toContain(why)
  })

  it.each<FileWords>([
    { employees: ['employees', 'employees_berlin'] },
    { groups: ['Personalstamm_Teams'], locations: ['PB0001'] },
    { employees: [], groups: ['Personalstamm'] },
  ])('%j are not among them', async (wish) => {
    expect(await problemOf(wish)).toBeUndefined()
  })
})

it.each([
  [{ joins: [contracts] }, 'Contract'],
  [{ files: 'salary' }, 'Salary-2026'],
  [{ manifest: 'export' }, 'Export'],
  [{ manifest: '*.txt' }, 'anything'],
])('a mapping with %j needs files named %s', (parts, word) => {
  const mapping = { ...joinedMapping([]), ...parts }
  expect(wordsTaken({ fileWords: { absences: [word] } }, mapping)).toContain(`Files named ${word} hold absences`)
  expect(wordsTaken({ fileWords: { absences: ['Fehlzeiten'] } }, { ...mapping, manifest: '*.trg' })).toBeUndefined()
})
