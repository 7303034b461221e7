import * as v from 'valibot'
import { MappingApproverSchema } from '#core/control/integration.ts'
import { MappingVersionSchema } from '#core/control/mapping-version.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { DialectSchema, PartialDialectSchema } from '#core/mapping/dialect.ts'
import { EvidenceSchema } from '#core/mapping/evidence.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'
import { PersonSchema } from './flow-mappings.ts'

const number = v.pipe(v.number(), v.integer(), v.minValue(1))
const integrationId = v.string()

export const MappingPathSchema = v.object({ integration_id: integrationId, dataset: DatasetSchema })
export const VersionPathSchema = v.object({
  ...MappingPathSchema.entries,
  version: v.pipe(v.string(), v.digits('must be a number'), v.toNumber(), v.minValue(1)),
})
export const ApproveSchema = v.object({
  version: v.optional(number),
  revision: v.pipe(
    v.optional(number),
    v.description('The revision that was looked at: the editor writes over its version until that is approved.'),
  ),
  reason: v.optional(v.string()),
})
export const RestoreSchema = v.object({ reason: v.optional(v.string()) })
export const DiffQuerySchema = v.object({
  against: v.optional(v.pipe(v.string(), v.digits('must be a number'), v.toNumber(), v.minValue(1))),
})

/** A file that has arrived, or a sample that is sent along and not kept; without either, the newest file of the dataset. */
const source = {
  file_id: v.optional(v.string()),
  sample: v.optional(
    v.object({
      name: v.pipe(v.string(), v.nonEmpty('is empty')),
      content: v.pipe(
        v.string(),
        v.base64('is not base64'),
        v.maxLength(4_000_000, 'is larger than 3 MB: send the first rows only'),
      ),
    }),
  ),
}
export type Source = v.InferOutput<v.ObjectSchema<typeof source, undefined>>
export const DraftSchema = v.object({
  ...source,
  dialect: v.pipe(
    v.optional(PartialDialectSchema),
    v.description('How the file is read; what is left out is found out.'),
  ),
})
export const PreviewSchema = v.object({
  ...source,
  mapping: v.optional(MappingSchema),
  version: v.optional(number),
})
export type Preview = v.InferOutput<typeof PreviewSchema>

const { version, origin, mapping } = MappingVersionSchema.entries
const revision = v.pipe(
  v.number(),
  v.description('How often the version was saved. It is not saved again once it is approved.'),
)
const VersionSchema = v.object({
  version,
  revision,
  origin,
  created_at: moment,
  approved_at: v.nullable(moment),
  stored_by: v.pipe(v.nullable(v.string()), v.description('Who stored it; null where it was proposed.')),
  approved_by: v.nullable(v.string()),
  note: v.pipe(v.nullable(v.string()), v.description('Why it was approved or restored, as far as it was said.')),
  mapping,
})

export const ShownMappingsSchema = v.object({
  dataset: DatasetSchema,
  latest: v.nullable(VersionSchema),
  approved: v.nullable(VersionSchema),
  approver: v.pipe(
    MappingApproverSchema,
    v.description('Who is to approve mappings: the vendor, or the customer in the flow.'),
  ),
})

const SourcesSchema = v.nullable(MappingSchema.entries.fields.value)
const columns = v.array(v.string())
const DiffSchema = v.object({
  version,
  against: version,
  id: v.nullable(v.object({ before: columns, after: columns })),
  dialect: v.boolean(),
  joins: v.pipe(v.boolean(), v.description('Whether other files are joined, or the same ones by other keys.')),
  mode: v.pipe(v.boolean(), v.description('Whether files hold something else, or blank cells say something else.')),
  rows: v.pipe(v.boolean(), v.description('Whether several rows of one person mean something else.')),
  fields: v.array(v.object({ field: v.string(), before: SourcesSchema, after: SourcesSchema })),
})

const file = { file_id: v.nullable(v.string()), file_name: v.string() }
const issues = v.array(IssueSchema)

const DraftedSchema = v.object({
  ...file,
  tried: v.pipe(
    v.nullable(v.object({ dialect: DialectSchema, evidence: v.array(EvidenceSchema) })),
    v.description('How a text in which no table was found was understood, and why so; null for any other file.'),
  ),
  mapping: v.nullable(MappingSchema),
  proposals: v.array(v.object({ field: v.string(), column: v.string(), confidence: v.number(), reason: v.string() })),
  unmapped: columns,
  issues,
})

const { outcome, counts } = SyncSchema.entries.datasets.item.entries
const cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]))

const PreviewedSchema = v.object({
  ...file,
  outcome,
  counts,
  repeated_rows: v.pipe(v.number(), v.description('Rows that say the same as another row: they count once.')),
  issues,
  examples: v.pipe(
    v.array(
      v.object({
        remote_id: v.string(),
        difference: v.picklist(['created', 'changed', 'touched', 'redrawn', 'unchanged']),
        fields: v.record(v.string(), cell),
      }),
    ),
    v.description('Some records with the fields that have a value; for those who may see personal data.'),
  ),
  people: v.pipe(v.array(PersonSchema), v.description('The first rows and what becomes of them; for those as well.')),
})

const path = MappingPathSchema

export const mappingDescriptions = {
  'GET /manage/integrations/{integration_id}/mappings/{dataset}': {
    summary: 'The latest and the approved mapping of a dataset',
    path,
    data: ShownMappingsSchema,
  },
  'PUT /manage/integrations/{integration_id}/mappings/{dataset}': {
    summary: 'Store a mapping as the latest version, not yet approved',
    path,
    body: MappingSchema,
    data: v.object({ dataset: DatasetSchema, latest: VersionSchema }),
    audit: 'mapping.stored',
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/approve': {
    summary: 'Approve a version of a mapping: files are applied with it from now on',
    path,
    body: ApproveSchema,
    data: v.object({ dataset: DatasetSchema, approved: VersionSchema, sync_id: v.string() }),
    audit: 'mapping.approved',
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/draft': {
    summary: 'Propose a mapping for a file or a sample; nothing is kept',
    path,
    body: DraftSchema,
    data: DraftedSchema,
    audit: null,
    personal: true,
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/preview': {
    summary: 'What a mapping would make of a file; nothing is written',
    path,
    body: PreviewSchema,
    data: PreviewedSchema,
    audit: null,
  },
  'GET /manage/integrations/{integration_id}/mappings/{dataset}/versions': {
    summary: 'Versions of a mapping, newest first',
    path,
    query: pageQuery,
    data: pageOf(VersionSchema),
  },
  'GET /manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}': {
    summary: 'One version of a mapping',
    path: VersionPathSchema,
    data: VersionSchema,
  },
  'GET /manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}/diff': {
    summary: 'How a version differs from another, by default from the one before it',
    path: VersionPathSchema,
    query: DiffQuerySchema,
    data: DiffSchema,
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}/restore': {
    summary: 'Make an earlier version the latest again, not yet approved',
    path: VersionPathSchema,
    body: RestoreSchema,
    data: v.object({ dataset: DatasetSchema, latest: VersionSchema }),
    audit: 'mapping.restored',
  },
} as const satisfies Partial<Descriptions>
