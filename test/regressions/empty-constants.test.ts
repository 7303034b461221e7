import { expect, it } from 'vitest'
import { compileMapping } from '#core/mapping/compile.ts'
import type { Source } from '#core/mapping/mapping.ts'
import { buildRow } from '#core/records/build.ts'

const department = (sources: Source[]) => {
  const fields = { 'department.remote_id': sources }
  const compiled = compileMapping({ dataset: 'employees', id: { columns: ['id'] }, fields }, ['id', 'unit'])
  const mapped = compiled.kind === 'compiled' ? compiled.map(['1', 'IT'], 2) : undefined
  return mapped?.kind === 'mapped' ? buildRow('employees', mapped.key, mapped.values).derived : undefined
}

it('a constant without text is no value, and no department without an id comes of it', () => {
  expect(department([{ from: 'constant', value: '' }])).toEqual([])
  const next: Source = { from: 'column', column: 'unit' }
  expect(department([{ from: 'constant', value: '' }, next])).toMatchObject([{ remoteId: 'IT' }])
})

it('a word that a value table turns into nothing empties the field', () => {
  expect(department([{ from: 'column', column: 'unit', values: { it: '' } }])).toEqual([])
})
