import { describe, expect, it } from 'vitest'
import type { Integration } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { reportOf } from '../../lambdas/sync/report-of.ts'
import { employeesCsv, integration, integrationId, openWorkplace } from './workplace.ts'

const many = Array.from({ length: 12 }, (_, index) => `${100 + index},Ada,,B,Bern,R,2020-01-01`)

/** Rows 14 to 18 of a file that begins with `many`. */
const wrong = [
  '1,Ada,9,B,Bern,R,31.02.2020',
  ',Eve,,B,Bern,R,2020-01-01',
  '6,Fay,,B,Bern,R',
  '9,Gil,,B,Bern,R,2020-01-01',
  '9,Hal,8,B,Bern,R,2020-01-01',
  '10,Ida,404,B,Bern,R,2020-01-01',
]

type Before = {
  readonly mapping?: Mapping
  readonly before?: readonly (readonly [name: string, csv: string])[]
  readonly settings?: Partial<Integration>
}

const reportedOf = async (csv: string, { mapping, before = [], settings }: Before = {}) => {
  const work = await openWorkplace()
  if (settings) await work.control.replace(integrationKey(integrationId), { ...integration, ...settings }, 1)
  if (mapping) await work.approveAs(mapping)
  for (const [name, text] of before) await work.run(await work.deliver(name, text))
  const sync = await work.run(await work.deliver('employees.csv', csv))
  const [report] = await reportOf(work.ports, sync)
  if (!report) throw new Error('nothing is said of the file')
  const told = report.issues.map(({ code, rows, column }) => [code, rows, column])
  return { ...report, told }
}

const ofRows = [
  ['DATE_UNREADABLE', [14], 'start'],
  ['ID_MISSING', [15], 'id'],
  ['ROW_TOO_SHORT', [16], null],
  ['ID_DUPLICATE', [17, 18], 'id'],
  ['MANAGER_UNKNOWN', [19], 'manager'],
]

describe('a file of which nothing can be applied', () => {
  it('is told with all that is wrong with its rows, too, where a column is missing', async () => {
    const csv = employeesCsv([...many, ...wrong]).replace('department', 'division')
    const { told, outcome, counts, issues } = await reportedOf(csv)
    expect(told).toEqual(expect.arrayContaining([['MAPPED_COLUMN_MISSING', [], 'department'], ...ofRows]))
    expect([outcome, counts.rows, counts.quarantined]).toEqual(['refused', 18, 0])
    expect(new Set(issues.map(({ done }) => done))).toEqual(new Set(['Nothing of the file was applied.']))
  })

  it('says nothing of ids where these are missing, and everything else', async () => {
    const { told } = await reportedOf(employeesCsv([...many, ...wrong]).replace('id,', 'number,'))
    expect(told.map(([code]) => code)).toEqual(['ID_COLUMN_MISSING', 'DATE_UNREADABLE', 'ROW_TOO_SHORT'])
  })

  it('is told with what is wrong with its rows where it cannot be joined', async () => {
    const mapping: Mapping = {
      dataset: 'employees',
      id: { columns: ['id'] },
      joins: [{ name: 'titles', files: 'titles', key: ['person'], to: ['number'] }],
      fields: {
        start_date: [{ from: 'column', column: 'start' }],
        'manager.remote_id': [{ from: 'column', column: 'manager' }],
        'department.name': [{ from: 'column', column: 'titles.department' }],
      },
    }
    const { told } = await reportedOf(employeesCsv([...many, ...wrong]), {
      mapping,
      before: [['titles.csv', 'person,department\n1,R\n']],
    })
    expect(told).toEqual([['JOIN_COLUMN_MISSING', [], 'number'], ...ofRows])
  })

  it('is told with what was seen before it ended', async () => {
    const { told, counts } = await reportedOf(employeesCsv([...many, ...wrong, '7,"Jan,,B,Bern,R,2020-01-01', '']))
    expect(told).toEqual([['QUOTE_NOT_CLOSED', [20], null], ...ofRows.slice(0, 4)])
    expect(counts.rows).toBe(18)
  })

  it('is told with what is wrong with its rows where its ids are new', async () => {
    const rows = [...many.map((row) => `9${row}`), '1,Ada,9,B,Bern,R,31.02.2020', '10,Ida,404,B,Bern,R,2020-01-01']
    const { told, issues } = await reportedOf(employeesCsv(rows), { before: [['employees.csv', employeesCsv(many)]] })
    expect(told.map(([code]) => code)).toEqual(['ID_DRIFT', 'DATE_UNREADABLE', 'MANAGER_UNKNOWN'])
    expect(new Set(issues.map(({ consequence }) => consequence))).toEqual(new Set(['refused']))
  })

  it('names a column that managers were looked up by, if it is gone', async () => {
    const mapping: Mapping = {
      dataset: 'employees',
      id: { columns: ['id'] },
      fields: { 'manager.work_email': [{ from: 'column', column: 'boss' }] },
    }
    const { told } = await reportedOf('id,name\n1,Ada', { mapping })
    expect(told).toEqual([['MAPPED_COLUMN_MISSING', [], 'boss']])
  })
})

it('a file that waits for its mapping is not said to be applied', async () => {
  const csv = employeesCsv([...many, '10,Ida,404,B,Bern,R,2020-01-01'])
  const { issues, outcome } = await reportedOf(csv, {
    settings: { mappings: { employees: { approved: 0, latest: 1 } } },
  })
  expect(outcome).toBe('waiting_for_mapping')
  expect(issues.map(({ code, consequence }) => [code, consequence])).toEqual([
    ['MAPPING_NOT_APPROVED', 'not_yet'],
    ['MANAGER_UNKNOWN', 'not_yet'],
  ])
})

it('what is wrong in a row that was left out is not said to be applied, be it in others', async () => {
  const mapping: Mapping = {
    dataset: 'employees',
    id: { columns: ['id'] },
    fields: {
      work_email: [{ from: 'column', column: 'mail' }],
      start_date: [{ from: 'column', column: 'start' }],
    },
  }
  const { issues } = await reportedOf('id,mail,start\n1,no,soon\n2,no,2020-01-01\n', { mapping })
  expect(issues.map(({ code, rows, consequence }) => [code, rows, consequence])).toEqual([
    ['EMAIL_INVALID', [2], 'left_out'],
    ['DATE_UNREADABLE', [2], 'left_out'],
    ['EMAIL_INVALID', [3], 'emptied'],
  ])
})
