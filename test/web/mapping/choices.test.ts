import { describe, expect, it } from 'vitest'
import { issue } from '../../../core/issues/issue.ts'
import { say } from '../../../core/issues/say.ts'
import { targetFields } from '../../../core/mapping/fields.ts'
import type { Mapping } from '../../../core/mapping/mapping.ts'
import { columnSource } from '../../../web/mapping/column-source.ts'
import { dayIn, formatOf, possibleFormats, tellingExample } from '../../../web/mapping/date-formats.ts'
import { sourcesOf, unusedColumns, withIdColumns, withSourceAt, withSources } from '../../../web/mapping/edits.ts'
import { doubtsIn, generalIssues, issuesIn } from '../../../web/mapping/issue-places.ts'
import { neededFields } from '../../../web/mapping/needed-fields.ts'
import { troubleGroups } from '../../../web/mapping/trouble-groups.ts'
import { withWord, wordRows, wordsAsRead } from '../../../web/mapping/word-rows.ts'

const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: ['Nr'] },
  fields: {
    first_name: [{ from: 'column', column: 'Vorname' }],
    start_date: [{ from: 'column', column: 'Eintritt', dateFormat: 'dd.MM.yyyy' }],
  },
}
const column = (name: string, examples: string[], masked = false) => ({
  name,
  examples,
  masked,
  filled: 1,
  distinct: 3,
  day_order: null,
})

describe('a field', () => {
  it('is filled from a column, from another one where that is empty, or from nothing', () => {
    const source = { from: 'column', column: 'Rufname' } as const
    const both = withSourceAt(mapping, 'first_name', 1, source)
    expect(sourcesOf(both, 'first_name')).toEqual([{ from: 'column', column: 'Vorname' }, source])
    expect(sourcesOf(withSourceAt(both, 'first_name', 0, undefined), 'first_name')).toEqual([source])
    expect(withSources(mapping, 'first_name', []).fields).not.toHaveProperty('first_name')
  })

  it('of the vendor is filled from nothing in so many words, or its aliases would fill it', () => {
    const emptied = withSources(mapping, 'custom_fields.size', [])
    expect(emptied.fields['custom_fields.size']).toEqual([{ from: 'constant', value: '' }])
    expect(sourcesOf(emptied, 'custom_fields.size')).toEqual([])
  })

  it('takes a date as its column is written, or as the others are where nothing tells', () => {
    const iso = columnSource(mapping, 'termination_date', column('Ende', ['2024-05-06']))
    expect(iso).toEqual({ from: 'column', column: 'Ende' })
    const hidden = columnSource(mapping, 'date_of_birth', column('Geboren', ['00.00.0000'], true))
    expect(hidden).toEqual({ from: 'column', column: 'Geboren', dateFormat: 'dd.MM.yyyy' })
  })
})

describe('the id', () => {
  it('has a column at least, and none twice', () => {
    expect(withIdColumns(mapping, [])).toBe(mapping)
    expect(withIdColumns(mapping, ['A', 'B', 'A']).id.columns).toEqual(['A', 'B'])
  })
})

it('columns are unused when neither the id nor a field is made of them', () => {
  expect(unusedColumns(mapping, ['Nr', 'vorname', 'Tisch', 'Eintritt'])).toEqual(['Tisch'])
})

describe('needed fields', () => {
  it('are missing until one of the fields that will do is filled', () => {
    const points = ['hris_employees.legal_entity_id', 'hris_employees.first_name']
    expect(neededFields(mapping, points).missing).toEqual(['legal_entity.remote_id'])
    const filled = withSources(mapping, 'legal_entity.name', [{ from: 'column', column: 'Firma' }])
    expect(neededFields(filled, points)).toEqual({ missing: [], needed: new Set(['legal_entity.name', 'first_name']) })
  })
})

