import { expect, it } from 'vitest'
import type { KnownRowsEvent, TableEvent } from '#core/files/table.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { inDateOrder } from '#core/mapping/watch-date-order.ts'

const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: { start_date: [{ from: 'column', column: 'Hired', dateFormat: 'dd/MM/yyyy' }] },
}

const refusals = async (dates: readonly string[], known = 0, under = mapping) => {
  const rows = dates.map((date, i) => ({ row: i + 2, cells: [String(i), date] }))
  async function* events(): AsyncGenerator<TableEvent | KnownRowsEvent> {
    if (known > 0) yield { kind: 'known', row: 9, known: Array<number>(known).fill(0) }
    yield { kind: 'rows', rows }
  }
  const all = await Array.fromAsync(inDateOrder(events(), under, ['id', 'Hired']))
  return all.flatMap((event) => (event.kind === 'refused' ? [event.issue] : []))
}

it('refuses a file whose dates have turned round, and says in which row and how to mend it', async () => {
  const [found, ...others] = await refusals(['01/02/2020', '02/25/2020', '12/31/2020', '31/12/2020'])
  expect(others).toEqual([])
  expect(found).toMatchObject({
    code: 'DATE_ORDER_CHANGED',
    severity: 'error',
    dataset: 'employees',
    rows: [3],
    column: 'Hired',
    example: null,
    params: { format: 'dd/MM/yyyy', count: 2, row: 3 },
  })
  expect(found?.fix).toContain('change the date format in the mapping')
})

it.each([
  ['as expected', ['31/12/2020', '01/02/2020'], 0],
  ['mistaken here and there', ['12/31/2020', '31/12/2020'], 0],
  ['of rows that are as they were', ['12/31/2020'], 1],
  ['that tell nothing', ['01/02/2020', '', 'soon', '13/13/2020'], 0],
])('passes dates on that are %s', async (_, dates, known) => {
  expect(await refusals(dates, known)).toEqual([])
})

it('does not ask for an order where the year comes first', async () => {
  const fields: Mapping['fields'] = { start_date: [{ from: 'column', column: 'Hired', dateFormat: 'yy/MM/dd' }] }
  expect(await refusals(['31/12/20'], 0, { ...mapping, fields })).toEqual([])
})
