import { expect, it } from 'vitest'
import type { Mapping } from '#core/mapping/mapping.ts'
import { problemWith } from '../../lambdas/mapping/store-mapping.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const control = memoryControlStore()
const join = { name: 'contracts', files: 'contracts', key: ['id'], to: ['id'] }
const mapping = (parts: Partial<Mapping>): Mapping => ({
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: { first_name: [{ from: 'column', column: 'name' }] },
  ...parts,
})

it.each<readonly [Partial<Mapping>, string]>([
  [{ mode: 'window' }, 'Rows of employees have no date'],
  [{ mode: 'delta', joins: [join] }, 'cannot be joined with others'],
  [{ dataset: 'timesheets', fields: {}, joins: [join] }, 'cannot be joined with others'],
  [
    { dataset: 'employments', fields: {}, files: 'employees', manifest: 'export' },
    'Name the manifest in the mapping of employees',
  ],
  [{ keep: ['shoe_size'] }, 'The mapping fills shoe_size: employees have no such field'],
])('a mapping with %j is not stored', async (parts, why) => {
  const wanted = mapping(parts)
  expect(await problemWith({ control }, wanted, { dataset: wanted.dataset, integration: {} })).toContain(why)
})

it.each<Partial<Mapping>>([
  { mode: 'delta', keep: ['first_name', 'last_name'] },
  { mode: 'full', joins: [join] },
  { dataset: 'absences', fields: {}, mode: 'window' },
  { dataset: 'timesheets', fields: {}, mode: 'full' },
  { dataset: 'timesheets', fields: {}, manifest: '*.trg' },
  { dataset: 'employments', fields: {}, files: 'salary', manifest: 'salary' },
])('a mapping with %j is stored', async (parts) => {
  const wanted = mapping(parts)
  expect(await problemWith({ control }, wanted, { dataset: wanted.dataset, integration: {} })).toBeUndefined()
})
