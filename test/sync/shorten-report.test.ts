import { expect, it } from 'vitest'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { shortenReport } from '#core/sync/shorten-report.ts'
import { datasetReport } from '../../lambdas/sync/dataset-report.ts'

const hints = Array.from({ length: 5 }, (_, row) => issue('ROWS_PADDED', { ...say('noRows'), rows: [row, row + 1] }))
const report = datasetReport('employees', {
  outcome: 'applied',
  issues: [...hints, issue('ID_MISSING', { ...say('idMissing', { columns: ['id'] }), rows: [7] })],
})

it('a report that is too long keeps what is gravest, and says how much is left out', () => {
  const [short] = shortenReport([report], { issues: 3, rows: 1, pairs: 1 })
  expect(short?.issues.map(({ code, rows, count }) => [code, rows, count])).toEqual([
    ['ID_MISSING', [7], 1],
    ['ROWS_PADDED', [0], 2],
    ['ROWS_PADDED', [1], 2],
  ])
  expect(short?.issuesLeft).toBe(3)
})

it('a report that fits stays as it is', () => {
  const all = { issues: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY, pairs: Number.POSITIVE_INFINITY }
  expect(shortenReport([report], all)).toEqual([report])
})
