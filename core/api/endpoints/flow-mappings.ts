import * as v from 'valibot'
import { MappingApproverSchema } from '#core/control/integration.ts'
import { MappingVersionSchema } from '#core/control/mapping-version.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { type Descriptions, moment } from '../description.ts'
import { setupSteps } from '../setup.ts'
import { fileSource, shownCell } from './flow-parts.ts'

const version = v.pipe(v.number(), v.integer(), v.minValue(0))
const revision = v.pipe(v.number(), v.integer(), v.minValue(1))

export const FlowDatasetSchema = v.object({ dataset: DatasetSchema })
export const PutMappingSchema = v.object({
  mapping: MappingSchema,
  based_on: v.pipe(
    version,
    v.description('The latest version that the page knew, 0 for none: when there is a later one, nothing is stored.'),
  ),
  revision: v.pipe(
    v.optional(revision, 1),
    v.description('The revision of it that the page knew: when it was saved since, nothing is stored.'),
  ),
})
export const FlowPreviewSchema = v.object({ ...fileSource, mapping: MappingSchema })
export const FlowApproveSchema = v.object({
  version: v.pipe(version, v.minValue(1)),
  revision: v.pipe(
    v.optional(revision),
    v.description('The revision that the page shows: another one is not approved.'),
  ),
})

const ShownVersionSchema = v.object({
  version: MappingVersionSchema.entries.version,
  revision: v.number(),
  origin: MappingVersionSchema.entries.origin,
  created_at: moment,
  approved_at: v.nullable(moment),
  mapping: MappingSchema,
})

const approver = v.pipe(
  MappingApproverSchema,
  v.description('Who approves mappings: the vendor, or the customer in the flow.'),
)

const ShownMappingsSchema = v.object({
  dataset: DatasetSchema,
  latest: v.nullable(ShownVersionSchema),
  approved: v.nullable(ShownVersionSchema),
  approver,
})

const { outcome, counts } = SyncSchema.entries.datasets.item.entries
const cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]))

export const PersonSchema = v.object({
  row: v.number(),
  cells: v.array(shownCell),
  remote_id: v.nullable(v.string()),
  fields: v.pipe(
    v.array(v.object({ field: v.string(), value: cell, columns: v.array(v.string()), masked: v.boolean() })),
    v.description('What the row becomes, field by field, and the columns that each value comes from.'),
  ),
  issues: v.array(IssueSchema),
})

const people = v.pipe(v.nullable(v.number()), v.description('Employees after the last sync; null before the first.'))

export const flowMappingDescriptions = {
  'GET /flow/setup': {
    summary: 'The steps of the setup that are enabled and relevant, and what came of them',
    data: v.object({
      step: v.picklist(['waiting_for_key', ...setupSteps]),
      approver,
      steps: v.array(
        v.object({
          id: v.picklist(['file_mapping', 'field_mapping', 'filtering']),
          state: v.pipe(
            v.picklist(['waiting_for_file', 'open', 'done']),
            v.description('A step waits while no employees file says what there is to choose from.'),
          ),
        }),
      ),
      datasets: v.array(
        v.object({
          dataset: DatasetSchema,
          file_name: v.nullable(v.string()),
          latest: v.number(),
          approved: v.number(),
        }),
      ),
      people,
      last_sync: v.nullable(
        v.object({ id: v.string(), state: SyncSchema.entries.state, ended_at: v.nullable(moment) }),
      ),
    }),
  },
  'GET /flow/mappings/{dataset}': {
    summary: 'The latest and the approved mapping of a dataset',
    path: FlowDatasetSchema,
    data: ShownMappingsSchema,
  },
  'PUT /flow/mappings/{dataset}': {
    summary: 'Store a mapping as the latest version, unless somebody else stored one meanwhile',
    path: FlowDatasetSchema,
    body: PutMappingSchema,
    data: ShownMappingsSchema,
    audit: 'mapping.stored',
  },
  'POST /flow/mappings/{dataset}/preview': {
    summary: 'What a mapping makes of the first rows and of the whole file; nothing is stored',
    path: FlowDatasetSchema,
    body: FlowPreviewSchema,
    data: v.object({
      file_name: v.string(),
      outcome,
      counts,
      repeated_rows: v.number(),
      issues: v.array(IssueSchema),
      people: v.array(PersonSchema),
    }),
    audit: null,
  },
  'POST /flow/mappings/{dataset}/approve': {
    summary: 'Approve a version, where that is left to the customer: files are applied with it from now on',
    path: FlowDatasetSchema,
    body: FlowApproveSchema,
    data: ShownMappingsSchema,
    audit: 'mapping.approved',
  },
} as const satisfies Partial<Descriptions>
