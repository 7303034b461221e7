import { describe, expect, test } from 'vitest'
import { templateCsv, templateOf } from '#core/connect/template.ts'
import { datasets } from '#core/files/datasets.ts'
import { draftMapping } from '#core/mapping/draft.ts'
import { sampleTable } from '../../lambdas/reading/sample-table.ts'

describe.each(datasets)('the template of %s', (dataset) => {
  const columns = templateOf(dataset)

  test('is read back as it is meant: every column is proposed for its field', async () => {
    const bytes = new TextEncoder().encode(templateCsv(columns))
    const sample = await sampleTable(() => new Blob([bytes]).stream(), { name: `${dataset}.csv`, dataset })
    if (sample.kind === 'refused') throw new Error(sample.issues[0]?.message)
    const { proposals } = draftMapping({ dataset, ...sample })
    const proposed = new Map(proposals.map(({ column, field }) => [column, field]))
    expect(columns.map(({ name }) => [name, proposed.get(name)])).toEqual(
      columns.map(({ name, field }) => [name, field]),
    )
  })

  test('has names that differ, and an example in every row of what is required', () => {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
    expect(columns.filter(({ required, examples }) => required && examples.includes(''))).toEqual([])
  })
})

test('a cell with a comma stands in quotation marks', () => {
  const column = { field: 'x', required: false, dataPoints: [] }
  const csv = templateCsv([
    { ...column, name: 'a', examples: ['1,5', 'b'] },
    { ...column, name: 'c"d', examples: ['', 'e'] },
  ])
  expect(csv).toBe('a,"c""d"\r\n"1,5",\r\nb,e\r\n')
})
