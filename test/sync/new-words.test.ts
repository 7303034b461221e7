import { expect, it } from 'vitest'
import { openMemoryWorkplace } from './memory-workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: {
    first_name: column('name'),
    employment_status: [{ from: 'column' as const, column: 'status', values: { aktiv: 'ACTIVE' } }],
  },
}

it('a word that the value table does not know is told once, with its rows, and holds nothing up', async () => {
  const work = await openMemoryWorkplace([mapping])
  await work.run(await work.deliver('employees', 'id,name,status\n1,Ada,aktiv\n2,Bo,aktiv'))
  const rows = ['1,Ada,Sabbatical', '2,Bo,aktiv', '3,Cy,Sabbatical', '4,Di,Gardening leave']
  const sync = await work.run(await work.deliver('employees', ['id,name,status', ...rows].join('\n')))
  expect(sync).toMatchObject({
    state: 'SUCCEEDED',
    datasets: [
      {
        counts: { created: 2, quarantined: 0 },
        issues: [
          {
            code: 'VALUE_UNKNOWN',
            severity: 'warning',
            column: 'status',
            example: 'Sabbatical',
            rows: [2, 4],
            count: 2,
          },
          { code: 'VALUE_UNKNOWN', column: 'status', example: 'Gardening leave', rows: [5] },
        ],
      },
    ],
  })
})
