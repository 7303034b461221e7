import { describe, expect, it } from 'vitest'
import { changeMapping } from '#core/control/change-mapping.ts'
import { ColumnsSchema, columnsOf, readColumns } from '#core/control/columns.ts'
import type { CustomField } from '#core/control/custom-field.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { columnsKey, customFieldKey, integrationKey, scopeConfigKey } from '#core/control/keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { ScopeSetting } from '#core/scope/scope.ts'
import { integrationId, openWorkplace, type Workplace } from './workplace.ts'

const staff = 'id,name,Shoe size,Badge\n1,Ada,38, A1 \n2,Bob,,B2\n'
const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))
const body = async (work: Workplace, name: string) => JSON.parse((await work.stored()).get(name)?.body ?? 'null')
const customFields = async (work: Workplace, id: string) => (await body(work, `hris_employees ${id}`)).custom_fields

let runs = 0
const rerun = (work: Workplace) => {
  runs += 1
  return work.run({ kind: 'sync', integrationId, syncId: `fields-${runs}`, reason: 'fields' })
}

const define = (work: Workplace, key: string, parts: Partial<CustomField> = {}) =>
  work.control.create(customFieldKey(parts.model ?? 'hris_employees', key), {
    ...{ id: key, key, model: 'hris_employees', label: null, description: null, aliases: [] },
    ...{ createdAt: 0, changedAt: 0, ...parts },
  })

const mapTo = async (work: Workplace, key: string, column: string, dataset: Dataset = 'employees') => {
  const integration = await readDocument(work.control, integrationKey(integrationId), IntegrationSchema)
  if (!integration) throw new Error('no integration')
  const source = { from: 'column' as const, column }
  const fields = { [`custom_fields.${key}`]: [source] }
  return changeMapping(
    work.control,
    integration,
    dataset,
    (mapping) => ({ ...mapping, fields: { ...mapping.fields, ...fields } }),
    work.now(),
  )
}

const passThrough = (work: Workplace, key: string, passthrough: boolean, dataset: Dataset = 'employees') =>
  updateDocument(work.control, columnsKey(integrationId, dataset), ColumnsSchema, (each) => ({
    ...each,
    columns: each.columns.map((column) => (column.key === key ? { ...column, passthrough } : column)),
  }))

const setScope = (work: Workplace, settings: Readonly<Record<string, ScopeSetting>>) =>
  work.control.create(scopeConfigKey('default'), {
    ...{ id: 'default', name: 'Default', settings, required: [], createdAt: 0, changedAt: work.now() },
  })

/** Employees with every column that these tests look at. */
const open = async () => {
  const work = await openWorkplace()
  await work.approveAs({
    dataset: 'employees',
    id: { columns: ['id'] },
    fields: { first_name: [{ from: 'column', column: 'name' }] },
  })
  return work
}

