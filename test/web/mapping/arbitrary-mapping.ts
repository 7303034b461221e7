import * as fc from 'fast-check'
import type { Dialect } from '../../../core/mapping/dialect.ts'
import type { Mapping } from '../../../core/mapping/mapping.ts'

type Encoding = Dialect['encoding']
type Delimiter = Dialect['delimiter']
type Quote = NonNullable<Dialect['quote']>

const word = fc.constantFrom('A', 'B', 'C', 'c.D', 'vertrag.E')
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 })
const optional = { requiredKeys: [] as [] }
const dialects = fc.record(
  {
    encoding: fc.constantFrom<Encoding>('utf-8', 'macintosh'),
    delimiter: fc.constantFrom<Delimiter>(',', '\t'),
    quote: fc.constantFrom<Quote>('"', ''),
    headerRow: fc.nat(99),
    sheet: word,
    records: word,
  },
  optional,
)
const flags = fc.record({ column: word, values: words })
const currentRows = fc.oneof(
  fc.record({ from: word, to: word, dateFormat: fc.constant('serial'), flag: flags }, { requiredKeys: ['from'] }),
  fc.record({ flag: flags }),
)
const columnSources = fc.record(
  {
    from: fc.constant('column' as const),
    column: word,
    dateFormat: fc.constant('dd.MM.yyyy'),
    decimal: fc.constant(',' as const),
    country: fc.constantFrom('DE', 'FR'),
    values: fc.dictionary(word, fc.option(word)),
    empty: words,
    part: fc.record({ separator: word, take: fc.constantFrom<'code' | 'label'>('code', 'label') }),
    trim: fc.constant(false),
  },
  { requiredKeys: ['from', 'column'] },
)
const constants = fc.record({ from: fc.constant('constant' as const), value: word })
const sources = fc.array(fc.oneof(columnSources, constants), { minLength: 1, maxLength: 3 })
const parts = fc.record(
  {
    name: fc.constantFrom('c', 'vertrag'),
    files: fc.constantFrom('x', 'y'),
    key: fc.constant<string[]>(['K']),
    to: fc.constant<string[]>(['A']),
    dialect: dialects,
    only: flags,
    current: fc.record({ from: word, to: word }, { requiredKeys: ['from'] }),
    day: fc.record({ column: word, dateFormat: word }, { requiredKeys: ['column'] }),
  },
  { requiredKeys: ['name', 'files', 'key', 'to', 'current'] },
)
export const dataset = 'employees'
/** Mappings that say some of what one can say, or all of it. */
export const mappings: fc.Arbitrary<Mapping> = fc.record(
  {
    dataset: fc.constant(dataset),
    dialect: dialects,
    id: fc.record({ columns: words }),
    fields: fc.dictionary(fc.constantFrom('first_name', 'start_date', 'custom_fields.size'), sources),
    files: word,
    rows: fc.record({ fillDown: words, current: currentRows }, optional).filter((rows) => Object.keys(rows).length > 0),
    joins: fc.uniqueArray(parts, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
    mode: fc.constant('delta' as const),
    keep: fc.constantFrom<string[][]>(['job_title'], ['first_name', 'job_title']),
    quietMinutes: fc.integer({ min: 1, max: 1440 }),
    manifest: fc.constantFrom('export', '*.trg'),
  },
  { requiredKeys: ['dataset', 'id', 'fields'] },
)
