import { describe, expect, it } from 'vitest'
import { ColumnsSchema } from '#core/control/columns.ts'
import { expiredSince, readConfiguration } from '#core/control/configuration.ts'
import { listDocuments, readDocument, updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import {
  chorePartition,
  columnsKey,
  environmentKey,
  filePartition,
  integrationKey,
  mappingKey,
  scopeConfigKey,
} from '#core/control/keys.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const dayMs = 24 * 60 * 60 * 1000

const first = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01', '2,Bob,1,B,Bern,Research,2021-01-01'])
const second = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01', '2,Bobby,1,B,Bern,Research,2021-01-01'])

/** A workplace where files are kept for so many days. */
const keeping = async (rawFileDays: number | null) => {
  const work = await openWorkplace()
  await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays })
  return work
}
const pushed = async (work: Workplace, name: string, csv: string, at?: number) =>
  work.run(await work.deliver(name, csv, at))

/** Whether the bytes of each file are still there, by state, oldest first. */
const files = async (work: Workplace) => {
  const found = await Array.fromAsync(listDocuments(work.control, filePartition(integrationId), ExportFileSchema))
  return Promise.all(
    found.map(async ({ id, state, archive }) => {
      const object = await work.archive.head({ key: `files/${integrationId.replace(':', '/')}/${id}` })
      expect(object === undefined).toBe(archive === null)
      return [state, archive !== null] as const
    }),
  )
}
const upkeepChores = async (work: Workplace) =>
  (await work.control.query({ pk: chorePartition })).documents
    .map(({ value }) => value as { kind: string; dueAt: number })
    .filter(({ kind }) => kind === 'upkeep')
const nameOf = async (work: Workplace, id: string) =>
  JSON.parse((await work.stored()).get(`hris_employees ${id}`)?.body ?? 'null')?.first_name

let runs = 0
const sync = (work: Workplace, reason: 'scope' | 'mapping' | 'fields' | 'forced') => {
  runs += 1
  return work.run({ kind: 'sync', integrationId, syncId: `retention-${runs}`, reason })
}

describe('files that are kept for a number of days', () => {
  it('go so long after the sync that judged them, but for those that the records are made of', async () => {
    const work = await keeping(3)
    await pushed(work, 'employees.csv', first)
    await pushed(work, 'employees.csv', second)
    const [chore] = await upkeepChores(work)
    expect(chore?.dueAt).toBeGreaterThan(work.now() + 2.9 * dayMs)
    work.pass(2.9 * dayMs)
    await work.upkeep()
    expect(await files(work)).toEqual([
      ['ACCEPTED', true],
      ['ACCEPTED', true],
    ])
    work.pass(0.2 * dayMs)
    await work.upkeep()
    expect(await files(work)).toEqual([
      ['ACCEPTED', false],
      ['ACCEPTED', true],
    ])
  })

  it('go also where a copy was made twice', async () => {
    const work = await keeping(0)
    const message = await work.deliver('employees.csv', first)
    const [file] = await Array.fromAsync(listDocuments(work.control, filePartition(integrationId), ExportFileSchema))
    await work.archive.put(file?.archive?.key ?? '', new TextEncoder().encode(first))
    await work.run(message)
    expect(await files(work)).toEqual([['ACCEPTED', false]])
  })

  it('stay without end where no number is set', async () => {
    const work = await keeping(null)
    await pushed(work, 'employees.csv', first)
    await pushed(work, 'employees.csv', second)
    work.pass(10_000 * dayMs)
    await work.upkeep()
    expect(await files(work)).toEqual([
      ['ACCEPTED', true],
      ['ACCEPTED', true],
    ])
  })

  it('stay while they wait for the approval of their mapping', async () => {
    const work = await keeping(0)
    const key = integrationKey(integrationId)
    await updateDocument(work.control, key, IntegrationSchema, (each) => ({ ...each, mappings: {} }))
    await pushed(work, 'employees.csv', first)
    work.pass(30 * dayMs)
    await work.upkeep()
    expect(await files(work)).toEqual([['QUEUED', true]])
    const mappings = { employees: { approved: 1, latest: 1 } }
    await updateDocument(work.control, key, IntegrationSchema, (each) => ({ ...each, mappings }))
    await sync(work, 'mapping')
    expect(await files(work)).toEqual([['ACCEPTED', false]])
    expect(await nameOf(work, '2')).toBe('Bob')
  })

  it('stay while a plan is unfinished', async () => {
    const work = await keeping(0)
    await pushed(work, 'employees.csv', first)
    const message = await work.deliver('employees.csv', second)
    const broken = { ...work.ports.records, write: () => Promise.reject(new Error('the table is gone')) }
    await expect(work.run(message, { ...work.ports, records: broken })).rejects.toThrow('the table is gone')
    await work.upkeep()
    expect((await work.state()).pending).not.toBeNull()
    expect(await files(work)).toEqual([
      ['ACCEPTED', false],
      ['QUEUED', true],
    ])
    await work.run(message)
    expect(await nameOf(work, '2')).toBe('Bobby')
  })
})

