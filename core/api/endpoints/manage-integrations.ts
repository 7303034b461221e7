import * as v from 'valibot'
import { AttentionSchema } from '#core/attention/attention.ts'
import { ListedStateSchema } from '#core/attention/listed-state.ts'
import { CadenceSchema } from '#core/cadence/cadence.ts'
import { CalendarSchema } from '#core/cadence/calendar.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import {
  FileWordsSchema,
  IntegrationSchema,
  MappingApproverSchema,
  PgpSchema,
  RemovalsApproverSchema,
} from '#core/control/integration.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { LimitSchema } from '#core/sync/limits.ts'
import { isTimeZone } from '#core/values/zoned-day.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'
import { EndUserSchema } from './integrations.ts'

const { id, language, mappings } = IntegrationSchema.entries

const states = ['ACTIVE', 'INVALID', 'INACTIVE'] as const
const setupStates = ['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED'] as const

const status = v.picklist(states)
const setupStatus = v.picklist(setupStates)

const longestHours = 366 * 24
const expectedEveryHours = v.pipe(
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestHours))),
  v.description(
    'How often an employees file is to come: after so many hours and a tenth more (at least one hour) the next one is late. Null: as it is learned, or as `cadences` say.',
  ),
)

/** What a guard lets go: up to a share, or less than a number of records. */
const limit = (what: string) =>
  v.pipe(
    v.nullable(LimitSchema),
    v.description(`${what} Held when they pass both the share and the number. Null: the default.`),
  )

/** The settings of guards, see docs/guards.md. */
const limits = {
  removal_limit: limit('Records that a file lacks, of those that are known.'),
  quarantine_limit: limit('Ids in rows that cannot be used, of those in the file: then its removals are held.'),
  drift_limit: limit('Known ids that a file lacks while it has as many new ones: then nothing of it is applied.'),
  swap_limit: limit(
    'Ids with another name, birth date and e-mail address at once: then nothing of the file is applied.',
  ),
}

const hideTerminations = v.pipe(
  v.boolean(),
  v.description(
    'Whether a `termination_date` shows only once its day has come. Records change by themselves on that day.',
  ),
)

const resultFiles = v.pipe(
  v.boolean(),
  v.description(
    'Whether a table of what became of each file is put back into the customer’s SFTP folder as `*.result.csv`, for two weeks.',
  ),
)

const fileWords = v.pipe(
  FileWordsSchema,
  v.description(
    'By which words the files of a dataset are named, beside the fixed ones, in any case: `full` or `delta`, a date, a time or a number may follow. A change holds for files that arrive from then on.',
  ),
)

const cadences = v.pipe(
  v.record(DatasetSchema, v.union([CadenceSchema, v.picklist(['learned', 'none'])])),
  v.description(
    'When the files of a dataset are to come: a cadence, `learned` (from five files on), or `none`. Those left out stay.',
  ),
)

const ExpectedFilesSchema = v.object({
  dataset: DatasetSchema,
  source: v.picklist(['set', 'learned']),
  cadence: v.pipe(v.nullable(CadenceSchema), v.description('Null while none is expected, or nothing is known.')),
  last_file: v.nullable(v.object({ id: v.string(), name: v.string(), received_at: moment })),
  expected_by: v.pipe(v.nullable(moment), v.description('From then on the next file is late.')),
  late_since: v.pipe(
    v.nullable(moment),
    v.description('Since when it is: `file-late` and a mail to the contacts went out, once.'),
  ),
})

