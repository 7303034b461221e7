import { expect, it } from 'vitest'
import { sumsOf } from '../../web/dashboard/integration/syncs/use-counts.ts'

type Counted = Parameters<typeof sumsOf>[0]['datasets'][number]

const told = (outcome: Counted['outcome'], rows: number): Counted => ({
  dataset: 'employees',
  file_id: null,
  file_name: null,
  outcome,
  counts: { rows, created: rows, updated: 0, rerendered: 0, removed: 0, unchanged: 0, held: 0, quarantined: 0 },
  issues: [],
})

it('a sync counts what it was done with, and nothing of files that still wait', () => {
  const datasets = [
    told('applied', 3),
    told('refused', 2),
    told('waiting_for_mapping', 60),
    told('waiting_for_files', 7),
  ]
  expect(Object.fromEntries(sumsOf({ datasets }).map(({ name, count }) => [name, count]))).toMatchObject({
    rows: 5,
    created: 5,
    removed: 0,
  })
})