describe('without the file that the records are made of', () => {
  const approve = async (work: Workplace) => {
    const document = await work.control.get(mappingKey(integrationId, 'employees', 1))
    const before = document?.value as { mapping: { fields: object } }
    const fields = { ...before.mapping.fields, first_name: [{ from: 'column', column: 'department' }] }
    const after = { ...before, version: 2, mapping: { ...before.mapping, fields } }
    await work.control.create(mappingKey(integrationId, 'employees', 2), after)
    await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
      ...each,
      mappings: { ...each.mappings, employees: { approved: 2, latest: 2 } },
    }))
  }

  it('another mapping changes nothing before the next upload, and the report says so', async () => {
    const work = await keeping(0)
    await pushed(work, 'employees.csv', first)
    await approve(work)
    const report = await sync(work, 'mapping')
    expect(report).toMatchObject({
      state: 'SUCCEEDED',
      datasets: [{ dataset: 'employees', outcome: 'unchanged', issues: [{ code: 'FILE_NOT_KEPT' }] }],
    })
    expect(await nameOf(work, '2')).toBe('Bob')
    await pushed(work, 'employees.csv', first)
    expect(await nameOf(work, '2')).toBe('Research')
  })

  it('the same bytes again change nothing, and another file is applied as ever', async () => {
    const work = await keeping(0)
    await pushed(work, 'employees.csv', first)
    const before = await work.stored()
    await pushed(work, 'employees.csv', first)
    expect(await work.stored()).toEqual(before)
    await pushed(work, 'employees.csv', second)
    expect(await nameOf(work, '2')).toBe('Bobby')
  })

  it('what is turned off goes at the next sync, and the data counts as expired until the next upload', async () => {
    const work = await keeping(0)
    await pushed(work, 'employees.csv', first)
    const settings = { 'hris_employees.first_name': 'DISABLED' }
    const config = { id: 'default', name: 'Default', settings, required: [], createdAt: 0, changedAt: work.now() }
    await work.control.create(scopeConfigKey('default'), config)
    await sync(work, 'scope')
    expect(await nameOf(work, '2')).toBeNull()
    const written = await work.stored()
    await sync(work, 'scope')
    expect(await work.stored()).toEqual(written)
    const since = async () => {
      const integration = await readDocument(work.control, integrationKey(integrationId), IntegrationSchema)
      if (!integration) throw new Error('the integration is gone')
      return expiredSince(await readConfiguration(work.control, integration, work.now()), await work.state())
    }
    expect(await since()).not.toBeNull()
    await pushed(work, 'employees.csv', second)
    expect(await since()).toBeNull()
    expect(await nameOf(work, '2')).toBeNull()
  })

  it('cells that are not passed through any more go at the next sync, and nothing else does', async () => {
    const work = await keeping(0)
    await pushed(work, 'employees.csv', first)
    const pass = (passthrough: boolean, ...keys: readonly string[]) =>
      updateDocument(work.control, columnsKey(integrationId, 'employees'), ColumnsSchema, (each) => ({
        ...each,
        columns: each.columns.map((column) => (keys.includes(column.key) ? { ...column, passthrough } : column)),
      }))
    await pass(true, 'name', 'site')
    await pushed(work, 'employees.csv', second)
    await pass(false, 'name')
    await sync(work, 'fields')
    const { first_name, integration_fields } = JSON.parse((await work.stored()).get('hris_employees 2')?.body ?? '')
    expect({ first_name, integration_fields }).toMatchObject({
      first_name: 'Bobby',
      integration_fields: [{ key: 'site', value: 'B' }],
    })
    const written = await work.stored()
    await sync(work, 'fields')
    expect(await work.stored()).toEqual(written)
  })

  it('a place that only they still mention keeps no file but that of the places, until they come again', async () => {
    const work = await keeping(0)
    const places = 'id,name,city\nB,Bern,Bern\nZ,Zug,Zug\n'
    await pushed(work, 'locations.csv', places)
    await pushed(work, 'employees.csv', first)
    await pushed(work, 'locations.csv', places.replace('B,Bern,Bern\n', ''))
    await pushed(work, 'absences.csv', 'id,employee,type,start\n1,1,Sick,2026-01-01\n')
    expect((await files(work)).map(([, isKept]) => isKept)).toEqual([false, false, true, false])
    await pushed(work, 'employees.csv', second)
    expect((await work.state()).pending).toBeNull()
    expect((await files(work)).map(([, isKept]) => isKept)).not.toContain(true)
    expect(JSON.parse((await work.stored()).get('hris_locations B')?.body ?? '')).toMatchObject({ address: null })
  })

  it('hours that come late lie beneath what is gone, so they are passed over', async () => {
    const work = await keeping(0)
    await pushed(work, 'employees.csv', first)
    const hours = (day: string, count: number) => `id,employee,date,hours\nt-${day},1,${day},${count}`
    await pushed(work, 'timesheets.csv', hours('2026-01-02', 8))
    const late = await pushed(work, 'timesheets.csv', hours('2026-01-02', 2), Date.UTC(2020, 0, 1))
    expect(late.state).toBe('SUCCEEDED')
    expect((await files(work)).map(([state]) => state).toSorted()).toEqual(['ACCEPTED', 'ACCEPTED', 'SUPERSEDED'])
    const record = (await work.stored()).get('hris_timesheets t-2026-01-02')
    expect(JSON.parse(record?.body ?? '{}').payable_hours).toBe(8)
    await pushed(work, 'timesheets.csv', hours('2026-01-03', 4))
    expect((await work.stored()).has('hris_timesheets t-2026-01-03')).toBe(true)
  })
})
