import fc from 'fast-check'
import * as v from 'valibot'
import { datasets } from '#core/files/datasets.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { targetFields } from '#core/mapping/fields.ts'
import { MappingSchema, type Source } from '#core/mapping/mapping.ts'
import { buildRow } from '#core/records/build.ts'
import { hostileText } from '../hostile.ts'
import { hold, target } from '../target.ts'

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('id', 'name', 'Name', 'start', 'a', 'b') },
  { weight: 1, arbitrary: hostileText(4) },
)

const dateFormat = fc.constantFrom(
  'dd.MM.yyyy',
  'MM/dd/yyyy',
  'yyyy-MM-dd',
  'dd.MM.yy',
  'yyyy-MM-dd HH:mm:ss',
  'd/M/yyyy',
  'ddddyyyy',
  'yyyy-yyyy-yyyy',
)

const sources: fc.Arbitrary<Source> = fc.oneof(
  fc.record(
    {
      from: fc.constant('column' as const),
      column: name,
      dateFormat,
      decimal: fc.constantFrom('.' as const, ',' as const),
      values: fc.dictionary(hostileText(3), fc.option(hostileText(3)), { maxKeys: 4 }),
      trim: fc.boolean(),
    },
    { requiredKeys: ['from', 'column'] },
  ),
  fc.record({ from: fc.constant('constant' as const), value: hostileText(5) }),
)

const mappings = fc.constantFrom(...datasets).chain((dataset) =>
  fc.record({
    dataset: fc.constant(dataset),
    id: fc.record({ columns: fc.array(name, { minLength: 1, maxLength: 3 }) }),
    fields: fc.dictionary(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...Object.keys(targetFields[dataset])) },
        { weight: 1, arbitrary: hostileText(3) },
      ),
      fc.array(sources, { minLength: 1, maxLength: 3 }),
      { maxKeys: 12 },
    ),
  }),
)

const inputs = fc.record({
  mapping: mappings,
  header: fc.array(name, { minLength: 1, maxLength: 8 }),
  rows: fc.array(fc.array(hostileText(6), { maxLength: 10 }), { maxLength: 6 }),
})

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)

export const mapperTarget = target('mapper', inputs, ({ mapping, header, rows }) => {
  const valid = v.safeParse(MappingSchema, mapping)
  if (!valid.success) return
  const compiled = compileMapping(valid.output, header)
  if (compiled.kind === 'refused') return hold(compiled.issues.length > 0, 'refused without a reason')
  hold(
    compiled.columns.every((index) => index >= 0 && index < header.length),
    'a column that is not there',
  )
  for (const [index, cells] of rows.entries()) {
    const mapped = compiled.map(cells, index + 2)
    hold(mapped.row === index + 2, 'another row')
    if (mapped.kind === 'quarantined') {
      hold(
        mapped.issues.some(({ severity }) => severity === 'error'),
        'quarantined without a reason',
      )
      continue
    }
    hold(Object.values(mapped.values).every(isPlain), 'a value that JSON cannot hold')
    hold(mapped.key.trim() !== '', 'an id of nothing')
    const { record, derived } = buildRow(mapping.dataset, mapped.key, mapped.values)
    hold(
      [record, ...derived].every(({ key, remoteId }) => key !== '' && remoteId !== ''),
      'a record without an id',
    )
    JSON.stringify([record, derived])
  }
})