describe('the words of a column', () => {
  const type = targetFields.employees.employment_type ?? { kind: 'text' }
  const words = [
    { value: 'Vollzeit', count: 10 },
    { value: 'Sonstige', count: 2 },
  ]
  const source = { from: 'column', column: 'Art' } as const

  it('mean what a sync would read in them', () => {
    expect(wordRows('employment_type', type, source, words).map(({ meaning }) => meaning)).toEqual([
      'FULL_TIME',
      undefined,
    ])
  })

  it('are the part of the cells that counts, with those of the table that no row has', () => {
    const cells = ['1#VZ', '2#VZ', '3#TZ', '-'].map((value) => ({ value, count: 2 }))
    const part = { separator: '#', take: 'label' } as const
    expect(wordsAsRead({ ...source, part, empty: ['-'], values: { vz: 'FULL_TIME', Neu: null } }, cells)).toEqual([
      { value: 'VZ', count: 4 },
      { value: 'TZ', count: 2 },
      { value: 'Neu', count: 0 },
    ])
  })

  it('keep their meaning when another one is given one', () => {
    const changed = withWord(source, wordRows('employment_type', type, source, words), 'Sonstige', 'CONTRACT')
    expect(changed.values).toEqual({ Vollzeit: 'FULL_TIME', Sonstige: 'CONTRACT' })
    expect(wordRows('employment_type', type, changed, words).map(({ meaning }) => meaning)).toEqual([
      'FULL_TIME',
      'CONTRACT',
    ])
    const emptied = withWord(changed, wordRows('employment_type', type, changed, words), 'vollzeit', null)
    expect(emptied.values).toEqual({ Sonstige: 'CONTRACT', vollzeit: null })
  })
})

it('the same trouble in many cells is said once, with some of them', () => {
  const unknown = ['a', 'b', 'b', 'c', 'd', 'e'].map((example) =>
    issue('VALUE_UNKNOWN', { ...say('managerAmbiguous'), example }),
  )
  const missing = issue('ID_MISSING', say('managerAmbiguous'))
  expect(troubleGroups([...unknown, missing])).toEqual([
    { code: 'VALUE_UNKNOWN', examples: ['a', 'b', 'c'], more: 2 },
    { code: 'ID_MISSING', examples: [], more: 0 },
  ])
})

it('what is wrong is said beside what looks at its column, and else above all', () => {
  const at = (column: string | null) => issue('DATE_UNREADABLE', { ...say('managerAmbiguous'), column })
  const said = { ...mapping, rows: { fillDown: ['Ab'] } }
  const issues = [at('Vorname'), at('Ab'), at('Nr'), at(null)]
  expect(issuesIn(issues, new Set(['Ab']))).toEqual([at('Ab')])
  expect(generalIssues(said, issues)).toEqual([at('Nr'), at(null)])
  const open = issue('NUMBER_AMBIGUOUS', { ...say('managerAmbiguous'), column: 'Vorname' })
  expect(doubtsIn([at('Vorname'), open], new Set(['Vorname']))).toEqual([open])
})

describe('date formats', () => {
  it('are guessed from the dates of a column, and from the row that tells day from month', () => {
    expect(formatOf(column('Ab', ['31.12.2020']))).toBe('dd.MM.yyyy')
    expect(formatOf(column('Ab', ['2020-12-31']))).toBeUndefined()
    const told = { ...column('Ab', ['03/04/2020']), day_order: { order: 'monthFirst', row: 5_012 } } as const
    expect(formatOf(told)).toBe('MM/dd/yyyy')
    expect(formatOf(column('Ab', ['00.00.0000'], true))).toBeUndefined()
  })

  it('are those in which every example is a day, and the chosen one', () => {
    expect(possibleFormats(['03/04/2024', '31/12/2024'], 'MM/dd/yyyy')).toEqual(['MM/dd/yyyy', 'dd/MM/yyyy'])
    expect(dayIn('dd/MM/yyyy', '03/04/2024')).toBe('2024-04-03')
    expect(dayIn('MM/dd/yyyy', '31/12/2024')).toBeUndefined()
  })

  it('leave out those that other dates are only understood in', () => {
    expect(possibleFormats(['2020-01-31'], 'yyyy-MM-dd')).toEqual(['yyyy-MM-dd'])
  })

  it('are told apart by a day that is another one in another format', () => {
    expect(tellingExample(['01/01/2024', '03/04/2024'], ['dd/MM/yyyy', 'MM/dd/yyyy'])).toBe('03/04/2024')
    expect(tellingExample(['01/01/2024'], ['dd/MM/yyyy', 'MM/dd/yyyy'])).toBe('01/01/2024')
  })
})
