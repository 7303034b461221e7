import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { datasetTraits, modeOf } from '../../../core/files/datasets.ts'
import { type Mapping, MappingSchema } from '../../../core/mapping/mapping.ts'
import type { MappingClient } from '../../../web/mapping/client.ts'
import { createDraftStore } from '../../../web/mapping/draft-store.ts'
import { type ColumnSource, isColumn, sourcesOf, withIdColumns, withSourceAt } from '../../../web/mapping/edits.ts'
import {
  joinsOf,
  withDay,
  withFile,
  withJoinAt,
  withOnly,
  withoutJoin,
  withPartCurrent,
  withPartDialect,
  withPartName,
} from '../../../web/mapping/join-edits.ts'
import {
  keeps,
  withDialectPart,
  withFiles,
  withKept,
  withManifest,
  withMode,
  withQuietMinutes,
} from '../../../web/mapping/mode-edits.ts'
import { currentRowWith, withCurrentRow, withFillDown } from '../../../web/mapping/rows-edits.ts'
import {
  withCountry,
  withDateFormat,
  withDecimal,
  withEmptyWords,
  withOuterSpace,
  withPart,
  withValues,
} from '../../../web/mapping/source-edits.ts'
import { dataset, mappings } from './arbitrary-mapping.ts'

const plain: Mapping = {
  dataset: 'employments',
  id: { columns: ['Nr'] },
  fields: { job_title: [{ from: 'column', column: 'Titel' }] },
}

const dialect = { encoding: 'utf-8', delimiter: ';', quote: "'", headerRow: 3, sheet: 'S', records: 'a.b' } as const
const current = { from: 'Ab', to: 'Bis', dateFormat: 'dd.MM.yyyy', flag: { column: 'Akt', values: ['J'] } }
const source: ColumnSource = {
  from: 'column',
  column: 'Titel',
  dateFormat: 'dd.MM.yy',
  decimal: ',',
  country: 'DE',
  values: { a: 'b', c: null },
  empty: ['-'],
  part: { separator: '#', take: 'label' },
  trim: false,
}
const join = {
  name: 'vertrag',
  files: 'Contracts',
  key: ['Person', 'Tag'],
  to: ['Nr', 'Ab'],
  dialect,
  only: { column: 'Art', values: ['x'] },
  current,
  day: { column: 'Ab', dateFormat: 'yyyy/MM/dd' },
}

/** A mapping that says whatever one can say. */
const full: Mapping = {
  dataset: 'employments',
  dialect,
  id: { columns: ['Nr', 'Ab'] },
  fields: { job_title: [source, { from: 'constant', value: 'Clerk' }] },
  files: 'history',
  rows: { fillDown: ['Nr'], current },
  joins: [join],
  mode: 'delta',
  keep: ['job_title'],
  quietMinutes: 5,
  manifest: 'export',
}

type Loose = {
  readonly type: string
  readonly entries?: Record<string, Loose>
  readonly wrapped?: Loose
  readonly item?: Loose
  readonly options?: readonly Loose[]
}

/** The names of whatever a schema has entries for, however deep. */
const namesIn = (schema: Loose): readonly string[] => [
  ...Object.entries(schema.entries ?? {}).flatMap(([name, entry]) => [name, ...namesIn(entry)]),
  ...(schema.wrapped ? namesIn(schema.wrapped) : []),
  ...(schema.item ? namesIn(schema.item) : []),
  ...(typeof schema.options?.[0] === 'object' ? schema.options.flatMap(namesIn) : []),
  ...('value' in schema && typeof schema.value === 'object' ? namesIn(schema.value as Loose) : []),
]

const namesSaid = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(namesSaid)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => [name, ...namesSaid(each)])
      : []