const ShownIntegrationSchema = v.object({
  id,
  status,
  setup_status: setupStatus,
  state: v.pipe(ListedStateSchema, v.description('How it stands, in one word: what is most urgent, else healthy.')),
  is_sample: v.pipe(v.boolean(), v.description('Whether it is the sample that the dashboard makes, not a customer.')),
  end_user: EndUserSchema,
  username: v.string(),
  language,
  enable_field_mapping: v.boolean(),
  enable_filtering: v.boolean(),
  mapping_approver: v.pipe(
    MappingApproverSchema,
    v.description('Whether the vendor approves mappings, or the customer in the setup flow.'),
  ),
  removals_approver: v.pipe(
    RemovalsApproverSchema,
    v.description('Whether only the vendor decides about held removals, or the customer too, on their page.'),
  ),
  pgp: v.pipe(
    PgpSchema,
    v.description(
      'Whether the customer is shown a PGP key to encrypt files with, and whether only encrypted files are taken. A change holds for files that arrive from then on.',
    ),
  ),
  file_names: fileWords,
  result_files: resultFiles,
  hide_future_terminations: hideTerminations,
  time_zone: v.string(),
  ...limits,
  expected_every_hours: expectedEveryHours,
  calendar: CalendarSchema,
  expected_files: v.array(ExpectedFilesSchema),
  mappings,
  employees: v.pipe(v.nullable(v.number()), v.description('Of the last file that was applied; null before the first.')),
  last_file: v.nullable(
    v.object({
      id: v.string(),
      name: v.string(),
      state: ExportFileSchema.entries.state,
      received_at: moment,
    }),
  ),
  last_sync: v.nullable(
    v.object({
      id: v.string(),
      state: SyncSchema.entries.state,
      queued_at: moment,
      ended_at: v.nullable(moment),
      issues: v.number(),
      held: v.number(),
    }),
  ),
  created_at: moment,
})

const name = v.pipe(v.string(), v.trim(), v.toLowerCase())

export const ListIntegrationsSchema = v.object({
  ...pageQuery.entries,
  name: v.optional(v.pipe(name, v.description('Part of the name or origin id of the organization, or of the id.')), ''),
  status: v.optional(status),
  setup_status: v.optional(setupStatus),
  state: v.optional(ListedStateSchema),
  needs_attention: v.pipe(
    v.optional(v.picklist(['true', 'false'])),
    v.description('Whether somebody of your team has something to do.'),
  ),
  mapping_approver: v.optional(MappingApproverSchema),
})
export type ListIntegrations = v.InferOutput<typeof ListIntegrationsSchema>

/** What is left out stays; of `file_names` each dataset by itself, and an empty list ends them. */
export const ChangeIntegrationSchema = v.object({
  enable_field_mapping: v.optional(v.boolean()),
  enable_filtering: v.optional(v.boolean()),
  mapping_approver: v.optional(MappingApproverSchema),
  removals_approver: v.optional(RemovalsApproverSchema),
  pgp: v.optional(PgpSchema),
  file_names: v.optional(fileWords),
  result_files: v.optional(resultFiles),
  hide_future_terminations: v.optional(hideTerminations),
  time_zone: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'is no time zone; Europe/Berlin is one'))),
  removal_limit: v.optional(limits.removal_limit),
  quarantine_limit: v.optional(limits.quarantine_limit),
  drift_limit: v.optional(limits.drift_limit),
  swap_limit: v.optional(limits.swap_limit),
  expected_every_hours: v.optional(expectedEveryHours),
  cadences: v.optional(cadences),
  calendar: v.optional(CalendarSchema),
  reason: v.optional(v.string()),
})
export type ChangeIntegration = v.InferOutput<typeof ChangeIntegrationSchema>

export const manageIntegrationDescriptions = {
  'GET /manage/integrations': {
    summary: 'Integrations by name, with how they stand; a page may be short while there is a next one',
    query: ListIntegrationsSchema,
    data: pageOf(ShownIntegrationSchema),
  },
  'GET /manage/integrations/{integration_id}': {
    summary: 'One integration with its settings',
    data: ShownIntegrationSchema,
  },
  'GET /manage/integrations/{integration_id}/attention': {
    summary: 'What somebody should see to, the most urgent first',
    data: v.object({ results: v.array(AttentionSchema) }),
  },
  'PATCH /manage/integrations/{integration_id}': {
    summary: 'Change the settings of an integration',
    body: ChangeIntegrationSchema,
    data: ShownIntegrationSchema,
    audit: 'integration.changed',
  },
} as const satisfies Partial<Descriptions>
