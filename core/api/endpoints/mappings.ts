import * as v from 'valibot'
import { MappingVersionSchema } from '#core/control/mapping-version.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { type Descriptions, moment } from '../description.ts'

export const MappingPathSchema = v.object({ integration_id: v.string(), dataset: DatasetSchema })
export const ApproveSchema = v.object({ version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) })

const { version, origin, mapping } = MappingVersionSchema.entries
const VersionSchema = v.object({ version, origin, created_at: moment, approved_at: v.nullable(moment), mapping })

const path = MappingPathSchema

export const mappingDescriptions = {
  'GET /manage/integrations/{integration_id}/mappings/{dataset}': {
    summary: 'The latest and the approved mapping of a dataset',
    path,
    data: v.object({ dataset: DatasetSchema, latest: v.nullable(VersionSchema), approved: v.nullable(VersionSchema) }),
  },
  'PUT /manage/integrations/{integration_id}/mappings/{dataset}': {
    summary: 'Store a mapping as the latest version, not yet approved',
    path,
    body: MappingSchema,
    data: v.object({ dataset: DatasetSchema, latest: VersionSchema }),
    audit: 'mapping.put',
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/approve': {
    summary: 'Approve a version of a mapping: files are applied with it from now on',
    path,
    body: ApproveSchema,
    data: v.object({ dataset: DatasetSchema, approved: VersionSchema, sync_id: v.string() }),
    audit: 'mapping.approved',
  },
} as const satisfies Partial<Descriptions>