describe('a custom field', () => {
  it('shows the cells of the column that it is mapped to, without another upload', async () => {
    const work = await open()
    await pushed(work, 'employees.csv', staff)
    expect(await customFields(work, '1')).toEqual({})
    await define(work, 'shoe_size')
    await mapTo(work, 'shoe_size', 'Shoe size')
    const sync = await rerun(work)
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { updated: 2, removed: 0 } }] })
    expect(await customFields(work, '1')).toEqual({ shoe_size: '38' })
    expect(await customFields(work, '2')).toEqual({ shoe_size: null })
  })

  it('needs no mapping where a column is called by an alias', async () => {
    const work = await open()
    await define(work, 'badge', { aliases: ['Ausweis', 'badge'] })
    await pushed(work, 'employees.csv', staff)
    expect(await customFields(work, '1')).toEqual({ badge: 'A1' })
    await pushed(work, 'employees.csv', staff.replace('Badge', 'Other'))
    expect(await customFields(work, '1')).toEqual({})
  })

  it('that is to be filled from nothing is not filled by its alias', async () => {
    const work = await open()
    await define(work, 'badge', { aliases: ['badge'] })
    await work.approveAs({
      dataset: 'employees',
      id: { columns: ['id'] },
      fields: { 'custom_fields.badge': [{ from: 'constant', value: '' }] },
    })
    await pushed(work, 'employees.csv', staff)
    expect(await customFields(work, '1')).toEqual({})
  })

  it('takes its values out of all records when its definition is removed', async () => {
    const work = await open()
    await define(work, 'badge')
    await mapTo(work, 'badge', 'Badge')
    await pushed(work, 'employees.csv', staff)
    expect(await customFields(work, '2')).toEqual({ badge: 'B2' })
    await work.control.remove(customFieldKey('hris_employees', 'badge'))
    expect(await rerun(work)).toMatchObject({ datasets: [{ counts: { updated: 2 } }] })
    expect(await customFields(work, '2')).toEqual({})
  })

  it('changes nothing for records of another model', async () => {
    const work = await open()
    await pushed(work, 'employees.csv', staff)
    await define(work, 'badge', { model: 'hris_timesheets', aliases: ['Badge'] })
    expect((await rerun(work)).datasets).toEqual([])
  })

  it('shows in employments too, also inside the employee', async () => {
    const work = await open()
    await define(work, 'grade', { model: 'hris_employments', aliases: ['Grade'] })
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'employments.csv', 'employee,since,title,pay,grade\n1,2020-01-01,Dev,1,E13\n')
    expect(await body(work, 'hris_employments 1|2020-01-01')).toMatchObject({ custom_fields: { grade: 'E13' } })
    expect((await body(work, 'hris_employees 1')).employments).toMatchObject([{ custom_fields: { grade: 'E13' } }])
  })

  it('takes nothing from a column that says what is turned off', async () => {
    const work = await open()
    await define(work, 'name', { aliases: ['name'] })
    await define(work, 'tax', { aliases: ['Tax ID'] })
    const csv = staff.replace('Badge', 'Tax ID')
    await pushed(work, 'employees.csv', csv)
    expect(await customFields(work, '1')).toEqual({ name: 'Ada', tax: 'A1' })
    await setScope(work, { 'hris_employees.first_name': 'DISABLED', 'hris_employees.tax_id': 'DISABLED' })
    await rerun(work)
    expect(await customFields(work, '1')).toEqual({})
  })

  it('is null when custom fields are turned off', async () => {
    const work = await open()
    await define(work, 'badge', { aliases: ['Badge'] })
    await pushed(work, 'employees.csv', staff)
    await setScope(work, { 'hris_employees.custom_fields': 'DISABLED' })
    await rerun(work)
    expect(await body(work, 'hris_employees 1')).toMatchObject({ custom_fields: null, first_name: 'Ada' })
  })
})

