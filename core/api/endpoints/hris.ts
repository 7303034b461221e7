import type * as v from 'valibot'
import type { Descriptions } from '../description.ts'
import { pageOf } from '../description.ts'
import type { ListName } from '../filters.ts'
import { listParameters } from '../list-query.ts'
import {
  AbsenceSchema,
  AbsenceTypeSchema,
  EmployeeSchema,
  EmploymentSchema,
  GroupSchema,
  LegalEntitySchema,
  LocationSchema,
  TimeOffBalanceSchema,
  TimesheetSchema,
} from './hris-models.ts'

const list = <Item extends v.GenericSchema>(name: ListName, what: string, item: Item) => ({
  summary: `List ${what}`,
  integrationHeader: true as const,
  query: listParameters(name),
  data: pageOf(item),
  personal: true as const,
})

const noModel = (what: string) => ({
  summary: `${what}: files do not carry them`,
  integrationHeader: true as const,
  data: null,
})

const noAction = (what: string) => ({
  summary: `${what}: nothing can be written back to a file`,
  integrationHeader: true as const,
  data: null,
  audit: null,
})

export const hrisDescriptions = {
  'GET /v1/hris/employees': list('employees', 'employees', EmployeeSchema),
  'GET /v1/hris/employments': list('employments', 'employments', EmploymentSchema),
  'GET /v1/hris/groups': list('groups', 'groups', GroupSchema),
  'GET /v1/hris/teams': { ...list('teams', 'groups under their former name', GroupSchema), deprecated: true },
  'GET /v1/hris/legal-entities': list('legal-entities', 'legal entities', LegalEntitySchema),
  'GET /v1/hris/locations': list('locations', 'work locations', LocationSchema),
  'GET /v1/hris/absence-types': list('absence-types', 'types of absences', AbsenceTypeSchema),
  'GET /v1/hris/absences': list('absences', 'absences', AbsenceSchema),
  'GET /v1/hris/time-off-balances': list('time-off-balances', 'time off balances', TimeOffBalanceSchema),
  'GET /v1/hris/timesheets': list('timesheets', 'timesheets', TimesheetSchema),
  'GET /v1/hris/staffing-entities': noModel('Staffing entities'),
  'GET /v1/hris/performance-reviews': noModel('Performance reviews'),
  'GET /v1/hris/performance-review-cycles': noModel('Performance review cycles'),
  'GET /v1/hris/employee-document-categories': noModel('Categories of documents'),
  'GET /v1/hris/skills': noModel('Skills'),
  'GET /v1/hris/employee-skill-assignments': noModel('Skills of employees'),
  'POST /v1/hris/absences': noAction('Create an absence'),
  'DELETE /v1/hris/absences/{absence_id}': noAction('Delete an absence'),
  'POST /v1/hris/employees': { ...noAction('Create an employee'), deprecated: true },
  'GET /v1/hris/employees/form': noAction('The form for a new employee'),
  'POST /v1/hris/employees/form': noAction('Create an employee by form'),
  'PATCH /v1/hris/employees/{employee_id}': noAction('Change an employee'),
  'POST /v1/hris/employees/{employee_id}/documents': noAction('Add a document to an employee'),
  'POST /v1/hris/skills': noAction('Create a skill'),
  'PATCH /v1/hris/skills/{skill_id}': noAction('Change a skill'),
  'DELETE /v1/hris/skills/{skill_id}': noAction('Delete a skill'),
  'POST /v1/hris/provisioning-groups/default/diff': noAction('Whom to give access to the app'),
  'POST /v1/hris/provisioning-groups/default/setup-links': { ...noAction('Choose who gets access'), deprecated: true },
} as const satisfies Partial<Descriptions>
