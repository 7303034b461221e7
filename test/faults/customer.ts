import type { Integration } from '#core/control/integration.ts'
import { integrationKey, mappingKey } from '#core/control/keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

/** The HR system's tables: the columns of each export, and what the mapping makes of them. */
export const columns = {
  employees: ['id', 'name', 'manager', 'site', 'site_name', 'department', 'start'],
  employments: ['id', 'employee', 'title'],
  absences: ['id', 'employee', 'type', 'start'],
  time_off_balances: ['id', 'employee', 'type', 'left'],
  timesheets: ['id', 'employee', 'date', 'hours'],
  groups: ['id', 'name'],
  legal_entities: ['id', 'name'],
  locations: ['id', 'name'],
  absence_types: ['id', 'name'],
} as const satisfies Readonly<Record<Dataset, readonly string[]>>

const column = (name: string) => [{ from: 'column' as const, column: name }]

const mappings: readonly Mapping[] = [
  {
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
  {
    dataset: 'employments',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column('employee'), job_title: column('title') },
  },
  {
    dataset: 'absences',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column('employee'), 'type.name': column('type'), start_date: column('start') },
  },
  {
    dataset: 'time_off_balances',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column('employee'), 'type.name': column('type'), balance: column('left') },
  },
  {
    dataset: 'groups',
    id: { columns: ['id'] },
    fields: { name: column('name'), type: [{ from: 'constant', value: 'DEPARTMENT' }] },
  },
  { dataset: 'legal_entities', id: { columns: ['id'] }, fields: { name: column('name') } },
  { dataset: 'locations', id: { columns: ['id'] }, fields: { name: column('name') } },
  { dataset: 'absence_types', id: { columns: ['id'] }, fields: { name: column('name') } },
  {
    dataset: 'timesheets',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column('employee'), date: column('date'), payable_hours: column('hours') },
  },
]

const approved = { approved: 1, latest: 1 }

/** The SFTP user, and so the folder, of an integration. */
export const userOf = (integrationId: string): string => integrationId.slice('sftp:'.length)

/** Makes a connected customer whose mappings are approved. */
export const connectCustomer = async (control: ControlStore, integrationId: string): Promise<void> => {
  const integration: Integration = {
    id: integrationId,
    tool: 'sftp',
    category: 'HRIS',
    status: 'ACTIVE',
    endUser: { organizationName: 'Example', creatorEmail: null, originId: null },
    scopeConfigId: null,
    sftpUser: userOf(integrationId),
    publicKeys: [],
    language: 'en',
    enableFiltering: false,
    enableFieldMapping: false,
    mappings: Object.fromEntries(mappings.map(({ dataset }) => [dataset, approved])),
    createdAt: 0,
    deletedAt: null,
  }
  await control.create(integrationKey(integrationId), integration)
  for (const mapping of mappings) {
    const { dataset } = mapping
    const version = { integrationId, dataset, version: 1, mapping, origin: 'put', createdAt: 0, approvedAt: 0 }
    await control.create(mappingKey(integrationId, dataset, 1), version)
  }
}