describe('the columns of a file', () => {
  const columns = async (work: Workplace) => columnsOf(await readColumns(work.control, integrationId), 'employees')

  it('are remembered with ids that stay, the newest file’s first', async () => {
    const work = await open()
    await pushed(work, 'employees.csv', staff)
    const before = await columns(work)
    expect(before.map(({ key, type }) => [key, type])).toEqual([
      ['id', 'DEFAULT'],
      ['name', 'CUSTOM'],
      ['Shoe size', 'CUSTOM'],
      ['Badge', 'CUSTOM'],
    ])
    await pushed(work, 'employees.csv', 'Badge,id,name\nA1,1,Ada\nB2,2,Bob\n')
    const after = await columns(work)
    expect(after.map(({ key }) => key)).toEqual(['Badge', 'id', 'name'])
    expect(after[0]).toEqual(before[3])
  })

  it('show their cells as they are while passthrough is on', async () => {
    const work = await open()
    await pushed(work, 'employees.csv', staff)
    await passThrough(work, 'Badge', true)
    const sync = await rerun(work)
    expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{ counts: { updated: 2 } }] })
    const id = (await columns(work)).find(({ key }) => key === 'Badge')?.id
    const field = { id, key: 'Badge', type: 'CUSTOM', value: ' A1 ', label: 'Badge' }
    expect((await body(work, 'hris_employees 1')).integration_fields).toEqual([field])
    await passThrough(work, 'Badge', false)
    await rerun(work)
    expect((await body(work, 'hris_employees 1')).integration_fields).toEqual([])
  })

  it('go with the definition and passthrough from those too whose row cannot be read, who are gone, and who show them', async () => {
    const work = await open()
    await define(work, 'shoe', { aliases: ['Shoe size'] })
    await define(work, 'wage', { model: 'hris_employments', aliases: ['Wage'] })
    const jobs = 'employee,since,title,pay,Wage\n1,2020-01-01,Dev,1,low\n2,2020-01-01,Dev,1,high\n'
    await pushed(work, 'employees.csv', staff.replace(',,B2', ',41,B2').concat('3,Eve,40,C3\n'))
    await passThrough(work, 'Badge', true)
    await rerun(work)
    await pushed(work, 'employments.csv', jobs)
    const kept = JSON.stringify([...(await work.stored()).values()])
    for (const value of ['38', '41', '40', 'B2', 'C3', 'high']) expect(kept).toContain(`\\"${value}\\"`)
    // Bob's rows say different things, and Eve is gone.
    await pushed(work, 'employees.csv', staff.replace(',,B2', ',41,B2').concat('2,Bobby,41,B2\n'))
    await pushed(work, 'employments.csv', jobs.replace('2,2020-01-01,Dev,1', '2,2020-01-01,Dev,much'))
    await passThrough(work, 'Badge', false)
    for (const key of [customFieldKey('hris_employees', 'shoe'), customFieldKey('hris_employments', 'wage')])
      await work.control.remove(key)
    const before = (await work.stored()).get('hris_employees 2')?.changedAt ?? 0
    await rerun(work)
    const texts = JSON.stringify([...(await work.stored()).values()])
    for (const value of ['38', '41', '40', 'A1', 'B2', 'C3', 'high']) expect(texts).not.toContain(`"${value}\\"`)
    expect(await body(work, 'hris_employees 2')).toMatchObject({ first_name: 'Bob', custom_fields: {} })
    expect((await work.stored()).get('hris_employees 2')?.changedAt).toBeGreaterThan(before)
    await passThrough(work, 'Badge', true)
    await pushed(work, 'employees.csv', staff)
    expect((await body(work, 'hris_employees 2')).integration_fields).toMatchObject([{ value: 'B2' }])
  })

  it('stay where only the rules of places change that employees show', async () => {
    const work = await open()
    await define(work, 'wage', { model: 'hris_employments', aliases: ['Wage'] })
    await pushed(work, 'employees.csv', staff)
    await pushed(work, 'locations.csv', 'id,name,city\nB,Bern,Bern\n')
    await pushed(work, 'employments.csv', 'employee,since,title,pay,Wage\n1,2020-01-01,Dev,1,low\n')
    await setScope(work, { 'hris_locations.name': 'DISABLED' })
    await rerun(work)
    expect((await body(work, 'hris_employees 1')).employments).toMatchObject([{ custom_fields: { wage: 'low' } }])
  })

  it('refuse no file when one that is passed through is missing', async () => {
    const work = await open()
    await pushed(work, 'employees.csv', staff)
    await passThrough(work, 'Badge', true)
    await pushed(work, 'employees.csv', 'id,name\n1,Ada\n2,Bob\n')
    expect((await body(work, 'hris_employees 1')).integration_fields).toEqual([])
    expect((await columns(work)).map(({ key, passthrough }) => [key, passthrough])).toContainEqual(['Badge', true])
    await pushed(work, 'employees.csv', staff)
    expect((await body(work, 'hris_employees 2')).integration_fields).toMatchObject([{ key: 'Badge', value: 'B2' }])
  })

  it('are passed through by no record while they say what is turned off', async () => {
    const work = await open()
    await pushed(work, 'employees.csv', staff)
    await passThrough(work, 'name', true)
    await passThrough(work, 'Badge', true)
    await setScope(work, { 'hris_employees.first_name': 'DISABLED' })
    await rerun(work)
    expect((await body(work, 'hris_employees 1')).integration_fields).toMatchObject([{ key: 'Badge' }])
  })
})
