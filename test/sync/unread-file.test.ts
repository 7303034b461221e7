import { expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { employeesCsv, integrationId, openWorkplace } from './workplace.ts'
import { mappings } from './workplace-mappings.ts'

const mappingChanged = { kind: 'sync', integrationId, syncId: 'again', reason: 'mapping' } as const

const employeesAs = (delimiter: string, start: string) =>
  ['id', 'name', 'manager', 'site', 'site_name', 'department', 'start'].join(delimiter) +
  `\n${['1', `Ada${start}`, '', 'B', 'Bern', 'Research', '2020-01-01'].join(delimiter)}\n`

it.each([
  ['that looks binary', employeesAs(',', '\u0002\u0003\u0004\u0005'), 'FILE_BINARY', { encoding: 'utf-8' }],
  ['whose delimiter nobody finds', employeesAs('#', ''), 'MAPPING_NOT_APPROVED', { delimiter: '#', headerRow: 1 }],
  [
    'whose names stand where none are looked for',
    `a@b.example\n${employeesAs(',', '')}`,
    'MAPPING_NOT_APPROVED',
    { headerRow: 2 },
  ],
] as const)(
  'a first file %s is applied once somebody says how it is read, without another upload',
  async (_, text, code, dialect) => {
    const work = await openWorkplace()
    const set = (each: Integration) => ({ ...each, mappings: {} })
    await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, set)
    const message = await work.deliver('employees.csv', text)
    const first = await work.run(message)
    expect(first.state).toBe('FAILED')
    expect(first.datasets[0]?.issues[0]).toMatchObject({ code })
    await work.approveAs({ ...mappings.employees, dialect })
    const again = await work.run(mappingChanged)
    expect(again.datasets).toMatchObject([{ outcome: 'applied', counts: { created: 1 } }])
  },
)

it('a file whose dates turned round changes nothing, and is applied once the mapping says so', async () => {
  const work = await openWorkplace()
  const withFormat = (dateFormat: string) => ({
    ...mappings.employees,
    fields: { ...mappings.employees.fields, start_date: [{ from: 'column', column: 'start', dateFormat } as const] },
  })
  const file = (...dates: readonly string[]) =>
    employeesCsv(dates.map((date, i) => `${i},Ada,,B,Bern,Research,${date}`))
  await work.approveAs(withFormat('dd/MM/yyyy'))
  await work.run(await work.deliver('employees.csv', file('31/12/2019', '01/02/2020')))
  const turned = await work.run(await work.deliver('employees.csv', file('12/31/2019', '02/01/2020')))
  expect(turned.datasets).toMatchObject([{ outcome: 'refused' }])
  expect(turned.datasets[0]?.issues[0]).toMatchObject({ code: 'DATE_ORDER_CHANGED', rows: [2], column: 'start' })
  await work.approveAs(withFormat('MM/dd/yyyy'))
  const again = await work.run(mappingChanged)
  expect(again.datasets).toMatchObject([{ outcome: 'applied', counts: { created: 0, updated: 0, unchanged: 2 } }])
})
