import { describe, expect, it } from 'vitest'
import { templateOf } from '../../core/connect/template.ts'
import { checklistOf, columnsToSend, leftOutBefore } from '../../web/flow/data-points/checklist.ts'

type Model = Parameters<typeof checklistOf>[0]['models'][number]

const model = (id: string, wish: Partial<Model> = {}): Model => ({
  id,
  label: id,
  setting: 'ENABLED',
  required: false,
  opted_out: false,
  fields: [],
  ...wish,
})

const field = (id: string, wish: Partial<Model['fields'][number]> = {}): Model['fields'][number] => ({
  id,
  setting: 'ENABLED',
  required: false,
  opted_out: false,
  ...wish,
})

const fileOf = (dataset: 'employees' | 'absences', fields: readonly string[]) => ({
  dataset,
  file_name: `${dataset}.csv`,
  required_fields: [],
  optional_fields: [],
  columns: templateOf(dataset)
    .filter((column) => fields.includes(column.field))
    .map(({ dataPoints, examples, ...column }) => ({
      ...column,
      data_points: [...dataPoints],
      examples: [...examples],
    })),
})

const employees = fileOf('employees', ['remote_id', 'first_name', 'home_address.city', 'home_address.country'])
const models = [
  model('hris_employees', {
    fields: [field('first_name', { required: true }), field('home_address', { setting: 'OPTIONAL' })],
  }),
]

describe('the checklist', () => {
  it('shows the parts of an address as one thing, which the customer may leave out', () => {
    const [file] = checklistOf({ models, data_points: [employees] }, new Set(['hris_employees.home_address']))
    const address = file?.rows.find(({ id }) => id === 'home_address')
    expect(address).toMatchObject({ choice: 'hris_employees.home_address', isLeftOut: true, isRequired: false })
    expect(file && columnsToSend(file).map(({ name }) => name)).toEqual(['employee_id', 'first_name'])
  })

  it('fixes what a row cannot do without and what the vendor requires', () => {
    const [file] = checklistOf({ models, data_points: [employees] }, new Set())
    expect(file?.rows.filter(({ isRequired }) => isRequired).map(({ id }) => id)).toEqual(['id', 'first_name'])
    expect(file?.isRequired).toBe(true)
  })

  it('leaves out files of which nothing is wanted', () => {
    const absences = fileOf('absences', ['remote_id', 'employee.remote_id', 'start_date'])
    expect(
      checklistOf({ models, data_points: [employees, absences] }, new Set()).map(({ dataset }) => dataset),
    ).toEqual(['employees'])
  })

  it('lets the customer leave out a whole file whose model is optional', () => {
    const absences = fileOf('absences', ['remote_id', 'start_date'])
    const wanted = [model('hris_absences', { setting: 'OPTIONAL', fields: [field('start_date')] })]
    const [file] = checklistOf({ models: wanted, data_points: [absences] }, new Set(['hris_absences']))
    expect(file).toMatchObject({ choice: 'hris_absences', isLeftOut: true })
  })

  it('begins with what was left out before', () => {
    const before = [model('hris_absences', { opted_out: true, fields: [field('status', { opted_out: true })] })]
    expect(leftOutBefore(before)).toEqual(['hris_absences', 'hris_absences.status'])
  })
})
