import { describe, expect, it } from 'vitest'
import { openMemoryWorkplace } from './memory-workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: { first_name: column('name'), 'department.name': column('dept') },
}
const departments = ['Sales', 'Research', 'Finance', 'Sales']
const csvOf = (header: string, from = 0): string =>
  [header, ...departments.map((each, i) => `${100 + i},Person ${i},${each},${from + i}`)].join('\n')

describe('a file without a column that the mapping uses', () => {
  const refused = async (header: string) => {
    const work = await openMemoryWorkplace([mapping])
    await work.run(await work.deliver('employees', csvOf('id,name,dept,n')))
    const { datasets } = await work.run(await work.deliver('employees', csvOf(header, 50)))
    expect(datasets[0]?.outcome).toBe('refused')
    return datasets[0]?.issues
  }

  it('is told which other one has the values that it had', async () => {
    expect(await refused('id,name,org unit,n')).toMatchObject([
      {
        code: 'MAPPED_COLUMN_MISSING',
        column: 'dept',
        message: expect.stringContaining('It may be called "org unit" now'),
      },
    ])
  })

  it('is told so of the id column too', async () => {
    expect(await refused('pers.nr,name,dept,n')).toMatchObject([
      { code: 'ID_COLUMN_MISSING', message: expect.stringContaining('It may be called "pers.nr" now') },
    ])
  })
})
