import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

/** How the files of a workplace are read. */
export const mappings: Readonly<Record<Dataset, Mapping>> = {
  employees: {
    dataset: 'employees',
    id: { columns: ['id'] },
    fields: {
      first_name: column('name'),
      'manager.remote_id': column('manager'),
      'work_location.remote_id': column('site'),
      'work_location.name': column('site_name'),
      'department.name': column('department'),
      start_date: column('start'),
    },
  },
  employments: {
    dataset: 'employments',
    id: { columns: ['employee', 'since'] },
    fields: {
      'employee.remote_id': column('employee'),
      effective_date: column('since'),
      job_title: column('title'),
      pay_rate: column('pay'),
    },
  },
  absences: {
    dataset: 'absences',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column('employee'), 'type.name': column('type'), start_date: column('start') },
  },
  time_off_balances: {
    dataset: 'time_off_balances',
    id: { columns: ['employee', 'type'] },
    fields: {
      'employee.remote_id': column('employee'),
      'type.name': column('type'),
      'type.unit': column('unit'),
      balance: column('left'),
    },
  },
  groups: {
    dataset: 'groups',
    id: { columns: ['id'] },
    fields: { name: column('name'), type: column('type'), 'parent.remote_id': column('parent') },
  },
  legal_entities: { dataset: 'legal_entities', id: { columns: ['id'] }, fields: { name: column('name') } },
  locations: {
    dataset: 'locations',
    id: { columns: ['id'] },
    fields: { name: column('name'), 'address.city': column('city') },
  },
  absence_types: {
    dataset: 'absence_types',
    id: { columns: ['id'] },
    fields: { name: column('name'), unit: column('unit') },
  },
  timesheets: {
    dataset: 'timesheets',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column('employee'), date: column('date'), payable_hours: column('hours') },
  },
}