const entered = (mapping: Mapping): Mapping => {
  const rows = withCurrentRow(
    withFillDown(mapping, ['Nr']),
    currentRowWith(currentRowWith(undefined, { from: 'Ab', to: 'Bis' }), {
      dateFormat: 'dd.MM.yyyy',
      flag: current.flag,
    }),
  )
  const said = Object.entries(dialect).reduce(
    (all, [part, value]) => withDialectPart(all, part as keyof typeof dialect, value),
    {},
  )
  const joined = withPartName(withFile(rows, { word: 'Contracts', columns: [] }, ['Nr']), 0, 'vertrag')
  const part = withPartDialect(withOnly({ ...joinsOf(joined)[0], ...keysOf } as typeof join, join.only), said)
  const withJoin = withJoinAt(joined, 0, withDay(withPartCurrent(part, current), join.day))
  const cells = withDecimal(withDateFormat({ from: 'column', column: 'Titel' }, 'dd.MM.yy'), ',')
  const words = withValues(withEmptyWords(withCountry(cells, 'DE'), ['-']), { a: 'b', c: null })
  const first = withOuterSpace(withPart(words, { separator: '#', take: 'label' }), true)
  const field = withSourceAt(withSourceAt(withJoin, 'job_title', 0, first), 'job_title', 1, {
    from: 'constant',
    value: 'Clerk',
  })
  const files = withMode(withKept(withFiles({ ...field, dialect: said }, 'history'), 'job_title', true), 'delta')
  return withIdColumns(withManifest(withQuietMinutes(files, 5), 'export'), ['Nr', 'Ab'])
}
const keysOf = { key: join.key, to: join.to }

describe('everything that a mapping can say', () => {
  it('is said by the one that is entered here', () => {
    expect(new Set(namesSaid(full))).toEqual(
      new Set([...namesIn(MappingSchema as unknown as Loose), 'a', 'c', 'job_title']),
    )
    expect(v.is(MappingSchema, full)).toBe(true)
  })

  it('can be entered, choice by choice', () => {
    expect(entered(plain)).toEqual(full)
  })
})

/** A choice of the editor: what it shows of a mapping, what it makes of it, and something else to choose. */
type Choice = {
  readonly change: (mapping: Mapping) => Mapping
  readonly back: (changed: Mapping, was: Mapping) => Mapping
}

const sourceAt = (mapping: Mapping): ColumnSource | undefined => sourcesOf(mapping, 'first_name').find(isColumn)
const withSource = (mapping: Mapping, edit: (source: ColumnSource) => ColumnSource): Mapping => {
  const at = sourcesOf(mapping, 'first_name').findIndex(isColumn)
  const found = sourceAt(mapping)
  return found ? withSourceAt(mapping, 'first_name', at, edit(found)) : mapping
}
const ofSource = <Said>(
  edit: (source: ColumnSource, said: Said) => ColumnSource,
  read: (source: ColumnSource) => Said,
  other: Said,
): Choice => ({
  change: (mapping) => withSource(mapping, (each) => edit(each, other)),
  back: (changed, was) =>
    withSource(changed, (each) => {
      const before = sourceAt(was)
      return before ? edit(each, read(before)) : each
    }),
})
const ofJoin = (
  edit: (part: typeof join) => typeof join,
  back: (part: typeof join, was: typeof join) => typeof join,
): Choice => {
  const first = (mapping: Mapping) => joinsOf(mapping)[0] as typeof join | undefined
  return {
    change: (mapping) => {
      const part = first(mapping)
      return part ? withJoinAt(mapping, 0, edit(part)) : mapping
    },
    back: (changed, was) => {
      const [part, before] = [first(changed), first(was)]
      return part && before ? withJoinAt(changed, 0, back(part, before)) : changed
    },
  }
}

