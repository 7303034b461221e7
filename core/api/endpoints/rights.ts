import * as v from 'valibot'
import { AuditEntrySchema } from '#core/control/audit.ts'
import { ReceiptSchema } from '#core/control/receipt.ts'
import type { ModelId } from '#core/model/models.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'
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

const maxNameLength = 500
const maxReasonLength = 500
const named = v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxNameLength))

/** Whom a request is about. In the body, since neither belongs into the address of a request. */
export const PersonSchema = v.pipe(
  v.strictObject({
    id: v.optional(v.pipe(named, v.description('The `id` of the employee.'))),
    remote_id: v.optional(v.pipe(named, v.description('What the files call the employee, whether stored or not.'))),
    reason: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(),
      v.maxLength(maxReasonLength),
      v.description('For the audit log, which is kept: the number of a ticket, never the name of the person.'),
    ),
  }),
  v.check(({ id, remote_id }) => (id === undefined) !== (remote_id === undefined), 'names either id or remote_id'),
)

const ReceiptsQuerySchema = v.object({
  ...pageQuery.entries,
  integration_id: v.pipe(v.optional(v.string()), v.description('Only those of one integration, deleted or not.')),
})

const { id, kind, state, step, records, mentions, files, objects, documents } = ReceiptSchema.entries

const ShownReceiptSchema = v.strictObject({
  id,
  kind,
  integration_id: v.string(),
  state,
  step,
  requested_at: moment,
  started_at: v.nullable(moment),
  ended_at: v.nullable(moment),
  removed: v.strictObject({ records, mentions, files, objects, documents }),
  backups: v.pipe(
    v.array(v.strictObject({ what: v.string(), until: moment })),
    v.description('Copies that nobody reads, and when the last of them is gone.'),
  ),
})

const listed = <Model extends v.GenericSchema>(model: Model) => v.exactOptional(v.array(model))

/** As the lists of the API show them, those that were removed too. */
const RecordsSchema = v.strictObject({
  hris_legal_entities: listed(LegalEntitySchema),
  hris_locations: listed(LocationSchema),
  hris_teams: listed(GroupSchema),
  hris_absence_types: listed(AbsenceTypeSchema),
  hris_employments: listed(EmploymentSchema),
  hris_time_off_balances: listed(TimeOffBalanceSchema),
  hris_employees: listed(EmployeeSchema),
  hris_absences: listed(AbsenceSchema),
  hris_timesheets: listed(TimesheetSchema),
} satisfies Readonly<Record<ModelId, v.GenericSchema>>)

const ExportSchema = v.strictObject({
  exported_at: moment,
  records: RecordsSchema,
  rows: v.array(
    v.strictObject({
      file_id: v.string(),
      file_name: v.string(),
      received_at: moment,
      row: v.number(),
      cells: v.record(v.string(), v.string()),
    }),
  ),
  files_not_read: v.pipe(
    v.array(v.strictObject({ file_id: v.string(), file_name: v.string(), received_at: moment })),
    v.description('Kept files that could not be searched: without a mapping, not readable, or no time was left.'),
  ),
  audit: v.array(
    v.strictObject({
      id: v.string(),
      at: moment,
      action: v.string(),
      who: AuditEntrySchema.entries.who,
      reason: AuditEntrySchema.entries.reason,
    }),
  ),
})

export const rightsDescriptions = {
  'POST /manage/integrations/{integration_id}/erase-person': {
    summary: 'Erase all that is stored of one person, and store nothing of them any more',
    body: PersonSchema,
    data: ShownReceiptSchema,
    audit: 'person.erased',
    admin: true,
  },
  'POST /manage/integrations/{integration_id}/export-person': {
    summary: 'All that is stored of one person',
    body: PersonSchema,
    data: ExportSchema,
    audit: 'person.exported',
    admin: true,
  },
  'GET /manage/receipts': {
    summary: 'What was taken away for good: people who were erased, integrations that were purged; newest first',
    query: ReceiptsQuerySchema,
    data: pageOf(ShownReceiptSchema),
    admin: true,
  },
} as const satisfies Partial<Descriptions>
