import { type Proposed, propose } from './propose.ts'
import { type Expected, headersOf, type Spec } from './specs.ts'

type Counts = {
  /** Columns that are some field. */
  readonly total: number
  /** Of these, the columns that are proposed for just that. */
  readonly right: number
  /** Columns that are proposed for something else, for a field though they are none, or for nothing though they are one. */
  readonly wrong: number
  /** Columns proposed for something that they are not, with a confidence of 0.9 or more. */
  readonly wrong_high_confidence: number
}

type Column = {
  readonly column: string
  readonly expected: string | null
  readonly proposed: readonly Proposed[]
  readonly verdict: 'right' | 'wrong' | 'not proposed' | 'left alone'
}

const highConfidence = 0.9

/** Models of which an employee shows one, and what it is called there. */
const shownAs: Readonly<Record<string, readonly string[]>> = {
  'hris_locations.': ['work_location.'],
  'hris_legal_entities.': ['legal_entity.'],
  'hris_teams.': ['department.', 'team.', 'cost_center.'],
}

/** The names that an expectation may mean: as mappings call a field, or as records show it (`manager_id`, `groups`). */
const spellings = (expected: string): readonly string[] => {
  const [model, names] = Object.entries(shownAs).find(([prefix]) => expected.startsWith(prefix)) ?? []
  if (model !== undefined && names !== undefined)
    return [
      expected.replace(/\.id$/, '.remote_id'),
      ...names.flatMap((name) => spellings(`hris_employees.${name}${expected.slice(model.length)}`)),
    ]
  if (/^hris_employees\.(?:groups|teams)(?:\.name)?$/.test(expected))
    return ['department', 'team', 'cost_center'].map((name) => `hris_employees.${name}`)
  const plain = expected.replace(/(?<!remote)_id$/, '').replace(/\.id$/, '.remote_id')
  return [expected, plain, plain.replace('bank_accounts.', 'bank_account.')]
}

const means = (expected: string, field: string): boolean =>
  spellings(expected).some((each) => field === each || field.startsWith(`${each}.`))

const judge = (column: string, expected: string | null, proposed: readonly Proposed[]): Column => {
  if (proposed.length === 0)
    return { column, expected, proposed, verdict: expected === null ? 'left alone' : 'not proposed' }
  const isRight = expected !== null && proposed.some(({ field }) => means(expected, field))
  return { column, expected, proposed, verdict: isRight ? 'right' : 'wrong' }
}

const countsOf = (columns: readonly Column[]): Counts => ({
  total: columns.filter(({ expected }) => expected !== null).length,
  right: columns.filter(({ verdict }) => verdict === 'right').length,
  wrong: columns.filter(({ verdict }) => verdict === 'wrong' || verdict === 'not proposed').length,
  wrong_high_confidence: columns.filter(
    ({ verdict, proposed }) => verdict === 'wrong' && proposed.some(({ confidence }) => confidence >= highConfidence),
  ).length,
})

const columnsOf = (spec: Spec, expected: Expected[string]): readonly Column[] =>
  headersOf(spec).flatMap((header) => {
    const proposed = propose(header, spec.sample_values, spec.dataset)
    return header.flatMap((column) => {
      const wanted = expected[column]
      return wanted === undefined ? [] : [judge(column, wanted, proposed.get(column) ?? [])]
    })
  })

/** How well the drafts of these files do what is expected of them. Columns without an expectation do not count. */
export const scoreDrafts = (specs: readonly Spec[], expected: Expected) => {
  const judged = specs.map((spec) => ({ vendor: spec.vendor, columns: columnsOf(spec, expected[spec.vendor] ?? {}) }))
  return {
    ...countsOf(judged.flatMap(({ columns }) => columns)),
    by_vendor: Object.fromEntries(
      judged.map(({ vendor, columns }) => [
        vendor,
        {
          ...countsOf(columns),
          not_right: columns.filter(({ verdict }) => verdict === 'wrong' || verdict === 'not proposed'),
        },
      ]),
    ),
  }
}