const choices: Readonly<Record<string, Choice>> = {
  mode: {
    change: (mapping) => withMode(mapping, datasetTraits[dataset].mode),
    back: (changed, was) => withMode(changed, modeOf(dataset, was)),
  },
  keep: {
    change: (mapping) => withKept(mapping, 'last_name', true),
    back: (changed, was) => withKept(changed, 'last_name', keeps(was, 'last_name')),
  },
  files: { change: (mapping) => withFiles(mapping, 'z'), back: (changed, was) => withFiles(changed, was.files) },
  minutes: {
    change: (mapping) => withQuietMinutes(mapping, 7),
    back: (changed, was) => withQuietMinutes(changed, was.quietMinutes),
  },
  manifest: {
    change: (mapping) => withManifest(mapping, undefined),
    back: (changed, was) => withManifest(changed, was.manifest),
  },
  fillDown: {
    change: (mapping) => withFillDown(mapping, []),
    back: (changed, was) => withFillDown(changed, was.rows?.fillDown ?? []),
  },
  current: {
    change: (mapping) => withCurrentRow(mapping, undefined),
    back: (changed, was) => withCurrentRow(changed, was.rows?.current),
  },
  id: {
    change: (mapping) => withIdColumns(mapping, ['Z']),
    back: (changed, was) => withIdColumns(changed, was.id.columns),
  },
  empty: ofSource(withEmptyWords, ({ empty = [] }) => empty, []),
  part: ofSource(withPart, ({ part }) => part, undefined),
  space: ofSource(withOuterSpace, ({ trim }) => trim === false, true),
  country: ofSource(withCountry, ({ country }) => country, 'IT'),
  values: ofSource(withValues, ({ values }) => values, { z: null }),
  format: ofSource(withDateFormat, ({ dateFormat }) => dateFormat, undefined),
  decimal: ofSource(withDecimal, ({ decimal = '.' }) => decimal, '.'),
  only: ofJoin(
    (part) => withOnly(part, undefined) as typeof join,
    (part, was) => withOnly(part, was.only) as typeof join,
  ),
  day: ofJoin(
    (part) => withDay(part, { column: 'Z' }) as typeof join,
    (part, was) => withDay(part, was.day) as typeof join,
  ),
  dialectOfPart: ofJoin(
    (part) => withPartDialect(part, { headerRow: 9 }) as typeof join,
    (part, was) => withPartDialect(part, was.dialect ?? {}) as typeof join,
  ),
  nameOfPart: {
    change: (mapping) => withPartName(mapping, 0, 'other'),
    back: (changed, was) => withPartName(changed, 0, joinsOf(was)[0]?.name ?? ''),
  },
  part2: {
    change: (mapping) => withFile(mapping, { word: 'new', columns: [] }, ['A']),
    back: (changed, was) => {
      const added = joinsOf(changed).at(-1)
      return added && joinsOf(changed).length > joinsOf(was).length ? withoutJoin(changed, added) : changed
    },
  },
}

describe('nothing that a mapping says is lost', () => {
  it.each(Object.entries(choices))('when something else is chosen and chosen back: %s', (_, { change, back }) => {
    fc.assert(
      fc.property(mappings, (mapping) => {
        // A dialect that says nothing is as good as none.
        const joins = mapping.joins?.map((part) => withPartDialect(part, part.dialect ?? {}))
        const was = joins ? { ...mapping, joins } : mapping
        expect(back(change(was), was)).toEqual(was)
      }),
      { numRuns: 60 },
    )
  })

  it('when it is opened and approved as it is', async () => {
    const notAsked = () => Promise.reject(new Error('This is not asked for here.'))
    await fc.assert(
      fc.asyncProperty(mappings, async (mapping) => {
        const stored: Mapping[] = []
        const now = (latest: Mapping) => {
          const version = { version: 1, revision: 1, origin: 'put' as const, created_at: '', approved_at: null }
          return { dataset, latest: { ...version, mapping: latest }, approved: null, approver: 'customer' } as const
        }
        const client: MappingClient = {
          ...{ key: [], understand: notAsked, preview: notAsked, countValues: notAsked, joins: notAsked },
          read: async () => now(mapping),
          store: async (next) => {
            stored.push(next)
            return now(next)
          },
          approve: async () => now(mapping),
        }
        const draft = createDraftStore(client, mapping, { ...now(mapping), latest: null })
        await draft.finish()
        expect(stored).toEqual([mapping])
      }),
      { numRuns: 30 },
    )
  })
})
