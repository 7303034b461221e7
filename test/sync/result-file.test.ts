import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ChoreSchema } from '#core/control/chore.ts'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { chorePartition, filePartition, integrationKey } from '#core/control/keys.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const user = integrationId.slice('sftp:'.length)
const good = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01'])
const bad = employeesCsv([
  '1,Ada,,B,Bern,Research,2020-01-01',
  '2,Bob,,B,Bern,Research,"=1+1"',
  ',Eve,,B,Bern,R,2020-01-01',
])

const open = async (settings: Partial<Integration> = { resultFiles: true }) => {
  const work = await openWorkplace()
  await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
    ...each,
    ...settings,
  }))
  const ports = { ...work.ports, folders: work.landing }
  const push = async (name: string, csv: string) => work.run(await work.deliver(name, csv), ports)
  return { work, ports, push }
}

const textOf = async ({ landing }: Workplace, name: string) => {
  const body = await landing.open({ key: `${user}/${name}` })
  return (
    body &&
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(ReadableStream.from(body)).arrayBuffer())
  )
}

const namesIn = async ({ landing }: Workplace) =>
  (await Array.fromAsync(landing.list(`${user}/`))).map(({ key }) => key.slice(user.length + 1))

describe('the result of a file', () => {
  it('lies beside it, with its totals, what was wrong, what was done and what to do', async () => {
    const { work, push } = await open()
    await push('export/employees-2026-01-01.csv', bad)
    const [header, total, ...issues] =
      (await textOf(work, 'export/employees-2026-01-01.result.csv'))?.split('\r\n') ?? []
    expect(header).toBe('\ufeffdataset,row,severity,code,column,message,done,fix,example,rows in all')
    expect(total).toContain('employees,,total,APPLIED,,"3 rows, 2 left out. Records: ')
    expect(total).toContain('Issues: 2 error, 0 warning, 0 info.')
    expect(issues.map((each) => each.split(',').slice(0, 5).join())).toEqual(
      expect.arrayContaining(['employees,3,error,DATE_UNREADABLE,start', 'employees,4,error,ID_MISSING,id']),
    )
    expect(issues.join()).toContain('The row was left out; what is stored of it stays as it was.')
  })

  it('runs nothing in a spreadsheet', async () => {
    const { work, push } = await open()
    await push('employees.csv', bad)
    expect(await textOf(work, 'employees.result.csv')).toContain(",'=1+1,")
  })

  it('says so too when nothing was applied, and when the file is the same as the last', async () => {
    const { work, push } = await open()
    await push('employees.csv', 'name\nAda')
    expect(await textOf(work, 'employees.result.csv')).toMatch(
      /total,REFUSED,.*ID_COLUMN_MISSING.*Nothing of the file was applied\./s,
    )
    await push('employees.csv', good)
    expect(await textOf(work, 'employees.result.csv')).toContain(
      'total,APPLIED,,"1 rows, 0 left out. Records: 1 created',
    )
    await push('employees.csv', good)
    expect(await textOf(work, 'employees.result.csv')).toContain(
      'total,APPLIED,,"1 rows, 0 left out. Records: 0 created',
    )
  })

  it('says so too of a file that was refused while an older one was applied', async () => {
    const { work, ports } = await open()
    await work.deliver('employees-1.csv', good)
    const sync = await work.run(await work.deliver('employees-2.csv', 'name\nAda'), ports)
    expect(await textOf(work, 'employees-1.result.csv')).toContain('total,APPLIED')
    expect(await textOf(work, 'employees-2.result.csv')).toContain('ID_COLUMN_MISSING')
    expect(sync.datasets[0]?.issues[0]).toMatchObject({
      file: 'employees-2.csv',
      message: expect.stringMatching(/^employees-2\.csv: /),
    })
  })

  it('is put there only if the integration wants it', async () => {
    const { work, push } = await open({})
    await push('employees.csv', bad)
    expect(await namesIn(work)).toEqual(['employees.csv'])
  })

  it.each([
    ['employees.csv', { mustBeEncrypted: true }],
    ['employees.csv.pgp', {}],
  ])(
    'quotes nothing of a file that came encrypted: %s %j',
    async (name, { mustBeEncrypted }: { mustBeEncrypted?: boolean }) => {
      const { work, push } = await open({ resultFiles: true, ...(mustBeEncrypted ? { pgp: 'required' } : {}) })
      await push(name, bad)
      const text = await textOf(work, 'employees.result.csv')
      expect(text).toContain(mustBeEncrypted ? 'total,REFUSED' : 'total,APPLIED')
      expect(text).not.toContain('1+1')
    },
  )

  it('is no export: it leaves no trace when it lands', async () => {
    const { work, push } = await open()
    await push('employees.csv', bad)
    const before = work.sent.length
    await work.deliver('employees.result.csv', (await textOf(work, 'employees.result.csv')) ?? '')
    expect(work.sent).toHaveLength(before)
    expect((await work.control.query(filePartition(integrationId))).documents).toHaveLength(1)
  })

  it.each([
    ['de', ';'],
    ['en', ','],
  ] as const)('is no export under another name either, as spreadsheets in %s take it', async (language, delimiter) => {
    const { work, push } = await open({ resultFiles: true, language })
    await push('employees.csv', bad)
    const result = (await textOf(work, 'employees.result.csv')) ?? ''
    expect(result).toContain(`\ufeffdataset${delimiter}row${delimiter}`)
    await push('employees.csv', result.replace('dataset', '"dataset"'))
    expect(await textOf(work, 'employees.result.csv')).toContain('FORMAT_NOT_SUPPORTED')
  })

  it('is taken away after two weeks, and only it', async () => {
    const { work, push } = await open()
    await push('employees.csv', bad)
    const tidy = createHousekeeping({ ...work, landingQueue: { send: async () => undefined }, log: () => undefined })
    work.pass(13 * 24 * 60 * 60 * 1000)
    await tidy()
    expect(await namesIn(work)).toEqual(['employees.result.csv'])
    work.pass(2 * 24 * 60 * 60 * 1000)
    await tidy()
    expect(await namesIn(work)).toEqual([])
    const { documents } = await work.control.query({ pk: chorePartition })
    expect(documents.map(({ value }) => v.parse(ChoreSchema, value).kind)).not.toContain('clean-landing')
  })

  it('that cannot be put there holds up nothing else', async () => {
    const { work, ports } = await open()
    const failing = { ...work.landing, put: () => Promise.reject(new Error('no room')) }
    const events: string[] = []
    const log = (event: string) => void events.push(event)
    const sync = await work.run(await work.deliver('employees.csv', bad), { ...ports, folders: failing, log })
    expect(sync.endedAt).not.toBeNull()
    expect(events).toContain('RESULT_FAILED')
    expect(work.told.map(({ body }) => JSON.parse(body).event.type)).toContain('sync-finished')
  })
})
