import fc from 'fast-check'
import { expect, it } from 'vitest'
import { filterFields, tellableFields, tells, untoldRules } from '#core/filter/employee-filter.ts'
import { personJudge } from '#core/filter/judge-person.ts'
import { traitReader } from '#core/filter/person-traits.ts'
import { storedPasses } from '#core/filter/stored-traits.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import { buildRow } from '#core/records/build.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { embedOf, withReferences } from '#core/records/render.ts'
import { keyedHash } from '../../lambdas/runtime/system.ts'

const today = '2026-06-15'
const column = (name: string) => [{ from: 'column' as const, column: name }]

it.each<[string, FieldValues, readonly (string | null)[]]>([
  ['work_location', { 'work_location.remote_id': 'B', 'work_location.name': 'Bern' }, ['B']],
  ['work_location', { 'work_location.name': 'Bern' }, ['Bern']],
  ['work_location', { 'work_location.address.city': 'Bern' }, ['Bern']],
  ['legal_entity', { 'legal_entity.name': null }, [null]],
  ['group', { 'department.name': 'HR', 'cost_center.remote_id': '4711' }, ['DEPARTMENT:HR', 'COST_CENTER:4711']],
  ['group', {}, [null]],
  ['employment_type', { employment_type: 'FULL_TIME' }, ['FULL_TIME']],
  ['employment_status', { start_date: '2027-01-01' }, ['PENDING']],
  ['employment_status', { start_date: '2020-01-01', employment_status: 'LEAVE' }, ['LEAVE']],
  ['custom_fields.size', { 'custom_fields.size': 'M' }, ['M']],
  ['custom_fields.size', {}, [null]],
])('%s of %j is %j', (field, values, expected) => {
  expect(traitReader(field)(values, today).map(({ value }) => value)).toEqual(expected)
})

it('a verdict names the day on which it may be another one', () => {
  const judge = personJudge([{ field: 'employment_status', values: ['ACTIVE'] }], today)
  expect(judge({ start_date: '2026-07-01' })).toEqual({ kept: false, due: '2026-07-01' })
  expect(judge({ start_date: '2020-01-01', termination_date: '2026-06-30' })).toEqual({ kept: true, due: '2026-07-01' })
  expect(personJudge([], today)({ start_date: '2026-07-01' })).toEqual({ kept: true, due: null })
})

it('a rule can be judged when one of the columns that tell it is mapped', () => {
  const rule = (field: string) => ({ field, values: ['x'] })
  const fields = { 'team.name': column('Team'), start_date: column('Start'), 'custom_fields.size': column('Size') }
  expect(tellableFields({ fields })).toEqual(['group', 'employment_status', 'custom_fields.size'])
  expect(untoldRules({ fields }, [rule('group'), rule('custom_fields.size'), rule('employment_status')])).toEqual([])
  expect(untoldRules({ fields }, [rule('legal_entity'), rule('custom_fields.other')]).map(({ code }) => code)).toEqual([
    'FILTER_FIELD_MISSING',
    'FILTER_FIELD_MISSING',
  ])
  expect(tells('work_location', 'work_location.type')).toBe(false)
})

const word = fc.constantFrom('a', 'b', null)
const row: fc.Arbitrary<FieldValues> = fc.record({
  'work_location.remote_id': word,
  'work_location.name': word,
  'legal_entity.name': word,
  'department.name': word,
  'team.remote_id': word,
  employment_type: word,
  employment_status: word,
  'custom_fields.size': word,
})
const rules = fc.array(
  fc.record({
    field: fc.constantFrom<string>(...filterFields, 'custom_fields.size'),
    values: fc.array(fc.constantFrom('a', 'b', 'DEPARTMENT:a', 'TEAM:b', null), { minLength: 1 }),
  }),
  { maxLength: 3 },
)

/** The body that a sync stores of these values. */
const storedOf = (values: FieldValues): JsonObject => {
  const { record, derived } = buildRow('employees', '1', values, today)
  const idOf = (model: (typeof record)['model'], key: string) => recordId(keyedHash('test'), 'sftp:1', model, key)
  const embeds = new Map(
    derived.map(({ model, key, remoteId, own }) => [
      idOf(model, key),
      embedOf(model, { id: idOf(model, key), remote_id: remoteId, ...own }),
    ]),
  )
  const references = record.mentions.map(({ role, model, key }) => ({ role, id: idOf(model, key) }))
  const custom_fields = { size: values['custom_fields.size'] ?? null }
  return withReferences('hris_employees', { ...record.own, custom_fields }, references, embeds)
}

it('what is stored of a person passes exactly when the row does', () => {
  fc.assert(
    fc.property(row, rules, (values, wanted) => {
      expect(storedPasses(wanted, storedOf(values))).toBe(personJudge(wanted, today)(values).kept)
    }),
  )
})
