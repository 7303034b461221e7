import { beforeAll, describe, expect, test } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { issuesCsv } from '#core/issues/issue-csv.ts'
import { say } from '#core/issues/say.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'

let api: ApiUnderTest
let base: string

const counts = { rows: 1, quarantined: 0, created: 1, updated: 0, rerendered: 0, removed: 0, unchanged: 0, held: 0 }

const about = (dataset: Sync['datasets'][number]['dataset'], issues: Issue[]): Sync['datasets'][number] => ({
  dataset,
  fileId: 'file',
  fileName: `${dataset}.csv`,
  outcome: 'applied',
  counts,
  issues,
})

const bad = (row: number) =>
  issue('DATE_UNREADABLE', {
    ...say('dateUnreadable', { field: `date ${row}`, format: 'dd.MM.yyyy' }),
    rows: [row, row + 1],
    column: 'Date',
  })

const missing = {
  ...issue('ID_MISSING', { ...say('idMissing', { columns: ['id'] }), dataset: 'absences', rows: [7] }),
  message: 'No id.',
  fix: 'Give one.',
}

beforeAll(async () => {
  api = await apiUnderTest()
  const { id } = await api.makeIntegration({}, null)
  const sync = await queueSync(api.ports, { integrationId: id, reason: 'forced' })
  await updateDocument(
    api.control,
    syncKey(id, sync.id),
    SyncSchema,
    (each): Sync => ({ ...each, state: 'PARTIALLY_FAILED', endedAt: 1, report: { key: 'report', versionId: '1' } }),
  )
  const employees = about(
    'employees',
    Array.from({ length: 120 }, (_, index) => bad(index)),
  )
  api.reports.set('report', JSON.stringify({ datasets: [employees, about('absences', [missing])] }))
  base = `/manage/integrations/${encodeURIComponent(id)}/syncs/${sync.id}`
})

const listed = async (query: Record<string, string> = {}) => {
  const found: Issue[] = []
  let next: string | null = ''
  while (next !== null) {
    const { json } = await api.call('GET', `${base}/issues?${new URLSearchParams({ ...query, cursor: next })}`)
    found.push(...json.data.results)
    next = json.data.next
  }
  return found
}

describe('the issues of a sync', () => {
  test('are listed by page, each once, with their dataset', async () => {
    const issues = await listed()
    expect(issues).toHaveLength(121)
    expect(new Set(issues.map(({ message }) => message)).size).toBe(121)
    expect(issues[0]?.dataset).toBe('employees')
  })

  test('are found by dataset, severity and code', async () => {
    expect(await listed({ dataset: 'absences' })).toEqual([missing])
    expect(await listed({ code: 'DATE_UNREADABLE', dataset: 'absences' })).toEqual([])
    expect(await listed({ severity: 'error' })).toHaveLength(121)
    expect((await api.call('GET', `${base}/issues?code=NO_SUCH_CODE`)).status).toBe(400)
  })

  test('are a table with a line for each row', async () => {
    const response = await fetch(`${api.url}${base}/issues.csv?dataset=absences`, {
      headers: { authorization: `Bearer ${api.apiKey}` },
    })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await response.text()).toBe(
      'dataset,row,severity,code,column,message,done,fix,example,rows in all\r\nabsences,7,error,ID_MISSING,,No id.,"The row was left out; what is stored of it stays as it was.",Give one.,,1\r\n',
    )
  })
})

test('a table runs no formulas, and quotes what would break its lines', () => {
  const message = '=HYPERLINK("http://x"), he said'
  const csv = issuesCsv([{ ...issue('FILE_EMPTY', say('fileBlank')), message, fix: 'Line\nbreak', example: '@cmd' }])
  expect(csv.split('\r\n')[1]).toBe(
    `,,error,FILE_EMPTY,,"'=HYPERLINK(""http://x""), he said",Nothing of the file was applied.,"Line\nbreak",'@cmd,`,
  )
})

test.each([
  ['-2+3', "'-2+3"],
  ['a;=1+1', `"a;'=1+1"`],
  ['a\n\t@SUM(1)', `"a\n\t'@SUM(1)"`],
  ['\uff1d1+1', "'\uff1d1+1"],
  ['a-b, c=d', '"a-b, c=d"'],
])('a cell %j of a table is %s', (example, shown) => {
  const csv = issuesCsv([{ ...issue('FILE_EMPTY', say('fileBlank')), message: '', fix: '', example }])
  expect(csv).toContain(`.,,${shown},\r\n`)
})
