import type { Dataset } from '#core/files/datasets.ts'
import { type FieldType, isOtherManagerName, requiredFields, targetFields } from '#core/mapping/fields.ts'
import { pointsOfField } from '#core/scope/points-of-field.ts'
import { templateExamples } from './template-examples.ts'

/** A column of a file that could be sent. */
export type TemplateColumn = {
  readonly name: string
  readonly field: string
  readonly required: boolean
  /** The data points it fills: it is of use while all of them may be stored. */
  readonly dataPoints: readonly string[]
  /** One cell for each example row. */
  readonly examples: readonly string[]
}

/** What the column that tells rows apart is called. */
const idColumns: Readonly<Partial<Record<Dataset, string>>> = {
  employees: 'employee_id',
  employments: 'employment_id',
  absences: 'absence_id',
  time_off_balances: 'balance_id',
  timesheets: 'timesheet_id',
  groups: 'group_id',
  legal_entities: 'legal_entity_id',
  locations: 'location_id',
  absence_types: 'absence_type_id',
}

/** Names by which a field is known better than by its own. */
const columnNames: Readonly<Record<string, string>> = {
  display_full_name: 'full_name',
  remote_created_at: 'created_at',
  'employee.remote_id': 'employee_id',
  'manager.remote_id': 'manager_id',
  'type.remote_id': 'absence_type_id',
  'type.name': 'absence_type',
  'type.unit': 'absence_type_unit',
  'parent.remote_id': 'parent_id',
  'address.raw': 'address',
  'department.remote_id': 'department_id',
  'department.name': 'department',
  'team.remote_id': 'team_id',
  'team.name': 'team',
  'cost_center.remote_id': 'cost_center_id',
  'cost_center.name': 'cost_center',
  'legal_entity.remote_id': 'legal_entity_id',
  'legal_entity.name': 'legal_entity',
  'work_location.remote_id': 'work_location_id',
  'work_location.name': 'work_location',
  'bank_account.iban': 'iban',
  'bank_account.bic': 'bic',
  'bank_account.account_number': 'bank_account_number',
  'bank_account.holder_name': 'account_holder',
  'bank_account.bank_name': 'bank_name',
}

const addressOwners: readonly (readonly [string, string])[] = [
  ['home_address.', 'home_'],
  ['work_location.address.', 'work_'],
]
const addressNames: Readonly<Record<string, string>> = { street_1: 'street', raw: 'address' }

const nameOf = (field: string): string => {
  const owner = addressOwners.find(([prefix]) => field.startsWith(prefix))
  if (!owner) return columnNames[field] ?? field.replaceAll('.', '_')
  const part = field.slice(owner[0].length)
  return `${owner[1]}${addressNames[part] ?? part}`
}

const exampleRows = 2

const exampleOf = (type: FieldType, row: number): string => {
  switch (type.kind) {
    case 'open':
    case 'closed':
      return type.values[row % type.values.length] ?? ''
    case 'number':
      return String(8 + row)
    case 'boolean':
      return row % 2 === 0 ? 'true' : 'false'
    case 'date':
      return `2026-0${row + 1}-15`
    case 'datetime':
      return `2026-0${row + 1}-15T08:00:00Z`
    case 'time':
      return row % 2 === 0 ? '08:00:00' : '13:00:00'
    case 'email':
      return `person${row + 1}@example.com`
    case 'text':
      return `Example ${row + 1}`
  }
}

const rowNumbers = Array.from({ length: exampleRows }, (_, row) => row)

/** The columns of a file that gives everything a dataset can hold: its id first. */
export const templateOf = (dataset: Dataset): readonly TemplateColumn[] => {
  const own = Object.entries(targetFields[dataset]).filter(([field]) => !isOtherManagerName(field))
  const fields = own.map(([field, type]): TemplateColumn => {
    const known = templateExamples[field]
    return {
      name: nameOf(field),
      field,
      required: requiredFields[dataset].includes(field),
      dataPoints: pointsOfField(dataset, field),
      examples: rowNumbers.map((row) => known?.[row] ?? exampleOf(type, row)),
    }
  })
  const id: TemplateColumn = {
    name: idColumns[dataset] ?? 'id',
    field: 'remote_id',
    required: true,
    dataPoints: [],
    examples: rowNumbers.map((row) => `${1001 + row}`),
  }
  return [id, ...fields]
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A file with these columns and their example rows, as it could be uploaded. */
export const templateCsv = (columns: readonly Pick<TemplateColumn, 'name' | 'examples'>[]): string =>
  [columns.map(({ name }) => name), ...rowNumbers.map((row) => columns.map(({ examples }) => examples[row] ?? ''))]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('')
